import { defineConfig } from 'vitest/config';

/**
 * The layers of tests/, each a project of its own, with the longest a single test may take (ms): far more than
 * any needs, so that a busy machine fails none that would have passed.
 */
const LAYERS = {
  static: 60_000,
  unit: 60_000,
  contract: 60_000,
  server: 60_000,
  simulation: 60_000,
  process: 120_000,
} as const;

/** Layers whose tests run on a real PostgreSQL, one per run. */
const WITH_POSTGRES = ['server', 'process'];

const projects = Object.entries(LAYERS).map(([name, testTimeout]) => ({
  extends: true as const,
  test: {
    name,
    include: [`tests/${name}/**/*.test.ts`, `tests/${name}/**/*.test.tsx`],
    testTimeout,
    hookTimeout: Math.max(testTimeout, 60_000),
    globalSetup: [
      ...(WITH_POSTGRES.includes(name) ? ['tests/support/provide-postgres.ts'] : []),
      // The app of the process tests serves the built window.
      ...(name === 'process' ? ['config/e2e-setup.ts'] : []),
    ],
  },
}));

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    environment: 'node',
    globals: false,
    pool: 'forks',
    setupFiles: ['tests/support/seeded-properties.ts'],
    maxWorkers: 2,
    passWithNoTests: false,
    allowOnly: false,
    // Schools live in Europe/Berlin; a test that needs another zone says so itself.
    env: { TZ: 'Europe/Berlin' },
    projects,
  },
});
