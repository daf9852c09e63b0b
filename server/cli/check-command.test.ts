import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Finding, FindingPlace } from '../../ingest/domain/finding.ts'
import { lines } from '../../ingest/domain/source.ts'
import { publishFinding } from '../answer/citation.ts'
import { fakeCorpus, fakeRecord } from '../lookup/fake-corpus.ts'
import { CHECK_HELP, checkCommand } from './check-command.ts'
import { runFake } from './fake-terminal.ts'

const TEXT = ['“三公”经费 7.00 万元，其中：公务用车运行费 4.00 万元，公务接待费 2.00 万元。', '2031 年年<b>']

function place(line: number, raw: string): FindingPlace {
  const quote = TEXT[line - 1] ?? ''
  return { documentId: 'a', tableId: null, field: null, row: [], column: [], raw, quote, source: lines(line, line) }
}

const ERROR: Finding = {
  id: 'a-k1',
  documentId: 'a',
  rule: 'prose-parts',
  title: { zh: '文字中的总数与分项', en: 'Wholes and parts in the text' },
  verdict: 'contradiction',
  minor: false,
  message: { zh: '“三公”经费为 7.00万元，所列分项相加为 6.00万元。', en: 'The parts add up to 6.00万元.' },
  values: ['7.00', '6.00'],
  computed: '4.00 + 2.00 = 6.00 ≠ 7.00',
  remedy: { zh: '总数应为 6.00万元。', en: 'The whole should be 6.00万元.' },
  places: [place(1, '“三公”经费 7.00 万元'), place(1, '公务用车运行费 4.00 万元')],
}
const SLIP: Finding = {
  ...ERROR,
  id: 'a-k2',
  rule: 'typing',
  minor: true,
  message: { zh: '多一“年”字<b>', en: 'One 年 too many <b>' },
  computed: '',
  remedy: null,
  places: [place(2, '2031 年年<b>')],
}
const ROUNDED: Finding = { ...ERROR, id: 'a-k3', verdict: 'rounding' }

const corpus = fakeCorpus([
  {
    record: fakeRecord('a'),
    lines: TEXT,
    tables: [],
    facts: [],
    checks: { findings: [ROUNDED, SLIP, ERROR], applied: { 'prose-parts': 2, typing: 1, share: 0 } },
  },
])

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'budget-chat-check-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const command = checkCommand({ open: async () => ({ corpus, close: () => {} }), publishFinding })
const run = (...args: string[]) => runFake(command, args)

function suppressions(content: unknown): string {
  const file = join(folder, 'let-be.json')
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content))
  return file
}

describe('check', () => {
  it('tells what does not agree, most serious first, with its arithmetic and links', async () => {
    const { code, out } = await run()
    expect(code).toBe(0)
    expect(out).toContain(
      '3 relations held against each other by 2 rules: Contradictions 1, Slips of wording and typing 1',
    )
    const order = [
      'The parts add up',
      '4.00 + 2.00 = 6.00 ≠ 7.00',
      'The whole should be',
      'a.txt:1',
      'One 年',
      'rounding',
    ]
    const at = order.map((words) => out.indexOf(words))
    expect(at.slice(0, 5)).toEqual([...at.slice(0, 5)].sort((a, b) => a - b))
    expect(at).not.toContain(-1)
    expect(out).toContain('http://127.0.0.1:3000/documents/a?lines=1-1')
  })

  it('tells it in Chinese', async () => {
    const { out } = await run('--language', 'zh')
    expect(out).toContain('勾稽检查报告')
    expect(out).toContain('“三公”经费为 7.00万元，所列分项相加为 6.00万元。')
  })

  it('prints the JSON of GET /api/checks, errors first', async () => {
    const json: unknown = JSON.parse((await run('--json')).out)
    expect(json).toMatchObject({
      findings: [{ id: 'a-k1' }, { id: 'a-k2' }, { id: 'a-k3' }],
      applied: { typing: 1 },
      total: 3,
      suppressed: [],
    })
  })

  it('writes a page in which nothing of a document is markup', async () => {
    const file = join(folder, 'report.html')
    expect((await run('--html', file)).code).toBe(0)
    const page = readFileSync(file, 'utf8')
    expect(page).toContain('One 年 too many &lt;b&gt;')
    expect(page).not.toContain('<b>')
    expect(page).toContain('<a href="http://127.0.0.1:3000/documents/a?lines=1-1&amp;')
    expect(page).toContain("default-src 'none'")
  })

  it('writes an Excel file', async () => {
    const file = join(folder, 'report.xlsx')
    expect((await run('--xlsx', file)).code).toBe(0)
    expect(readFileSync(file).subarray(0, 2).toString()).toBe('PK')
  })

  it('fails where asked to and such findings are left', async () => {
    expect((await run('--fail-on', 'contradiction')).code).toBe(4)
    const letBe = suppressions([{ finding: 'a-k1', reason: '已向单位核实' }])
    expect(await run('--fail-on', 'contradiction', '--suppress', letBe)).toMatchObject({ code: 0, err: '' })
    expect(await run('--fail-on', 'slip', '--suppress', letBe)).toMatchObject({
      code: 4,
      err: expect.stringContaining('1 finding left'),
    })
  })

  it('lets be what it is told to, with the reason, and says what is no more', async () => {
    const letBe = suppressions([
      { finding: 'a-k1', reason: '已向单位核实' },
      { finding: 'a-k9', reason: 'gone' },
    ])
    const { out, err } = await run('--suppress', letBe)
    expect(out.indexOf('已向单位核实')).toBeGreaterThan(out.indexOf('Let be, with a reason (1)'))
    expect(out).not.toContain('Contradictions (1)')
    expect(err).toContain('No finding has the id a-k9 any more.')
    expect(JSON.parse((await run('--suppress', letBe, '--json')).out)).toMatchObject({
      total: 2,
      suppressed: [{ id: 'a-k1', reason: '已向单位核实' }],
    })
  })

  it.each([
    ['no JSON', 'nothing'],
    ['no reason', [{ finding: 'a-k1' }]],
    ['a blank reason', [{ finding: 'a-k1', reason: ' ' }]],
  ])('takes no suppressions with %s', async (_, content) => {
    expect(await run('--suppress', suppressions(content))).toMatchObject({
      code: 1,
      err: expect.stringContaining('let-be.json'),
    })
  })

  it('tells wrong usage, what cannot be read or written, and its help', async () => {
    expect((await run('--language', 'fr')).code).toBe(2)
    expect((await run('--fail-on', 'rounding')).err).toContain('--fail-on is contradiction or slip')
    expect((await run('--suppress', join(folder, 'none'))).err).toContain('could not be read')
    expect((await run('--document', 'z')).err).toContain('No document has the id z')
    const nowhere = join(folder, 'none', 'report.html')
    expect((await run('--html', nowhere)).err).toContain('cannot be written')
    expect(existsSync(nowhere)).toBe(false)
    expect((await run('--help')).out).toBe(CHECK_HELP)
  })
})
