import type { Item, Sample, SampleTable } from './sample-description.ts'

const blankRows = (count: number, width: number) =>
  Array.from({ length: count }, () => Array.from({ length: width }, () => ''))

const fundTable = (title: string, head: string, notes: readonly string[], first: readonly string[][]): SampleTable => ({
  title,
  unit: '万元',
  keeper: '编制部门：云岭省青禾县渡口管理所',
  columns: [
    { width: 40, align: 'center' },
    { width: 40, align: 'center' },
    { width: 40, align: 'center' },
    { width: 160, align: 'left' },
    { width: 70, align: 'right' },
    { width: 70, align: 'right' },
    { width: 70, align: 'right' },
  ],
  header: [
    [
      { text: '项目', across: 4 },
      { text: head, across: 3 },
    ],
    [
      { text: '功能分类科目编码', across: 3 },
      { text: '功能分类科目名称', down: 2 },
      { text: '合计', down: 2 },
      { text: '基本支出', down: 2 },
      { text: '项目支出', down: 2 },
    ],
    ['类', '款', '项'],
  ],
  rows: [...first, [{ text: '合计', across: 4, align: 'center' }, '', '', '']],
  notes,
  rulings: 'stroked',
  rowHeight: 20,
})

const FUND = fundTable(
  '2027年政府性基金预算支出功能分类预算表',
  '政府性基金预算支出',
  ['注：本单位2027年没有政府性基金预算安排的支出，故本表为空表。'],
  [['无', '', '', '', '', '', ''], ...blankRows(5, 7)],
)

const CAPITAL = fundTable(
  '2027年国有资本经营预算支出功能分类预算表',
  '国有资本经营预算支出',
  ['注：本表反映国有资本经营预算支出的情况。', '说明：本单位2027年没有国有资本经营预算支出，故本表无数据。'],
  blankRows(6, 7),
)

const FILLED: SampleTable = {
  title: '2027年政府采购预算表',
  unit: '万元',
  columns: [
    { width: 60, align: 'center' },
    { width: 230, align: 'left' },
    { width: 100, align: 'right' },
    { width: 100, align: 'right' },
  ],
  header: [['序号', '采购项目名称', '采购数量', '采购金额']],
  rows: [
    ['1', '渡船救生设备', '40', '12.80'],
    ['2', '岸线视频监控', '6', '27.45'],
    [{ text: '合计', across: 2, align: 'center' }, '', '40.25'],
    ...blankRows(3, 4),
  ],
  notes: ['注：本单位无政府采购预算，此表为空表。'],
  rulings: 'stroked',
  rowHeight: 22,
}

/** Tables that print nothing, and one that says so wrongly. */
export const EMPTY_TABLES: Sample = {
  name: 'empty-tables',
  tests:
    'tables of blank rows, with 无 or without; notes that say a table is empty, one of them below a filled table; blank rows that go on on the next page',
  pages: [
    {
      layout: 'portrait',
      foot: '12',
      items: [
        { kind: 'table', table: FUND },
        { kind: 'table', table: CAPITAL },
      ],
    },
    { layout: 'portrait', foot: '13', items: [{ kind: 'table', table: FILLED, to: 4 }] },
    { layout: 'portrait', foot: '14', items: [{ kind: 'table', table: FILLED, from: 4, header: false }] },
  ],
}

const DROPPED: SampleTable = {
  number: '附表三',
  title: '2027年项目支出预算表',
  unit: '万元',
  columns: [
    { width: 120, align: 'left' },
    { width: 130, align: 'left' },
    { width: 80, align: 'right' },
    { width: 80, align: 'right' },
    { width: 80, align: 'right' },
  ],
  header: [
    [
      { text: '项目名称', down: 2 },
      { text: '实施单位', down: 2 },
      { text: '合计', down: 2 },
      { text: '资金来源', across: 2 },
    ],
    ['一般公共\n预算', '其他资金'],
  ],
  rows: [
    [
      '古树名木普查建档及挂牌保护专项经费',
      '青禾县林草事务局本级',
      { text: '86.00', drop: 7 },
      { text: '80.00', drop: 7 },
      { text: '6.00', drop: 7 },
    ],
    [
      '退化草场补播改良（含围栏管护）三年行动项目',
      '青禾县草原监测站',
      { text: '1,204.50', drop: -6 },
      { text: '1,204.50', drop: -6 },
      '',
    ],
    ['苗木基地灌溉', '青禾县国有林场', '37.60', '', '37.60'],
    [
      '林区防火观察塔维修及无人机巡护服务采购项目（二期）',
      '青禾县森林消防大队、青禾县林草事务局',
      { text: '295.12', drop: 6 },
      { text: '260.00', drop: 6 },
      { text: '35.12', drop: 6 },
    ],
    [{ text: '合计', align: 'center' }, '', '1,623.22', '1,544.50', '78.72'],
  ],
  rulings: 'none',
  rowHeight: 26,
}

/** Names over several lines, and amounts that stand level with none of them. */
export const VALUES_OFF_LINE: Sample = {
  name: 'values-off-line',
  tests: 'no lines; names of several lines; amounts between, above or below the lines of their names; a wrapped header',
  pages: [{ layout: 'portrait', foot: '— 21 —', items: [{ kind: 'table', table: DROPPED }] }],
}

