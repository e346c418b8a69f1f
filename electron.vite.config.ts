import { resolve } from 'node:path';
import { defineConfig } from 'electron-vite';
import { page } from './vite.config.ts';

const at = (path: string) => resolve(import.meta.dirname, path);

/**
 * All packages are bundled: a hundred files to find are slower than one, and an installer then holds
 * what is used and no more. This one stays outside, being native.
 */
const NATIVE = ['better-sqlite3'];

/** The three bundles of the Electron app. */
export default defineConfig({
  main: {
    build: {
      externalizeDeps: false,
      outDir: at('out/main'),
      rollupOptions: {
        external: NATIVE,
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
