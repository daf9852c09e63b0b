import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Table } from '../domain/table.ts'
import { sampleTable } from './sample-table.ts'
import type { Field, SumFinding } from './sum-finding.ts'
import { tableSums } from './table-sums.ts'

const SPENDING = ['code:类', 'code:款', 'code:项', 'label:科目名称', '支出/合计', '支出/基本支出', '支出/项目支出']
const ROWS = [
  ['204', '', '', '公共安全支出', '8,626.44', '1,672.44', '6,954.00'],
  ['204', '06', '', '司法', '8,626.44', '1,672.44', '6,954.00'],
  ['204', '06', '01', '行政运行', '1,682.44', '1,672.44', '10.00'],
  ['204', '06', '04', '基层司法业务', '2,170.30', '', '2,170.30'],
  ['204', '06', '99', '其他司法支出', '4,773.70', '', '4,773.70'],
  ['208', '', '', '社会保障和就业支出', '334.30', '334.20', '0.10'],
  ['208', '05', '', '行政事业单位养老支出', '334.30', '334.20', '0.10'],
  ['208', '05', '01', '行政单位离退休', '57.80', '57.75', '0.05'],
  ['208', '05', '05', '机关事业单位基本养老保险缴费支出', '276.50', '276.45', '0.05'],
  ['合计', '', '', '', '8,960.74', '2,006.64', '6,954.10'],
]

/** The relations tried and how many of each hold. */
function counts(findings: readonly SumFinding[]): Record<string, string> {
  const relations = [...new Set(findings.map(({ relation }) => relation))]
  return Object.fromEntries(
    relations.map((relation) => {
      const own = findings.filter((finding) => finding.relation === relation)
      return [relation, `${own.filter(({ holds }) => holds).length} of ${own.length}`]
    }),
  )
}

const broken = (table: Table) => tableSums(table, null).filter(({ holds }) => !holds)

describe('tableSums', () => {
  it('holds classes, totals and columns against their parts', () => {
    const findings = tableSums(sampleTable(SPENDING, ROWS), null)
    expect(counts(findings)).toEqual({ codes: '12 of 12', total: '3 of 3', columns: '10 of 10' })
    expect(findings.find(({ relation }) => relation === 'total')).toEqual({
      table: 'd-t1',
      relation: 'total',
      whole: { row: 9, column: 4 },
      parts: [
        { row: 0, column: 4 },
        { row: 5, column: 4 },
      ],
      printed: '8960.74',
      computed: '8960.74',
      difference: '0.00',
      holds: true,
      suspects: [],
    })
  })

  it('names the one field whose digit was changed', () => {
    const figures = ROWS.flatMap((cells, row) =>
      cells.flatMap((text, column) => (/\./.test(text) ? [{ row, column }] : [])),
    )
    fc.assert(
      fc.property(fc.constantFrom(...figures), fc.nat(20), fc.integer({ min: 1, max: 9 }), (field, at, step) => {
        const findings = broken(sampleTable(SPENDING, withDigit(field, at, step)))
        expect(findings.length).toBeGreaterThan(0)
        for (const { suspects } of findings) expect(suspects).toEqual([field])
      }),
    )
  })

  it('tells what a blank total should print, and nothing of a heading', () => {
    const blank = (row: number, columns: readonly number[]) =>
      ROWS.map((cells, index) => cells.map((text, column) => (index === row && columns.includes(column) ? '' : text)))
    expect(broken(sampleTable(SPENDING, blank(9, [4])))).toMatchObject([
      { relation: 'total', printed: null, computed: '8960.74', difference: '-8960.74', whole: { row: 9, column: 4 } },
      { relation: 'columns', printed: null, computed: '8960.74' },
    ])
    expect(broken(sampleTable(SPENDING, blank(9, [4, 5, 6])))).toEqual([])
  })

  it('allows for rounding to the decimals printed, but not in fen', () => {
    const rows = [
      ['办公费', '1.2'],
      ['印刷费', '2.3'],
      ['水费', '0.0'],
      ['合计', '3.6'],
    ]
    expect(tableSums(sampleTable(['label:项目', '预算数'], rows, { unit: '万元' }), null)).toMatchObject([
      { holds: true, difference: '0.1' },
    ])
    const worse = [...rows.slice(0, 3), ['合计', '3.7']]
    expect(broken(sampleTable(['label:项目', '预算数'], worse, { unit: '万元' }))).toMatchObject([
      { difference: '0.2' },
    ])
    const fen = rows.map(([name = '', figure = '']) => [name, `${figure}0`])
    expect(broken(sampleTable(['label:项目', '预算数'], fen))).toMatchObject([{ difference: '0.10' }])
  })
})

