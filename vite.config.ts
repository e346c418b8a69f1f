import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type UserConfig } from 'vite';

const root = resolve(import.meta.dirname, 'renderer');

/** How the page is built: the same bundle for both shells. */
export const page: UserConfig = {
  root,
  base: './',
  plugins: [react()],
  build: {
    outDir: resolve(import.meta.dirname, 'out/renderer'),
    emptyOutDir: true,
    minify: true,
    // The strict policy allows no inline code: neither Vite's preload helper nor data: fonts.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rollupOptions: { input: resolve(root, 'index.html') },
  },
};

export default defineConfig(page);
