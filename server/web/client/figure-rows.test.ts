import { expect, it } from 'vitest'
import { csv } from '../../lookup/csv.ts'
import { workbookParts } from '../../spreadsheet/workbook-parts.ts'
import { cellText, figureRows } from './figure-rows.ts'
import { sampleAnswer, sampleFigure } from './sample-answer.ts'

const ORIGIN = 'https://budget.example'

it('gives what was asked before its context, each with its place, without columns that would be blank', () => {
  const context = sampleFigure({ role: 'context', label: '其中：国内接待费', value: '2.00', citations: [7] })
  const [header, first, second, ...others] = figureRows(sampleAnswer({ figures: [context, sampleFigure()] }), ORIGIN)
  expect(header).toEqual([
    '用途',
    '项目',
    '数值',
    '计量单位',
    '机构',
    '层级',
    '年度',
    '性质',
    '核对',
    '文件',
    '位置',
    '原文数字',
    '原文链接',
  ])
  expect(first?.slice(0, 4)).toEqual(['答案', '公务接待费', { number: '3.50' }, '万元'])
  expect(first?.at(-1)).toEqual({ text: '打开原文', href: `${ORIGIN}/documents/d1?lines=12-12&raw=3.50#L12` })
  expect(second?.slice(0, 3)).toEqual(['参考', '其中：国内接待费', { number: '2.00' }])
  expect(second?.at(-1)).toBe('')
  expect(others).toEqual([])
})

it('speaks the language of the answer, and tells limits, changes and formulas', () => {
  const figures = [
    sampleFigure({ comparator: '<=', direction: 'down', stage: 'adjusted' }),
    sampleFigure({ derivation: { expression: 'a / b', inputs: [] }, fiscalYear: null, basis: null, level: null }),
  ]
  const rows = figureRows(sampleAnswer({ language: 'en', figures }), ORIGIN)
  expect(rows[0]).toEqual(expect.arrayContaining(['Item', 'Limit', 'Change', 'Stage', 'Formula']))
  expect(rows[1]).toEqual(expect.arrayContaining(['≤', 'down', 'adjusted budget', 'budget']))
  expect(rows[2]).toContain('a / b')
})

it('lets no formula and no script address through, in neither format', () => {
  const [citation] = sampleAnswer().citations
  if (!citation) throw new Error('the sample has no citation')
  const answer = sampleAnswer({
    figures: [sampleFigure({ label: '=HYPERLINK("http://x")', unit: '@SUM(A1)', value: '-1+cmd' })],
    citations: [{ ...citation, document: '+1', href: 'javascript:alert(1)' }],
  })
  const rows = figureRows(answer, ORIGIN)
  const text = csv(rows.map((row) => row.map(cellText)))
  expect(text).toContain(`"'=HYPERLINK(""http://x"")"`)
  expect(text).toContain(`,'-1+cmd,'@SUM(A1),`)
  const sheet = new Map(workbookParts('答案', rows, [])).get('xl/worksheets/sheet1.xml') ?? ''
  expect(sheet).not.toContain('<f>')
  expect(sheet).not.toContain('<v>')
  expect(sheet).toContain('>=HYPERLINK(&quot;http://x&quot;)<')
  expect(text + sheet).not.toContain('javascript')
})

it('writes numbers as numbers with the decimals they were printed with', () => {
  const rows = [['数值'], [{ number: '6.20' }], [{ number: '-3' }], [{ number: '1234567890123456' }]]
  const parts = new Map(workbookParts('数', rows, []))
  const sheet = parts.get('xl/worksheets/sheet1.xml') ?? ''
  expect(sheet).toContain('<c r="A2" s="5"><v>6.20</v></c>')
  expect(sheet).toContain('<c r="A3" s="3"><v>-3</v></c>')
  expect(sheet).toContain('t="inlineStr"><is><t xml:space="preserve">1234567890123456</t>')
  expect(parts.get('xl/styles.xml')).toContain('formatCode="0.00"')
})