/** The rows with another digit in a field. */
function withDigit({ row, column }: Field, at: number, step: number): string[][] {
  return ROWS.map((cells, r) =>
    cells.map((text, c) => {
      if (r !== row || c !== column) return text
      const digits = [...text].flatMap((sign, index) => (/\d/.test(sign) ? [index] : []))
      const index = digits[at % digits.length] ?? 0
      return text.slice(0, index) + String((Number(text[index]) + step) % 10) + text.slice(index + 1)
    }),
  )
}

describe('totals', () => {
  const sums = (rows: readonly (readonly string[])[], organization: string | null = null) =>
    tableSums(sampleTable(['label:项目', '预算数'], rows, { unit: '元' }), organization).map(
      ({ whole, printed, computed, holds }) =>
        `${rows[whole.row]?.[0]} ${printed} ${computed} ${holds ? 'holds' : 'fails'}`,
    )

  it('leave out what a row above contains, by its enumerators', () => {
    const rows = [
      ['一、财政拨款收入', '90.00'],
      ['1.一般公共预算', '80.00'],
      ['2.政府性基金预算', '10.00'],
      ['二、事业收入', '5.00'],
      ['本年收入合计', '95.00'],
      ['上年结转', '3.00'],
      ['其中：一般公共预算', '2.00'],
      ['收入总计', '98.00'],
    ]
    expect(sums(rows)).toEqual(['本年收入合计 95.00 95.00 holds', '收入总计 98.00 98.00 holds'])
  })

  it('may stand first, of the whole table or of their own part of it', () => {
    expect(
      sums([
        ['合计', '9.00'],
        ['办公费', '4.00'],
        ['印刷费', '5.00'],
      ]),
    ).toEqual(['合计 9.00 9.00 holds'])
    expect(
      sums([
        ['一、本年收入', '9.00'],
        ['1.一般公共预算', '4.00'],
        ['2.单位资金', '5.00'],
        ['二、上年结转', '2.00'],
        ['收入总计', '11.00'],
      ]),
    ).toEqual(['一、本年收入 9.00 9.00 holds', '收入总计 11.00 11.00 holds'])
  })

  it('may add up totals', () => {
    const rows = [
      ['办公费', '4.00'],
      ['小计', '4.00'],
      ['印刷费', '5.00'],
      ['小计', '5.00'],
      ['合计', '9.00'],
    ]
    expect(sums(rows).at(-1)).toBe('合计 9.00 9.00 holds')
    expect(
      sums(
        [
          ['合计', '9.00'],
          ['青石县水务局', '9.00'],
          ['办公费', '4.00'],
          ['印刷费', '5.00'],
        ],
        '青石县水务局',
      ),
    ).toEqual(['合计 9.00 9.00 holds', '青石县水务局 9.00 9.00 holds'])
  })

  it('are no rows of projects that the unit itself carries out', () => {
    const rows = [
      ['古树普查', '青石县水务局', '4.00'],
      ['草场改良', '青石县草原站', '5.00'],
      ['合计', '', '9.00'],
    ]
    const table = sampleTable(['label:项目名称', 'label:实施单位', '预算数'], rows)
    expect(tableSums(table, '青石县水务局')).toMatchObject([{ whole: { row: 2, column: 2 }, holds: true }])
  })

  it('leave out the parts of a part that no sign tells as such', () => {
    const rows = [
      ['财政拨款（补助）', '7.00'],
      ['一般公共预算', '4.00'],
      ['政府性基金', '3.00'],
      ['事业收入', '1.00'],
      ['合计', '8.00'],
    ]
    expect(sums(rows)).toEqual(['合计 8.00 8.00 holds'])
  })

  it('fail where nothing of them adds up', () => {
    expect(
      sums([
        ['办公费', '4.00'],
        ['印刷费', '5.00'],
        ['合计', '8.00'],
      ]),
    ).toEqual(['合计 8.00 9.00 fails'])
  })

  it('go over both halves of a table of accounts', () => {
    const headers = ['code:科目编码', 'label:科目名称', '决算数', 'code:科目编码', 'label:科目名称', '决算数']
    const rows = [
      ['301', '工资福利支出', '5.00', '302', '商品和服务支出', '4.00'],
      ['30101', '基本工资', '5.00', '30201', '办公费', '3.00'],
      ['303', '对个人和家庭的补助', '2.00', '30202', '印刷费', '1.00'],
      ['30301', '离休费', '2.00', '310', '资本性支出', '6.00'],
      ['', '', '', '31002', '办公设备购置', '6.00'],
      ['人员经费合计', '', '7.00', '公用经费合计', '', '10.00'],
    ]
    const findings = tableSums(sampleTable(headers, rows), null)
    expect(counts(findings)).toEqual({ codes: '4 of 4', total: '2 of 2' })
    const moved = [
      ['301', '工资福利支出', '5.00', '30201', '办公费', '3.00'],
      ['30101', '基本工资', '5.00', '30202', '印刷费', '1.00'],
      ['302', '商品和服务支出', '4.00', '303', '对个人和家庭的补助', '2.00'],
      ['', '', '', '30301', '离休费', '2.00'],
      ['人员经费合计', '', '7.00', '公用经费合计', '', '4.00'],
    ]
    expect(counts(tableSums(sampleTable(headers, moved), null))).toEqual({ codes: '3 of 3', total: '2 of 2' })
  })
})

