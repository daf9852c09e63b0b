import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { inspectFile } from '../../ingest/inspect.ts'
import { inspectionPage } from '../inspect/inspection-page.ts'
import { runFake } from './fake-terminal.ts'
import { INSPECT_HELP, inspectCommand } from './inspect-command.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'budget-chat-inspect-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const run = (...args: string[]) => runFake(inspectCommand({ inspect: inspectFile, page: inspectionPage, folder }), args)

function sample(name: string, text = '青石县水务局2032年部门预算\n\n公务接待费 3.50 万元。\n'): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

describe('inspect', () => {
  it('writes a page a file and says where', async () => {
    const { code, out } = await run(sample('a.txt'), sample('b.txt'))
    expect(code).toBe(0)
    expect(out).toContain(join(folder, 'a.txt.inspect.html'))
    expect(out).toContain('0 tables, 0 cells, 1 facts, 0 of 0 sums hold, 0 in doubt')
    expect(readdirSync(folder)).toEqual(['a.txt', 'a.txt.inspect.html', 'b.txt', 'b.txt.inspect.html'])
  })

  it('writes where it is told, in the language it is told', async () => {
    expect((await run(sample('a.txt'), '--out', 'page.html', '--language', 'zh')).code).toBe(0)
    expect(readFileSync(join(folder, 'page.html'), 'utf8')).toContain('lang="zh-CN"')
  })

  it('tells what it refuses and why', async () => {
    const missing = join(folder, 'none.txt')
    expect(await run(missing)).toMatchObject({ code: 1, err: expect.stringContaining('[file-not-found]') })
    const some = await run(sample('a.txt'), sample('empty.txt', ''), folder)
    expect(some).toMatchObject({ code: 3, err: expect.stringContaining('[file-empty]') })
    expect(some.err).toContain('[file-unreadable]')
    const nowhere = await run(sample('a.txt'), '--out', join('none', 'page.html'))
    expect(nowhere).toMatchObject({ code: 1, err: expect.stringContaining('[folder-unwritable]') })
    expect(existsSync(join(folder, 'none'))).toBe(false)
  })

  it('tells wrong usage, and its help', async () => {
    expect((await run()).code).toBe(2)
    expect((await run('a', 'b', '--out', 'c')).err).toContain('--out is for one file')
    expect((await run('a', '--language', 'fr')).code).toBe(2)
    expect((await run('--help')).out).toBe(INSPECT_HELP)
  })
})
