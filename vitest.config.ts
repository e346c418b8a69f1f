import { defineConfig } from 'vitest/config';

/** Unit tests stand beside what they test; the end-to-end ones are Playwright's. */
export default defineConfig({
  test: { include: ['{shared,electron,renderer,build}/**/*.test.{ts,tsx}'] },
});
