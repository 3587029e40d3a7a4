import { defineConfig } from 'vitest/config';

/** Tests of the built site: they build it once and look at it in a real browser. */
const SITE = ['tests/site/**/*.test.ts', 'tests/promises.test.ts'];

export default defineConfig({
  test: {
    reporters: [['default', { summary: false }], 'json'],
    // One for each processor: by itself the runner would leave one of two idle.
    maxWorkers: '100%',
    // Pages in a real browser take their time; only what takes far too long is worth a line.
    slowTestThreshold: 15_000,
    outputFile: { json: 'test-results/vitest.json' },
    projects: [
      {
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts', 'tests/**/*.test.ts', 'data/**/*.test.ts', 'bench/**/*.test.ts'],
          exclude: SITE,
          // Modules hold no state that one test could leave to another, and loading them anew for each file takes as long
          // as the tests do.
          isolate: false,
        },
      },
      {
        test: {
          name: 'site',
          include: SITE,
          globalSetup: 'tests/support/demo-site.ts',
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