const SPLIT: SampleTable = {
  number: '公开01表',
  title: '收入支出决算总表',
  unit: '元',
  columns: [
    { width: 170, align: 'left' },
    { width: 100, align: 'right' },
    { width: 100, align: 'right' },
    { width: 100, align: 'right' },
    { width: 80, align: 'right' },
  ],
  header: [['项　　目', '年初预算数', '调整预算数', '决 算 数', '完成预算\n（%）']],
  rows: [
    ['一、财政拨款', '8,120,000.00', '8,455,310.27', '8,401,226.90', '99.36%'],
    ['二、事业收入', '1,300,000.00', '1,300,000.00', '1,187,045.15', '91.31%'],
    ['三、其他收入', '0.00', '25,000.00', '-3,460.08', '-13.84%'],
    [{ text: '本 年 收 入 合 计', align: 'center' }, '9,420,000.00', '9,780,310.27', '9,584,811.97', '98.00%'],
  ],
  rulings: 'filled',
  rowHeight: 26,
  ink: { size: 10, split: true, twice: true },
}

/** Figures in pieces, words drawn twice. */
export const SPLIT_FIGURES: Sample = {
  name: 'split-figures',
  tests:
    'a figure in several text runs; everything drawn twice for bold; header words spread by spaces; negative amounts and percentages',
  pages: [{ layout: 'portrait', foot: '3', items: [{ kind: 'table', table: SPLIT }] }],
}

const IN_YUAN: SampleTable = {
  number: '表五',
  title: '2027年一般公共预算基本支出表',
  unit: '元',
  columns: [
    { width: 90, align: 'center' },
    { width: 210, align: 'left' },
    { width: 120, align: 'right' },
  ],
  header: [['科目编码', '科目名称', '金额']],
  rows: [
    ['301', '工资福利支出', '2,318,406.00'],
    ['30101', '基本工资', '1,204,006.00'],
    ['30113', '住房公积金', '1,114,400.00'],
    ['302', '商品和服务支出', '96,780.50'],
    ['30217', '公务接待费', '4,180.50'],
    ['30231', '公务用车运行维护费', '92,600.00'],
    [{ text: '合计', across: 2, align: 'center' }, '2,415,186.50'],
  ],
  rulings: 'stroked',
}

const IN_WAN: SampleTable = {
  number: '表六',
  title: '2027年“三公”经费预算表',
  unit: '万元',
  columns: [
    { width: 300, align: 'left' },
    { width: 120, align: 'right' },
  ],
  header: [['项目', '预算数']],
  rows: [
    ['合计', '12.68'],
    ['1.因公出国（境）费', '0.00'],
    ['2.公务接待费', '0.42'],
    ['3.公务用车购置及运行费', '12.26'],
    ['其中：公务用车购置费', '0.00'],
    ['公务用车运行费', '12.26'],
  ],
  rulings: 'stroked',
}

const pair: readonly Item[] = [
  { kind: 'table', table: IN_YUAN },
  { kind: 'table', table: IN_WAN },
  { kind: 'prose', text: '注：以上两表的金额单位不同，请对照使用。' },
]

/** Two tables on a page, one in 元 and one in 万元. */
export const UNITS_MIXED: Sample = {
  name: 'units-mixed',
  tests: 'two tables of different units on one page; numbers of tables in their captions; a sentence below them',
  pages: [{ layout: 'portrait', foot: '6 / 15', items: pair }],
}

const SHADED: SampleTable = {
  number: '表3-2',
  title: '2027年国有资产占有使用情况表',
  unit: '万元',
  columns: [
    { width: 130, align: 'left' },
    { width: 44, align: 'center' },
    { width: 60, align: 'right' },
    { width: 90, align: 'right' },
    { width: 60, align: 'right' },
    { width: 90, align: 'right' },
  ],
  header: [
    [
      { text: '资产类别', down: 2 },
      { text: '计\n量\n单\n位', down: 2 },
      { text: '上年末', across: 2 },
      { text: '本年购置计划', across: 2 },
    ],
    ['数量', '原值', '数量', '金额'],
  ],
  rows: [
    ['一、土地、房屋', '平方米', '3,420', '918.40', '', ''],
    ['二、车辆', '辆', '7', '142.66', '1', '18.00'],
    ['其中：执法执勤用车', '辆', '4', '88.20', '1', '18.00'],
    ['三、单价100万元（含）以上设备', '台', '2', '307.95', '', ''],
    [{ text: '合计', across: 2, align: 'center' }, '', '1,369.01', '', '18.00'],
  ],
  rulings: 'sideless',
  shaded: true,
  rowHeight: 26,
}

/** Grey cells, lines inside only, a header word that runs downwards. */
export const SHADED_SIDELESS: Sample = {
  name: 'shaded-sideless',
  tests:
    'grey rectangles behind header and rows, which are no lines; no lines at the outer sides; a header word of one character a line; counts beside amounts',
  pages: [{ layout: 'portrait', foot: '* 10 *', items: [{ kind: 'table', table: SHADED }] }],
}
