import { resolve } from 'node:path';
import { defineConfig } from 'electron-vite';
import { page } from './vite.config.ts';

const at = (path: string) => resolve(import.meta.dirname, path);

/**
 * Bundled with the engine, which is up sooner for it: a hundred files to find are slower than one.
 * Other dependencies stay outside: better-sqlite3 is native.
 */
const BUNDLED = ['@slack/web-api', 'electron-updater', 'ulid', 'yjs', 'zod'];

/** The three bundles of the Electron app. */
export default defineConfig({
  main: {
    build: {
      externalizeDeps: { exclude: BUNDLED },
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
