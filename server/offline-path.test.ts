import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { WATER_BUDGET } from './answer/sample-water.ts'
import { ingest } from './assemble.ts'

/** Makes any import of the vendor's library fail. */
const REFUSE =
  "export async function resolve(specifier, context, next) { if (specifier === 'openai' || specifier.startsWith('openai/')) throw new Error('the vendor of models was loaded'); return next(specifier, context) }"
const WITHOUT_VENDOR = `import { register } from 'node:module'; register('data:text/javascript,${encodeURIComponent(REFUSE)}')`

let folder: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'budget-chat-offline-'))
  const file = join(folder, WATER_BUDGET.file)
  writeFileSync(file, WATER_BUDGET.text)
  await ingest({ paths: [file], dataDir: join(folder, 'data'), onProgress: () => {} })
}, 60_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A question asked in a process of its own, in which the vendor's library cannot be loaded. */
function askedWithout(environment: Record<string, string>) {
  const preload = `data:text/javascript,${encodeURIComponent(WITHOUT_VENDOR)}`
  const args = ['--import', 'tsx', '--import', preload, 'server/cli/ask.ts', '博州水利局2031年差旅费多少？']
  const { PATH, HOME } = process.env
  return spawnSync(process.execPath, [...args, '--data', join(folder, 'data')], {
    encoding: 'utf8',
    env: { PATH, HOME, ...environment },
  })
}

test('without a model configured nothing of its vendor is loaded', { timeout: 60_000 }, () => {
  const { status, stdout } = askedWithout({})
  expect(status).toBe(0)
  expect(stdout).toContain('19.49')
})

test('with one it is', { timeout: 60_000 }, () => {
  expect(askedWithout({ OPENAI_BASE_URL: 'http://127.0.0.1:1/v1' }).stderr).toContain('the vendor of models was loaded')
})
