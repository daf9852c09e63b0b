import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { WATER_BUDGET } from './answer/sample-water.ts'
import { ingest } from './assemble.ts'

/** Makes any import of the vendor's library fail. */
const REFUSE = `export async function resolve(specifier, context, next) {
  if (specifier === 'openai' || specifier.startsWith('openai/')) throw new Error('the vendor of models was loaded')
  return next(specifier, context)
}`
const PRELOAD = `import { register } from 'node:module'
register('./refuse.mjs', import.meta.url)`

let folder: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'budget-chat-offline-'))
  writeFileSync(join(folder, 'refuse.mjs'), REFUSE)
  writeFileSync(join(folder, 'preload.mjs'), PRELOAD)
  const file = join(folder, WATER_BUDGET.file)
  writeFileSync(file, WATER_BUDGET.text)
  await ingest({ paths: [file], dataDir: join(folder, 'data'), onProgress: () => {} })
}, 60_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A question asked in a process of its own, in which the vendor's library cannot be loaded. */
function askedWithout(...settings: readonly string[]) {
  const unset = ['OPENAI_API_KEY', 'OPENAI_BASE_URL', 'OPENAI_EMBEDDING_MODEL'].flatMap((name) => ['-u', name])
  const node = [process.execPath, '--import', 'tsx', '--import', join(folder, 'preload.mjs')]
  const ask = ['server/cli/ask.ts', '博州水利局2031年差旅费多少？', '--data', join(folder, 'data')]
  return spawnSync('env', [...unset, ...settings, ...node, ...ask], { encoding: 'utf8' })
}

test('without a model configured nothing of its vendor is loaded', { timeout: 60_000 }, () => {
  const { status, stdout } = askedWithout()
  expect(status).toBe(0)
  expect(stdout).toContain('19.49')
})

test('with one it is', { timeout: 60_000 }, () => {
  expect(askedWithout('OPENAI_BASE_URL=http://127.0.0.1:1/v1').stderr).toContain('the vendor of models was loaded')
})
