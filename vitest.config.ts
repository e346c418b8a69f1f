import { defineConfig } from 'vitest/config';

/** Unit tests stand beside what they test; those of processes and of the page run by themselves. */
export default defineConfig({
  test: {
    include: ['{shared,electron,renderer,bench,build}/**/*.test.{ts,tsx}'],
    // No test waits for real time; a slow one is a busy machine.
    testTimeout: 60_000,
    // One worker fewer than cores, which is the default, would leave half of a small machine idle.
    maxWorkers: '100%',
    // No module keeps anything of its own, so files can share them: read once, they take half the time.
    isolate: false,
    exclude: ['**/node_modules/**', 'electron/crash/processes/**'],
  },
});
