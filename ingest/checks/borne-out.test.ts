import { describe, expect, it } from 'vitest'
import type { Table } from '../domain/table.ts'
import { borneOut, legible } from './borne-out.ts'
import { sampleTable } from './sample-table.ts'

const COLUMNS = ['code:科目编码', 'label:科目名称', '合计', '基本支出', '项目支出']
const ROWS = [
  ['213', '农林水支出', '112.40', '12.40', '100.00'],
  ['21303', '水利', '112.40', '12.40', '100.00'],
  ['2130301', '行政运行', '12.40', '12.40', ''],
  ['2130306', '水利工程运行与维护', '100.00', '', '100.00'],
]

/** A table with a line a cell, as readers of pages write them. */
function printed(rows: readonly (readonly string[])[]): Table {
  const table = sampleTable(COLUMNS, rows)
  const lineOf = (row: number, column: number) => row * COLUMNS.length + column + 1
  return {
    ...table,
    cells: table.cells.map((cell) => {
      const line = lineOf(cell.row, cell.column)
      return { ...cell, source: { kind: 'lines', from: line, to: line } }
    }),
  }
}

const sure = () => 95
/** The figures of a table that its sums bear out. */
function provenOf(table: Table, confidenceOf: (line: number) => number | null = sure): string[] {
  const proofs = borneOut(table, null, confidenceOf)
  return table.cells.filter(({ source }) => proofs.has(source.from)).map(({ text }) => text)
}

describe('borneOut', () => {
  it('names a sum for every figure that takes part in one, and for copies of those', () => {
    expect(provenOf(printed(ROWS))).toEqual(ROWS.flatMap((row) => row.slice(2).filter((text) => text !== '')))
  })

  it('bears out nothing by copies alone: a figure is misread alike wherever it is printed', () => {
    const copies = [
      ['221', '住房保障支出', '12.40', '12.40', ''],
      ['22102', '住房改革支出', '12.40', '12.40', ''],
      ['2210201', '住房公积金', '12.40', '12.40', ''],
    ]
    expect(provenOf(printed(copies))).toEqual([])
  })

  it('bears out nothing that is misread, though its neighbours add up', () => {
    const misread = ROWS.map((row) => row.map((text) => (text === '112.40' ? '12.40' : text)))
    expect(provenOf(printed(misread))).toEqual([])
  })

  it('takes one unsure figure in a sum, and not two', () => {
    const unsure =
      (...lines: number[]) =>
      (line: number) =>
        lines.includes(line) ? 30 : 95
    const [row] = ROWS
    const single = printed([row ?? []])
    expect(provenOf(single, unsure(3))).toEqual(['112.40', '12.40', '100.00'])
    expect(provenOf(single, unsure(3, 4))).toEqual([])
  })
})

describe('legible', () => {
  const table = { ...printed(ROWS), source: { kind: 'lines' as const, from: 1, to: 20 } }

  it('tells figures whose row is named unsurely', () => {
    const isLegible = legible(table, [], (line) => (line === 6 ? 70 : 95))
    expect([0, 1].map((row) => isLegible({ row, column: 2 }))).toEqual([true, false])
  })

  it('tells figures whose column is headed unsurely', () => {
    const shifted = {
      ...table,
      cells: table.cells.map((cell) => ({ ...cell, source: { ...cell.source, from: cell.source.from + 2 } })),
    }
    const isLegible = legible(shifted, ['合计', '基本支出'], (line) => (line === 2 ? 70 : 95))
    expect([2, 3].map((column) => isLegible({ row: 0, column }))).toEqual([true, false])
  })

  it('tells figures whose column is headed by words that no such table has, however surely read', () => {
    const misread = {
      ...table,
      columns: table.columns.map((column, at) => (at === 2 ? { ...column, path: ['才政拨款支出'] } : column)),
    }
    expect([2, 3].map((column) => legible(misread, [], () => 99)({ row: 0, column }))).toEqual([false, true])
  })
})
