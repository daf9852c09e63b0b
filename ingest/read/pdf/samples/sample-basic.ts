import type { Sample, SampleTable } from './sample-description.ts'
import { codeColumns, type Leaf, money, totalRow, withParents } from './sample-figures.ts'

const NAMES: Readonly<Record<string, string>> = {
  205: '教育支出',
  20508: '进修及培训',
  208: '社会保障和就业支出',
  20805: '行政事业单位养老支出',
  210: '卫生健康支出',
  21011: '行政事业单位医疗',
  213: '农林水支出',
  21302: '林业和草原',
  221: '住房保障支出',
  22102: '住房改革支出',
}

const LEAVES: readonly Leaf[] = [
  { code: '2050803', name: '培训支出', amounts: [2_140_000, 0] },
  { code: '2080501', name: '行政单位离退休', amounts: [18_326_040, 0] },
  { code: '2080505', name: '机关事业单位基本养老保险缴费支出', amounts: [64_118_200, 0] },
  { code: '2080506', name: '机关事业单位职业年金缴费支出', amounts: [32_059_100, 0] },
  { code: '2101101', name: '行政单位医疗', amounts: [29_870_555, 0] },
  { code: '2101103', name: '公务员医疗补助', amounts: [8_412_300, 0] },
  { code: '2130201', name: '行政运行', amounts: [512_733_918, 0] },
  { code: '2130204', name: '事业机构', amounts: [201_458_862, 0] },
  { code: '2130205', name: '森林资源培育', amounts: [0, 1_380_500_000] },
  { code: '2130207', name: '森林资源管理', amounts: [0, 264_937_000] },
  { code: '2130234', name: '林业草原防灾减灾', amounts: [0, 918_264_500] },
  { code: '2130299', name: '其他林业和草原支出', amounts: [0, 73_600_000] },
  { code: '2210201', name: '住房公积金', amounts: [71_203_644, 0] },
  { code: '2210203', name: '购房补贴', amounts: [15_366_000, 0] },
]

