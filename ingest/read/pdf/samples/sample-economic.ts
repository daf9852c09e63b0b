import type { Sample, SampleTable } from './sample-description.ts'
import { type Leaf, money, totalRow, withParents } from './sample-figures.ts'

/** Codes as a careless clerk left them: a space within, a blank at the end. */
const ECONOMIC: SampleTable = {
  number: '公开06表',
  title: '一般公共预算财政拨款基本支出决算表',
  unit: '万元',
  keeper: '部门：朔川市栖霞岭区水文站',
  columns: [
    { width: 52, align: 'left' },
    { width: 118, align: 'left' },
    { width: 70, align: 'right' },
    { width: 52, align: 'left' },
    { width: 128, align: 'left' },
    { width: 70, align: 'right' },
  ],
  header: [
    [
      { text: '人员经费', across: 3 },
      { text: '公用经费', across: 3 },
    ],
    ['经济分类\n科目编码', '科目名称', '决算数', '经济分类\n科目编码', '科目名称', '决算数'],
  ],
  rows: [
    ['301', '工资福利支出', '412.07', '302', '商品和服务支出', '58.66'],
    ['30101', '  基本工资', '128.40', '30201', '  办公费', '9.31'],
    ['301 2', '  津贴补贴', '155.92', '30202', '  印刷费', ''],
    ['30103', '  奖金', '', '30205', '  水费', '0.48'],
    ['30107', '  绩效工资', '', '30206', '  电费', '3.70'],
    ['30108', '  机关事业单位基本养老保险缴费', '45.16', '30207', '  邮电费', '2.25'],
    ['30109', '  职业年金缴费', '22.58', '30211', '  差旅费', '11.90'],
    ['30110', '  职工基本医疗保险缴费', '20.33', '30213', '  维修（护）费', '6.04'],
    ['30113', '  住房公积金', '39.68', '30216', '  培训费', '1.12'],
    ['303', '对个人和家庭的补助', '14.35', '30217', '  公务接待费', '0.87'],
    ['30301', '  离休费', '', '30226', '  劳务费', '4.50'],
    ['30302', '  退休费', '13.10', '30231', '  公务用车运行维护费', '8.29'],
    ['30305', '  生活补助', '1.25', '30299', '  其他商品和服务支出', '10.20'],
    ['', '', '', '310', '资本性支出', '3.98'],
    ['', '', '', '31002', '  办公设备购置', '3.98'],
    [
      { text: '人员经费合计', across: 2, align: 'center' },
      '426.42',
      { text: '公用经费合计', across: 2, align: 'center' },
      '62.64',
    ],
  ],
  notes: ['注：站内两处监测断面的水电费列入本表办公费以外各行。'],
  rulings: 'frames',
  rowHeight: 19,
  ink: { size: 9, latin: 'Times-Roman' },
}

/** Basic expenditure, staff on the left and operation on the right. */
export const ECONOMIC_TWO_PANELS: Sample = {
  name: 'economic-two-panels',
  tests:
    'a frame a cell; economic accounts left and right; names wrapped in their cells and set in; a misprinted code; a total over two columns; a footnote',
  pages: [{ layout: 'portrait', foot: '17', items: [{ kind: 'table', table: ECONOMIC }] }],
}

const NAMES: Readonly<Record<string, string>> = {
  206: '科学技术支出',
  20604: '技术研究与开发',
  207: '文化旅游体育与传媒支出',
  20701: '文化和旅游',
  20702: '文物',
  208: '社会保障和就业支出',
  20805: '行政事业单位养老支出',
  210: '卫生健康支出',
  21011: '行政事业单位医疗',
  221: '住房保障支出',
  22102: '住房改革支出',
}

const LEAVES: readonly Leaf[] = [
  { code: '2060404', name: '科技成果转化与扩散', amounts: [0, 4500] },
  { code: '2070101', name: '行政运行', amounts: [48_215, 0] },
  { code: '2070104', name: '图书馆', amounts: [21_160, 33_800] },
  { code: '2070108', name: '文化活动', amounts: [0, 17_625] },
  { code: '2070109', name: '群众文化', amounts: [15_577, 26_090] },
  { code: '2070112', name: '文化和旅游市场管理', amounts: [0, 3_940] },
  { code: '2070204', name: '文物保护', amounts: [0, 61_275] },
  { code: '2070205', name: '博物馆', amounts: [30_418, 19_400] },
  { code: '2080505', name: '机关事业单位基本养老保险缴费支出', amounts: [9_873, 0] },
  { code: '2080506', name: '机关事业单位职业年金缴费支出', amounts: [4_936, 0] },
  { code: '2101101', name: '行政单位医疗', amounts: [2_817, 0] },
  { code: '2101102', name: '事业单位医疗', amounts: [3_105, 0] },
  { code: '2210201', name: '住房公积金', amounts: [11_240, 0] },
]

const byFunction = (title: string, rulings: SampleTable['rulings']): SampleTable => ({
  title,
  unit: '万元',
  keeper: '编制单位：朔川市文博旅游中心',
  columns: [
    { width: 70, align: 'left' },
    { width: 210, align: 'left' },
    { width: 80, align: 'right' },
    { width: 70, align: 'right' },
    { width: 70, align: 'right' },
  ],
  header: [
    [
      { text: '功能分类科目', across: 2 },
      { text: '合计', down: 2 },
      { text: '其中', across: 2 },
    ],
    ['科目编码', '科目名称', '基本支出', '项目支出'],
  ],
  rows: [
    ...withParents(LEAVES, NAMES).map(({ code, name, amounts }) => [
      code,
      name,
      ...amounts.map((amount) => (amount === 0 ? '' : money(amount))),
    ]),
    totalRow(LEAVES, 2),
  ],
  rulings,
  rowHeight: 26,
})

const CONTINUED = byFunction('2027年一般公共预算支出功能分类预算表', 'stroked')

/** A table that goes on over three pages without its header, prose behind it. */
export const CONTINUED_WITHOUT_HEADER: Sample = {
  name: 'continued-without-header',
  tests:
    'three pages, the header on the first only; the total alone on the last, where prose goes on below it; running heads',
  pages: [
    {
      layout: 'portrait',
      head: '朔川市文博旅游中心',
      foot: '- 11 -',
      items: [{ kind: 'table', table: CONTINUED, to: 14 }],
    },
    {
      layout: 'portrait',
      head: '朔川市文博旅游中心',
      foot: '- 12 -',
      items: [{ kind: 'table', table: CONTINUED, from: 14, to: 24, header: false }],
    },
    {
      layout: 'portrait',
      head: '朔川市文博旅游中心',
      foot: '- 13 -',
      items: [
        { kind: 'table', table: CONTINUED, from: 24, header: false },
        { kind: 'gap', height: 20 },
        { kind: 'title', text: '其他相关情况说明' },
        { kind: 'prose', text: '2027年，中心没有政府购买服务项目，故不作说明。' },
      ],
    },
  ],
}

const LONE = byFunction('2027年部门支出预算总表', 'open')

/** The same kind of table with few lines, its total on a page of its own below a repeated header. */
export const LONE_TOTAL: Sample = {
  name: 'lone-total',
  tests:
    'lines above and below the header only; header repeated; on the last page nothing but the total; blanks are not zeros',
  pages: [
    { layout: 'portrait', foot: '7', items: [{ kind: 'table', table: LONE, to: 24 }] },
    { layout: 'portrait', foot: '8', items: [{ kind: 'table', table: LONE, from: 24 }] },
  ],
}
