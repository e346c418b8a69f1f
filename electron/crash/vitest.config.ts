import { defineConfig } from 'vitest/config';

/** Tests with processes of their own, killed and starved; `npm run crash`. */
export default defineConfig({
  test: {
    root: `${import.meta.dirname}/../..`,
    include: ['electron/crash/processes/**/*.test.ts'],
    // Each has more than enough to do with the processors by itself.
    fileParallelism: false,
    testTimeout: 120_000,
  },
});