describe('columns', () => {
  const row = (headers: readonly string[], figures: readonly string[]) =>
    tableSums(sampleTable(['label:项目', ...headers], [['办公费', ...figures]]), null).map(
      ({ whole, computed, holds }) => `${headers[whole.column - 1]} ${computed} ${holds ? 'holds' : 'fails'}`,
    )

  it('add up groups by their own totals', () => {
    const headers = ['合计', '因公出国费', '公务用车/小计', '公务用车/购置费', '公务用车/运行费', '公务接待费']
    expect(row(headers, ['10.00', '1.00', '6.00', '4.00', '2.00', '3.00'])).toEqual([
      '合计 10.00 holds',
      '公务用车/小计 6.00 holds',
    ])
  })

  it('add up groups without a total, and the same stage of each', () => {
    expect(
      row(
        ['合计', '基本支出/人员经费', '基本支出/公用经费', '项目支出', '其中：采购'],
        ['9.00', '1.00', '3.00', '5.00', '2.00'],
      ),
    ).toEqual(['合计 9.00 holds'])
    expect(
      row(['合计/预算数', '合计/决算数', '接待费/预算数', '接待费/决算数'], ['9.00', '7.00', '9.00', '6.00']),
    ).toEqual(['合计/预算数 9.00 holds', '合计/决算数 6.00 fails'])
  })

  it('add up totals side by side, and nothing that is no money', () => {
    expect(row(['合计', '小计', '甲', '乙', '小计', '丙'], ['9.00', '4.00', '1.00', '3.00', '5.00', '5.00'])).toEqual([
      '合计 9.00 holds',
      '小计 4.00 holds',
      '小计 5.00 holds',
    ])
    expect(row(['合计', '基本支出', '占比'], ['9.00', '9.00', '100'])).toEqual(['合计 9.00 holds'])
    expect(row(['合计', '备注'], ['9.00', '无'])).toEqual([])
  })
})

describe('sides', () => {
  const headers = ['label:项目', '收入/预算数', 'label:项目', '支出/预算数']
  const rows = (right: string) => [
    ['一、财政拨款', '9.00', '一、公共安全支出', right],
    ['收入总计', '9.00', '支出总计', right],
  ]

  it('of a balance come to the same', () => {
    const balance = (right: string) =>
      tableSums(sampleTable(headers, rows(right), { role: 'income_expenditure' }), null)
    expect(counts(balance('9.00'))).toEqual({ total: '2 of 2', sides: '1 of 1' })
    expect(balance('8.00').filter(({ holds }) => !holds)).toMatchObject([{ relation: 'sides', difference: '1.00' }])
  })

  it('are held against each other in a balance only', () => {
    expect(counts(tableSums(sampleTable(headers, rows('8.00')), null))).toEqual({ total: '2 of 2' })
  })
})
