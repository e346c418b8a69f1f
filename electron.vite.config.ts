import { resolve } from 'node:path';
import { defineConfig } from 'electron-vite';
import { page } from './vite.config.ts';

const at = (path: string) => resolve(import.meta.dirname, path);

/** The three bundles of the Electron app. Dependencies stay outside: better-sqlite3 is native. */
export default defineConfig({
  main: {
    build: {
      outDir: at('out/main'),
      rollupOptions: {
        input: { main: at('electron/main/main.ts'), worker: at('electron/hosts/worker.ts') },
        output: { format: 'es' },
      },
    },
  },
  preload: {
    build: {
      outDir: at('out/preload'),
      rollupOptions: {
        input: { preload: at('electron/preload/preload.ts') },
        // A sandboxed preload script cannot be a module.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: page,
});
