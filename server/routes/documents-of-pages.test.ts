import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LinePlaces } from '../../ingest/domain/line-places.ts'
import { documentResponseSchema, publishedTableSchema } from '../lookup/documents-contract.ts'
import { fakeDocument, fakeTable } from '../lookup/fake-corpus.ts'
import { fakeParts, startServer, type TestServer } from './fake-parts.ts'

const at = (from: number, to = from) => ({ kind: 'lines', from, to }) as const
const table = fakeTable('aaaa', {
  rows: [{ kind: 'item', code: null, label: '公务接待费', parents: [], source: at(1, 2) }],
  cells: [
    { row: 0, column: 0, text: '公务接待费', source: at(1) },
    { row: 0, column: 1, text: '1.50', source: at(2) },
  ],
  emptyNote: { text: '本表为空', source: at(3) },
  source: at(1, 3),
})
const places = LinePlaces.of([
  { kind: 'page', page: 2, box: [50, 100, 120, 110] },
  { kind: 'page', page: 2, box: [200, 100, 230, 110] },
  { kind: 'page', page: 3, box: [50, 90, 90, 100] },
])

let server: TestServer
beforeAll(async () => {
  const document = { ...fakeDocument('aaaa'), lines: ['公务接待费', '1.50', '本表为空'], places, tables: [table] }
  server = await startServer(fakeParts([document]))
})
afterAll(() => server.stop())

it('tells on which pages a table stands', async () => {
  const { tables } = documentResponseSchema.parse((await server.call('/api/documents/aaaa')).json)
  expect(tables[0]).toMatchObject({ id: 'aaaa-t1', pages: [2, 3] })
  expect(tables[0]).not.toHaveProperty('lines')
})

it('gives a table with the boxes of its rows and cells', async () => {
  const reply = await server.call('/api/documents/aaaa/tables/aaaa-t1')
  const { rows, cells, emptyNote, source } = publishedTableSchema.parse(reply.json)
  expect(rows[0]?.source).toEqual({ kind: 'page', page: 2, box: [50, 100, 230, 110] })
  expect(cells.map((cell) => cell.source)).toEqual([places.at(1), places.at(2)])
  expect(emptyNote?.source).toEqual(places.at(3))
  expect(source).toEqual({ kind: 'page', page: 2, box: [50, 100, 230, 110] })
})

it('shows a source with what stands in the cited box marked', async () => {
  const { status, text } = await server.call('/documents/aaaa?page=2&box=200,100,230,110&raw=1.50#L2')
  expect(status).toBe(200)
  expect(text.match(/cell cited" id="L\d"/g)).toEqual(['cell cited" id="L2"'])
  expect(text).toContain('<mark>1.50</mark>')
})

it.each(['page=0', 'page=x', 'page=2&box=1,2,3', 'page=2&box=1,2,3,x', 'page=2&box=1e9,2,3,4', 'page=1&page=2'])(
  'refuses ?%s',
  async (query) => {
    expect((await server.call(`/documents/aaaa?${query}`)).status).toBe(400)
  },
)

it('marks nothing where there is nothing on the page', async () => {
  const { status, text } = await server.call('/documents/aaaa?page=9&raw=1.50')
  expect(status).toBe(200)
  expect(text).not.toContain('<mark>')
})

describe('a document that is no PDF', () => {
  const readAt = async (places: LinePlaces) => {
    const document = { ...fakeDocument('bbbb'), lines: ['公务接待费', '1.50', '本表为空'], places }
    const started = await startServer(fakeParts([{ ...document, tables: [{ ...table, id: 'bbbb-t1' }] }]))
    try {
      const { tables } = documentResponseSchema.parse((await started.call('/api/documents/bbbb')).json)
      const { cells } = publishedTableSchema.parse((await started.call('/api/documents/bbbb/tables/bbbb-t1')).json)
      return { summary: tables[0], cell: cells[1]?.source }
    } finally {
      await started.stop()
    }
  }

  it.each([
    [
      { sheet: '三公', cells: ['A3', 'A9'] },
      ['A3', 'B3', 'A9'].map((cell) => ({ kind: 'cell', sheet: '三公', cell }) as const),
    ],
    [{ paragraphs: [4, 9] }, [4, 5, 9].map((paragraph) => ({ kind: 'paragraph', paragraph }) as const)],
    [{ lines: [80, 91] }, [80, 80, 91].map((line) => ({ kind: 'line', line }) as const)],
  ])('tells where a table and its cells stand: %j', async (extent, placed) => {
    const { summary, cell } = await readAt(LinePlaces.of(placed))
    expect(summary).toMatchObject(extent)
    const second = placed[1]
    expect(cell).toEqual(second?.kind === 'line' ? { kind: 'lines', from: 80, to: 80 } : second)
  })
})

it('shows a source with the cited cell marked', async () => {
  const sheet = LinePlaces.of(['A3', 'B3', 'A9'].map((cell) => ({ kind: 'cell', sheet: '三公', cell }) as const))
  const started = await startServer(
    fakeParts([{ ...fakeDocument('cccc'), lines: ['费', '1.50', '空'], places: sheet }]),
  )
  try {
    const { text } = await started.call(`/documents/cccc?sheet=${encodeURIComponent('三公')}&cell=B3&raw=1.50#L2`)
    expect(text).toContain('<mark>1.50</mark>')
    expect((await started.call('/documents/cccc?sheet=x&cell=3B')).status).toBe(400)
    expect((await started.call('/documents/cccc?paragraph=0')).status).toBe(400)
    expect((await started.call('/documents/cccc?paragraph=7')).text).toContain('第 7 段没有引用的内容。')
  } finally {
    await started.stop()
  }
})
