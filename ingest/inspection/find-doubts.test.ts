import { describe, expect, it } from 'vitest'
import { sampleTable } from '../checks/sample-table.ts'
import { tableSums } from '../checks/table-sums.ts'
import type { Place } from '../domain/place.ts'
import type { Table } from '../domain/table.ts'
import type { Parse } from '../parse.ts'
import { findDoubts } from './find-doubts.ts'

const HEADERS = ['label:项目', '预算数', 'text:备注']

/** A parse of one table whose rows are a line each, on page 3. */
function parseOf(table: Table, changes: Partial<Parse> = {}): Parse {
  const lines = table.rows.map((_, row) =>
    table.cells.flatMap((cell) => (cell.row === row ? [cell.text] : [])).join(' '),
  )
  const places = lines.map((): Place => ({ kind: 'page', page: 3, box: [0, 0, 10, 10] }))
  const identity = { organization: '', aliases: [], level: null, fiscalYear: null, basis: null, title: '' }
  const parts = { id: 'd', sha256: '', encoding: 'pdf', warnings: [], headings: [], paragraphs: [] }
  const nothing = { forms: [], facts: [] }
  return { ...parts, ...nothing, identity, lines, places, cellLines: new Set(), tables: [table], ...changes }
}

const page = { number: 3, width: 100, height: 100, picture: null, text: '', unmapped: [] }

describe('findDoubts', () => {
  it('names the fields of a sum that does not hold', () => {
    const table = sampleTable(HEADERS, [
      ['办公费', '4.00', ''],
      ['印刷费', '5.00', ''],
      ['合计', '8.00', ''],
    ])
    const doubts = findDoubts(parseOf(table), tableSums(table, null), null)
    expect(doubts).toMatchObject([{ kind: 'sum', table: 'd-t1', page: 3, finding: { difference: '-1.00' } }])
    expect(doubts[0]?.fields).toHaveLength(3)
  })

  it('names the sum itself where anything could be wrong', () => {
    const rows = Array.from({ length: 9 }, (_, row) => [`项目${row}`, '1.00', ''])
    const table = sampleTable(HEADERS, [...rows, ['合计', '8.00', '']])
    expect(findDoubts(parseOf(table), tableSums(table, null), null)[0]?.fields).toEqual([{ row: 9, column: 1 }])
  })

  it('finds figures among words and words among figures, but not in targets', () => {
    const rows = [
      ['办公费', '详见附件', '1,200.00'],
      ['印刷费', '—', '12'],
    ]
    const table = sampleTable(HEADERS, rows)
    expect(findDoubts(parseOf(table), [], null)).toMatchObject([
      { kind: 'words-among-figures', text: '详见附件', fields: [{ row: 0, column: 1 }], line: 1 },
      { kind: 'figure-among-words', text: '1,200.00', fields: [{ row: 0, column: 2 }] },
    ])
    expect(findDoubts(parseOf(sampleTable(HEADERS, rows, { role: 'performance' })), [], null)).toEqual([])
  })

  it('finds amounts that are in no line, in a header or in no fact', () => {
    const table = sampleTable(HEADERS, [['办公费', '4.00', '']])
    const parse = parseOf(table, { lines: ['办公费 4.00', '7.50'], cellLines: new Set([2]) })
    expect(findDoubts(parse, [], null)).toMatchObject([
      { kind: 'figure-in-header', text: '7.50', line: 2 },
      { kind: 'no-fact', line: 2, table: null },
    ])
    const lost = findDoubts(parseOf(table), [], [{ ...page, text: '办公费 4.00 9.90' }])
    expect(lost.filter(({ kind }) => kind === 'lost')).toMatchObject([{ text: '9.90', page: 3 }])
    const repeated = { code: 'page-repeated', message: '', line: null, page: 3 }
    const told = findDoubts(parseOf(table, { warnings: [repeated] }), [], [{ ...page, text: '9.90' }])
    expect(told.filter(({ kind }) => kind === 'lost')).toEqual([])
  })

  it('tells the cell whose amount became no fact', () => {
    const table = sampleTable(HEADERS, [['办公费', '4.00', '']])
    const parse = parseOf(table, { lines: ['4.00'], cellLines: new Set([1]) })
    const amounts = { ...table, cells: table.cells.filter(({ column }) => column === 1) }
    expect(findDoubts({ ...parse, tables: [amounts] }, [], null)).toMatchObject([
      { kind: 'no-fact', table: 'd-t1', fields: [{ row: 0, column: 1 }], page: 3 },
    ])
  })

  it('finds characters without a meaning, and tables without rows that are not declared empty', () => {
    const table = sampleTable(HEADERS, [])
    const doubts = findDoubts(parseOf(table, { lines: ['x'] }), [], [{ ...page, unmapped: [[1, 1, 2, 2]] }])
    expect(doubts).toMatchObject([
      { kind: 'unmapped', count: 1, page: 3 },
      { kind: 'no-rows', table: 'd-t1' },
    ])
    const note = { text: '本表为空', source: table.source }
    expect(findDoubts(parseOf({ ...table, emptyNote: note }, { lines: ['x'] }), [], null)).toEqual([])
  })
})
