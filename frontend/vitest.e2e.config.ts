import { defineConfig } from 'vitest/config';

// The browser tests: one process for each file, one file at a time, against the built server and the built pages.
export default defineConfig({
  test: {
    include: ['e2e/**/*.e2e.{ts,mjs}'],
    environment: 'node',
    pool: 'forks',
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
