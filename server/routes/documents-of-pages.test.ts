import { afterAll, beforeAll, expect, it } from 'vitest'
import { LinePlaces } from '../../ingest/domain/place.ts'
import { fakeDocument, fakeTable } from '../lookup/fake-corpus.ts'
import { documentResponseSchema, publishedTableSchema } from './documents-contract.ts'
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
