import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { SpecOrder } from './tools/specOrder.ts'

/**
 * Four projects, one runner: `unit` is pure, `embedded` and `postgres` run the same server tests on the two databases,
 * `browser` clicks through the demo year in a real Chromium.
 */
const server = {
  setupFiles: 'tools/testing/seed.ts',
  include: ['server/**/*.test.ts'],
  // every file would otherwise load the whole program again; each has a database of its own all the same
  isolate: false,
  testTimeout: 240_000,
  hookTimeout: 300_000,
}

export default defineConfig({
  test: {
    experimental: { fsModuleCache: true },
    maxWorkers: availableParallelism(),
    sequence: { sequencer: SpecOrder },
    projects: [
      {
        test: {
          name: 'unit',
          setupFiles: 'tools/testing/seed.ts',
          isolate: false,
          include: ['packages/**/*.test.ts', 'library/**/*.test.ts', 'tools/**/*.test.ts', 'web/**/*.test.ts'],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          ...server,
          name: 'embedded',
          env: { MILEPOST_TEST_DATABASE: 'embedded' },
          globalSetup: 'server/platform/testing/embeddedTemplate.ts',
        },
      },
      {
        test: {
          ...server,
          name: 'postgres',
          // the wave of 300 says nothing about the database that the ballots' own tests do not say on both; the commands open a data folder
          exclude: ['server/platform/database/embedded/**', 'server/diagnose/wave300.test.ts', 'server/commands/databases.test.ts'],
          env: { MILEPOST_TEST_DATABASE: 'postgres' },
          globalSetup: ['server/platform/testing/postgresCluster.ts', 'server/platform/testing/embeddedTemplate.ts'],
        },
      },
      {
        test: {
          name: 'browser',
          include: ['e2e/**/*.spec.ts'],
          testTimeout: 300_000,
          hookTimeout: 600_000,
          maxConcurrency: 3,
          globalSetup: 'e2e/demoServer.ts',
        },
      },
    ],
  },
})
