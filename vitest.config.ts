import { defineConfig } from 'vitest/config'

const LONG = '**/*.long.test.ts'
const BROWSER = 'server/web/browser/*.test.ts'
const ELSEWHERE = ['node_modules', 'data', 'coverage']

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['**/*.test.{ts,js}'],
          exclude: [...ELSEWHERE, LONG, BROWSER],
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: [BROWSER],
          globalSetup: 'server/web/browser/sample-site.ts',
          // A browser at a time, after all else: it wants the machine to itself.
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
      { test: { name: 'long', include: [LONG], exclude: ELSEWHERE, testTimeout: 600_000 } },
    ],
    coverage: {
      provider: 'v8',
      include: ['ingest/**/*.ts', 'server/**/*.ts', 'prompts/**/*.ts', 'eval/**/*.ts'],
      exclude: ['**/*.test.ts', '**/*.contract.ts', '**/sample-*.ts', '**/fake-*.ts', '**/temporary-folder.ts'],
      reporter: ['text-summary', 'json-summary', 'html'],
      thresholds: {
        // Where a wrong line makes a wrong figure. Branches follow when these folders are finished.
        'ingest/domain/**': { lines: 100 },
        'ingest/facts/**': { lines: 100 },
        'server/answer/verify.ts': { lines: 100 },
      },
    },
  },
})
