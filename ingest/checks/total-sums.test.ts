import { describe, expect, it } from 'vitest'
import { sampleTable } from './sample-table.ts'
import { tableSums } from './table-sums.ts'

describe('totals of rows', () => {
  const sums = (rows: readonly (readonly string[])[]) =>
    tableSums(sampleTable(['label:项目', '预算数'], rows, { unit: '元' }), null).map(
      ({ whole, printed, computed, holds }) =>
        `${rows[whole.row]?.[0]} ${printed} ${computed} ${holds ? 'holds' : 'fails'}`,
    )

  it('leave out the rows that 其中 goes on over', () => {
    const rows = [
      ['合计', '70.00'],
      ['因公出国（境）费', '6.00'],
      ['公务用车购置及运行维护费', '52.60'],
      ['其中：公务用车购置费', '18.00'],
      ['公务用车运行维护费', '34.60'],
      ['公务接待费', '11.40'],
    ]
    expect(sums(rows)).toEqual(['合计 70.00 70.00 holds'])
    expect(sums(rows.with(5, ['公务接待费', '11.00']))).toEqual(['合计 70.00 104.20 fails'])
  })

  it('count what a half under the same head prints beside them', () => {
    const columns = ['label:支出/按功能', '支出/决算数', 'label:支出/按性质', '支出/决算数']
    const totals = (left: string) =>
      tableSums(
        sampleTable(
          columns,
          [
            ['农林水支出', '8.00', '基本支出', '3.00'],
            ['住房保障支出', '1.00', '项目支出', '6.00'],
            ['本年支出合计', '9.00', '本年支出合计', '9.00'],
            ['结余分配', '', '年末结转和结余', left],
            ['总计', '11.00', '总计', '11.00'],
          ],
          { unit: '元' },
        ),
        null,
      ).map(({ whole, holds }) => `${whole.row}/${whole.column} ${holds}`)
    expect(totals('2.00')).toEqual(['2/1 true', '4/1 true', '2/3 true', '4/3 true'])
    expect(totals('1.00')).toContain('4/1 false')
  })
})