const BY_FUNCTION: SampleTable = {
  title: '2027年部门支出预算总表',
  unit: '元',
  keeper: '编制部门：青禾县林草事务局',
  columns: [
    { width: 44, align: 'center' },
    { width: 34, align: 'center' },
    { width: 34, align: 'center' },
    { width: 250, align: 'left' },
    { width: 120, align: 'right' },
    { width: 120, align: 'right' },
    { width: 120, align: 'right' },
  ],
  header: [
    [
      { text: '项目', across: 4 },
      { text: '支出预算', across: 3 },
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
  rows: [
    ...withParents(LEAVES, NAMES).map(({ code, name, amounts }) => [
      ...codeColumns(code),
      name,
      ...amounts.map((amount) => money(amount)),
    ]),
    totalRow(LEAVES, 4),
  ],
  rulings: 'filled',
  rowHeight: 22,
}

/** A wide table of two pages, its header on both. */
export const RULED_OVER_PAGES: Sample = {
  name: 'ruled-over-pages',
  tests: 'landscape; thin filled rectangles as lines; three header levels; codes in three columns; header repeated',
  pages: [
    { layout: 'landscape', foot: '5', items: [{ kind: 'table', table: BY_FUNCTION, to: 16 }] },
    { layout: 'landscape', foot: '6', items: [{ kind: 'table', table: BY_FUNCTION, from: 16 }] },
  ],
}

const THREE_PUBLIC: SampleTable = {
  number: '表七',
  title: '2027年一般公共预算“三公”经费支出表',
  unit: '万元',
  keeper: '部门：青禾县林草事务局',
  columns: [
    { width: 76, align: 'right' },
    { width: 92, align: 'right' },
    { width: 76, align: 'right' },
    { width: 76, align: 'right' },
    { width: 84, align: 'right' },
    { width: 84, align: 'right' },
  ],
  header: [
    [
      { text: '合计', down: 2 },
      { text: '因公出国（境）\n费', down: 2 },
      { text: '公务接待费', down: 2 },
      { text: '公务用车购置及运行费', across: 3 },
    ],
    ['小计', '公务用车\n购置费', '公务用车\n运行费'],
  ],
  rows: [['37.46', '', '3.16', '34.30', '18.00', '16.30']],
  notes: ['注：接待费列于公务用车之前，为县级统一格式。'],
  rulings: 'none',
  rowHeight: 24,
}

/** The three public items in columns, with nothing between them. */
export const UNRULED_THREE_PUBLIC: Sample = {
  name: 'unruled-three-public',
  tests:
    'no lines at all; two header levels, wrapped; right-aligned figures under wide headers; a blank amount; reception before vehicles',
  pages: [{ layout: 'portrait', foot: '- 9 -', items: [{ kind: 'table', table: THREE_PUBLIC }] }],
}

const TWO_PANELS: SampleTable = {
  title: '2027年部门收支预算总表',
  unit: '万元',
  keeper: '编制部门：云岭省青禾县渡口管理所',
  columns: [
    { width: 150, align: 'left' },
    { width: 90, align: 'right' },
    { width: 160, align: 'left' },
    { width: 90, align: 'right' },
  ],
  header: [
    [
      { text: '本年收入', across: 2 },
      { text: '本年支出', across: 2 },
    ],
    ['项目', '预算数', '项目', '预算数'],
  ],
  rows: [
    ['一、财政拨款收入', '1,286.40', '一、社会保障和就业支出', '143.92'],
    ['1. 一般公共预算', '1,286.40', '二、卫生健康支出', '61.08'],
    ['2. 政府性基金预算', '', '三、交通运输支出', '1,178.55'],
    ['3. 国有资本经营预算', '', '四、住房保障支出', '92.85'],
    ['二、事业收入', '190.00', '', ''],
    ['三、其他收入', '', '', ''],
    ['', '', '', ''],
    ['', '', '', ''],
    [{ text: '收入总计', align: 'center' }, '1,476.40', { text: '支出总计', align: 'center' }, '1,476.40'],
  ],
  rulings: 'stroked',
  rowHeight: 24,
}

/** Income on the left, expenditure on the right. */
export const TWO_PANEL_BALANCE: Sample = {
  name: 'two-panel-balance',
  tests: 'stroked lines; two halves side by side; blank rows; drawn column by column',
  pages: [{ layout: 'portrait', foot: '第 3 页', order: 'columns', items: [{ kind: 'table', table: TWO_PANELS }] }],
}

const HEAD = '青禾县档案服务中心 2027 年单位预算'

/** Explanation over two pages; a paragraph goes on behind the page break. */
export const PROSE_WRAPPED: Sample = {
  name: 'prose-wrapped',
  tests:
    'wrapped lines; words and figures cut by line and page breaks; page numbers and running heads; figures in another font',
  pages: [
    {
      layout: 'portrait',
      head: HEAD,
      foot: '— 4 —',
      items: [
        { kind: 'title', text: '2027年单位预算编制说明', ink: { size: 16, latin: 'Times-Roman' } },
        { kind: 'prose', text: '一、收支预算总体情况', ink: { latin: 'Times-Roman' } },
        {
          kind: 'prose',
          ink: { latin: 'Times-Roman' },
          text: '2027年，青禾县档案服务中心收入预算734.18万元，其中：财政拨款收入701.55万元，比2026年预算增加48.27万元，增长7.39%；事业收入32.63万元，与上年持平。支出预算734.18万元，其中：基本支出512.40万元，项目支出221.78万元。',
        },
        {
          kind: 'prose',
          ink: { latin: 'Times-Roman' },
          text: '财政拨款支出增加的主要原因是：新建数字化库房投入使用，水电及设备维护费用上升；旧存档案的修裱工作从三个乡镇扩大到全部九个乡镇；为方便群众查阅，周末窗口增加值守人员。',
        },
        { kind: 'prose', text: '二、“三公”经费情况', ink: { latin: 'Times-Roman' } },
        {
          kind: 'prose',
          part: 'beginning',
          ink: { latin: 'Times-Roman' },
          text: '2027年“三公”经费预算数为5.84万元，比2026年预算减少0.66万元，主要原因是一辆公务用车报废后不再更新，其中：因公出国（境）费0万元；公务接待费0.94万元，比2026年预算',
        },
      ],
    },
    {
      layout: 'portrait',
      head: HEAD,
      foot: '— 5 —',
      items: [
        {
          kind: 'prose',
          part: 'rest',
          ink: { latin: 'Times-Roman' },
          text: '减少0.06万元；公务用车购置及运行费4.90万元，比2026年预算减少0.60万元，其中公务用车购置费0万元，公务用车运行费4.90万元。',
        },
        { kind: 'prose', text: '三、机关运行经费', ink: { latin: 'Times-Roman' } },
        { kind: 'prose', text: '本单位为事业单位，没有机关运行经费。', ink: { latin: 'Times-Roman' } },
      ],
    },
  ],
}
