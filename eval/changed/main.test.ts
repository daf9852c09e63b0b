import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { readGold } from '../gold.ts'
import { QUESTIONS, TEXTS } from './sample-corpus.ts'

const folder = mkdtempSync(join(tmpdir(), 'budget-chat-changed-'))
const docs = join(folder, 'texts')
const gold = join(folder, 'gold.jsonl')
mkdirSync(docs)
for (const [file, text] of TEXTS) writeFileSync(join(docs, file), text)
writeFileSync(gold, QUESTIONS.map((question) => JSON.stringify(question)).join('\n'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function run(...args: string[]) {
  const main = fileURLToPath(new URL('./main.ts', import.meta.url))
  return spawnSync(process.execPath, ['--import', 'tsx', main, ...args], { encoding: 'utf8' })
}

describe('eval/changed/main.ts', () => {
  test('writes changed documents and their gold', () => {
    const out = join(folder, 'out')
    const { status, stdout, stderr } = run('--docs', docs, '--gold', gold, '--out', out, '--seed', '3')
    expect(stderr).toBe('')
    expect(status).toBe(0)
    expect(stdout).toContain('gold.jsonl: 3 of 3 questions')
    expect(readdirSync(join(out, 'documents'))).toHaveLength(2)
    expect(readGold(join(out, 'gold', 'gold.jsonl'))).toHaveLength(3)
    expect(readFileSync(join(out, 'gold', 'gold.jsonl'), 'utf8')).not.toContain('巴州')
  })

  test('never writes over what it reads, and says what is wrong', () => {
    mkdirSync(join(folder, 'documents'))
    for (const [file, text] of TEXTS) writeFileSync(join(folder, 'documents', file), text)
    const { status, stderr } = run('--docs', join(folder, 'documents'), '--out', folder)
    expect(status).toBe(2)
    expect(stderr).toContain('would overwrite')
    expect(readdirSync(join(folder, 'documents'))).toHaveLength(2)
    expect(run('--docs', docs).status).toBe(2)
  })
})
