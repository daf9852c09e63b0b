import { describe, expect, it } from 'vitest'
import type { RawCell } from '../domain/block.ts'
import { coverings } from './merged-cells.ts'

const cell = (text: string, down = 1): RawCell => ({ text, line: 1, span: { rows: down, columns: 1 } })
const BLANK: RawCell = { text: '', line: 1 }

/** What covers the first column, row by row. */
const covering = (rows: readonly RawCell[][], breaks: readonly number[] = []) =>
  coverings(rows, breaks).map((words) => words.get(0) ?? '')

describe('merged cells that cover rows from above', () => {
  it('reach as far as the file tells', () => {
    const rows = [
      [cell('灌区', 2), cell('修渠')],
      [BLANK, cell('清淤')],
      [BLANK, cell('巡查')],
    ]
    expect(covering(rows)).toEqual(['', '灌区', ''])
  })

  it('go on over a page break to the next word of their column', () => {
    const rows = [[cell('灌区', 2)], [BLANK], [BLANK], [BLANK], [cell('水库')], [BLANK]]
    expect(covering(rows, [2])).toEqual(['', '灌区', '灌区', '灌区', '', ''])
  })

  it('end where their page had blanks of its own below them', () => {
    const rows = [[cell('灌区', 2)], [BLANK], [BLANK], [BLANK]]
    expect(covering(rows, [3])).toEqual(['', '灌区', '', ''])
  })

  it('are none in a column without any', () => {
    expect(covering([[cell('灌区')], [BLANK]], [1])).toEqual(['', ''])
  })
})
