import { defineConfig } from 'vitest/config';

/** Unit tests stand beside what they test; the end-to-end ones are Playwright's. */
export default defineConfig({
  test: {
    include: ['{shared,electron,renderer,bench,build}/**/*.test.{ts,tsx}'],
    // No test waits for real time; a slow one is a busy machine.
    testTimeout: 60_000,
  },
});
