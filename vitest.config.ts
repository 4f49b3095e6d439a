import { defineConfig } from 'vitest/config';

const { CI } = process.env;

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    globalSetup: ['test/support/build-once.ts'],
    // Real terminals on a busy build machine can be late once; what fails twice has failed.
    retry: CI === undefined ? 0 : 1,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Two cores run the suite in CI; terminal tests start real processes.
    maxWorkers: 2,
  },
});
