import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CorpusIndex, IndexDoor } from '../../ingest/index/open.ts'
import { openSampleIndex } from '../sample-index.ts'
import { createAsker } from './ask.ts'
import { expectPromises } from './sample-promises.ts'
import { SAMPLE_TEXTS } from './sample-texts.ts'

let door: IndexDoor
let close = () => {}

beforeAll(async () => {
  const sample = await openSampleIndex(SAMPLE_TEXTS)
  door = sample.door
  close = sample.close
})
afterAll(() => close())

/** The index with its documents' lines changed behind the back of its facts. */
async function withLines(change: (line: string, at: number) => string): Promise<CorpusIndex> {
  const index = await door.current()
  return {
    version: index.version,
    createdAt: index.createdAt,
    checked: index.checked,
    embedderId: index.embedderId,
    documents: () => index.documents(),
    document: (id) => index.document(id),
    lines: (id) => index.lines(id).map((line, at) => change(line, at + 1)),
    tables: (id) => index.tables(id),
    table: (id) => index.table(id),
    facts: (id) => index.facts(id),
    findFacts: (filter, page, limit) => index.findFacts(filter, page, limit),
    chunks: (id) => index.chunks(id),
    chunk: (id) => index.chunk(id),
    searchTerms: (query, ids, limit) => index.searchTerms(query, ids, limit),
    documentsSaying: (query, ids, passages) => index.documentsSaying(query, ids, passages),
    searchVectors: (query, ids, limit) => index.searchVectors(query, ids, limit),
    close: () => {},
  }
}

async function askChanged(question: string, change: (line: string, at: number) => string) {
  const index = await withLines(change)
  const answer = await createAsker({ current: async () => index }).ask({ question })
  expectPromises(answer, index)
  return answer
}

describe('figures that their sources do not bear out', () => {
  test('unchanged sources change nothing', async () => {
    const answer = await askChanged('博州水利局2031年差旅费是多少', (line) => line)
    expect(answer.figures.map(({ value }) => value)).toEqual(['19.49'])
  })

  test('the last answer refused is no answer: nothing of it is shown, and that is said', async () => {
    const answer = await askChanged('博州水利局2031年差旅费是多少', (line) => line.replaceAll('19.49', '19.94'))
    expect(answer.status).toBe('not_found')
    expect(answer.figures).toEqual([])
    expect(answer.citations).toEqual([])
    expect(answer.answer).not.toContain('19.49')
    expect(answer.answer).toContain('博尔塔拉蒙古自治州水利局')
    expect(answer.notices.map(({ kind }) => kind)).toEqual(['coverage', 'unsupported'])
  })

  test('one place that does not hold takes the whole figure with it', async () => {
    const answer = await askChanged('博州水利局2031年公务用车运行费是多少', (line) =>
      line.startsWith('博州水利局 2031 年“三公”') ? line.replace('8.70', '8.71') : line,
    )
    expect(answer.status).toBe('not_found')
    expect(answer.answer).not.toContain('8.70')
  })

  test('context that is refused leaves the answer', async () => {
    const answer = await askChanged('博州水利局2031年公务用车运行费是多少', (line) => line.replaceAll('7.40', '7.04'))
    expect(answer.status).toBe('answered')
    expect(answer.figures.map(({ value }) => value)).toEqual(['8.70'])
    expect(answer.answer).not.toContain('7.40')
    expect(answer.citations.map(({ raw }) => raw)).not.toContain('7.40')
    expect(answer.notices.map(({ kind }) => kind)).toContain('unsupported')
  })

  test('a refused member leaves the list', async () => {
    const answer = await askChanged('列出博州水利局2031年各个项目的金额', (line) => line.replaceAll('60.00', '66.00'))
    expect(answer.figures.map(({ value }) => value)).toEqual(['120.00'])
    expect(answer.answer).not.toMatch(/60\.00/)
  })

  test('a refused operand takes the result with it', async () => {
    const answer = await askChanged('博州水利局2031年公务接待费占三公经费的比例是多少', (line) =>
      line.replaceAll('9.65', '9.56'),
    )
    expect(answer.figures.filter(({ check }) => check === 'derived')).toEqual([])
    expect(answer.answer).not.toContain('9.84')
  })

  test('a shifted file bears out nothing', async () => {
    const index = await door.current()
    const lines = new Map(index.documents().map(({ id }) => [id, ['', '', ...index.lines(id)]]))
    const shifted = { ...(await withLines((line) => line)), lines: (id: string) => lines.get(id) ?? [] }
    const answer = await createAsker({ current: async () => shifted }).ask({ question: '博州水利局2031年差旅费是多少' })
    expect(answer.status).toBe('not_found')
    expect(answer.figures).toEqual([])
  })

  test('an index that is missing is a problem, not an answer', async () => {
    const failing = createAsker({ current: () => Promise.reject(new Error('no index')) })
    await expect(failing.ask({ question: '差旅费' })).rejects.toThrow('no index')
  })
})
