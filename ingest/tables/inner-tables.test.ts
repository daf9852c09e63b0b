import { describe, expect, it } from 'vitest'
import type { Block, RawCell } from '../domain/block.ts'
import { buildTables } from './build.ts'

/** "项目*3": a cell over three columns, the fields behind it blank. */
function row(text: string, line: number): RawCell[] {
  return text.split('|').flatMap((field): RawCell[] => {
    const [word = '', across = '1'] = field.split('*')
    const columns = Number(across)
    return [
      { text: word, line, span: { rows: 1, columns } },
      ...Array.from({ length: columns - 1 }, () => ({ text: '', line })),
    ]
  })
}

function tablesOf(...rows: readonly string[]) {
  const blocks: Block[] = [
    { kind: 'paragraph', spans: [{ text: '“三公”经费支出决算表', line: 1 }] },
    { kind: 'paragraph', spans: [{ text: '单位：万元', line: 2 }] },
    { kind: 'grid', ruled: true, rows: rows.map((text, index) => row(text, index + 3)) },
  ]
  return buildTables(blocks, 'd', ['青石县水务局']).map(({ table }) => table)
}

const shown = ({ title, unit, columns, rows, cells }: ReturnType<typeof tablesOf>[number]) => ({
  title,
  unit,
  columns: columns.map(({ path }) => path.join('/')),
  rows: rows.map((_, at) => cells.filter((cell) => cell.row === at).map(({ text }) => text)),
})

const COSTS = ['因公出国（境）费|公务用车运行费*2|公务接待费', '0.00|6.20*2|1.10']

describe('tables in one frame', () => {
  it('are parted where columns are headed anew', () => {
    const [costs, counts, ...more] = tablesOf(
      ...COSTS,
      '相关统计数：*4',
      '项目|统计数|项目|统计数',
      '公务用车保有量（辆）|3|接待人次（人）|90',
    ).map(shown)
    expect(more).toEqual([])
    expect(costs?.rows).toEqual([['0.00', '6.20', '1.10']])
    expect(counts).toEqual({
      title: '“三公”经费支出决算表',
      unit: '万元',
      columns: ['项目', '统计数', '项目', '统计数'],
      rows: [['公务用车保有量（辆）', '3', '接待人次（人）', '90']],
    })
  })

  it('lose the columns that only the table above has', () => {
    const counts = tablesOf(...COSTS, '项目*2|统计数*2', '公务用车保有量（辆）*2|3*2').map(shown)[1]
    expect(counts?.columns).toEqual(['项目', '统计数'])
  })

  it.each([
    ['words that are no heads', '公务接待|统计数*3'],
    ['figures', '项目|3.00*3'],
    ['names alone', '项目|科目名称*3'],
  ])('stay one below %s', (_, inner) => {
    expect(tablesOf(...COSTS, inner, '公务用车保有量（辆）|3*3')).toHaveLength(1)
  })

  it('stay one in a form of indicators', () => {
    expect(tablesOf('一级指标|指标值*3', '产出|5.00*3', '项目|金额*3', '修渠|5.00*3')).toHaveLength(1)
  })
})
