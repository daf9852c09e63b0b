import type { Item, Sample, SampleTable } from './sample-description.ts'
import { type Leaf, money, totalRow, withParents } from './sample-figures.ts'

const NAMES: Readonly<Record<string, string>> = {
  208: '社会保障和就业支出',
  20805: '行政事业单位养老支出',
  212: '城乡社区支出',
  21203: '城乡社区公共设施',
  21205: '城乡社区环境卫生',
}

const LEAVES: readonly Leaf[] = [
  { code: '2080505', name: '机关事业单位基本养老保险缴费支出', amounts: [28_016, 0, 0] },
  { code: '2080506', name: '机关事业单位职业年金缴费支出', amounts: [14_008, 0, 0] },
  { code: '2120303', name: '小城镇基础设施建设', amounts: [0, 715_590, 44_000] },
  { code: '2120399', name: '其他城乡社区公共设施支出', amounts: [0, 120_475, 0] },
  { code: '2120501', name: '城乡社区环境卫生', amounts: [196_342, 530_208, 61_925] },
]

const income = (keeper: string, rulings: SampleTable['rulings']): SampleTable => ({
  number: '表二',
  title: '2027年部门收入预算总表',
  unit: '万元',
  keeper,
  columns: [
    { width: 80, align: 'left' },
    { width: 230, align: 'left' },
    { width: 95, align: 'right' },
    { width: 95, align: 'right' },
    { width: 95, align: 'right' },
    { width: 95, align: 'right' },
  ],
  header: [
    [
      { text: '科目编码', down: 2 },
      { text: '科目名称', down: 2 },
      { text: '合计', down: 2 },
      { text: '收入来源', across: 3 },
    ],
    ['一般公共预算', '政府性基金', '上年结转'],
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
  rowHeight: 24,
})

/** A wide table on a page that is turned. */
export const TURNED_PAGE: Sample = {
  name: 'turned-page',
  tests: 'the page is stored standing and turned by /Rotate 90',
  pages: [
    {
      layout: 'landscape',
      turned: true,
      foot: '共 1 页',
      items: [{ kind: 'table', table: income('编制部门：梧桐湾镇人民政府', 'stroked') }],
    },
  ],
}

/** A sheet larger than what is shown, all of it in form XObjects. */
export const CROPPED_FORM: Sample = {
  name: 'cropped-form',
  tests: 'a crop box within a media box that does not begin at 0, 0; everything inside a form XObject',
  pages: [
    {
      layout: 'landscape',
      cropped: true,
      inForm: true,
      foot: '4',
      items: [{ kind: 'table', table: income('编制部门：梧桐湾镇市容管理站', 'filled') }],
    },
    {
      layout: 'portrait',
      cropped: true,
      inForm: true,
      foot: '5',
      items: [
        { kind: 'title', text: '收入预算说明' },
        {
          kind: 'prose',
          text: '2027年收入预算1,710.56万元，其中上年结转105.93万元，全部为以前年度的环境卫生项目和小城镇建设项目。',
        },
      ],
    },
  ],
}

const DOUBLED = income('编制部门：梧桐湾镇排水所', 'frames')

/** A page that was scanned into the file twice. */
export const DUPLICATED_PAGE: Sample = {
  name: 'duplicated-page',
  tests: 'the second page of a table is in the file twice, the very same; its rows count once',
  pages: [
    { layout: 'landscape', foot: '8', items: [{ kind: 'table', table: DOUBLED, to: 6 }] },
    { layout: 'landscape', foot: '9', items: [{ kind: 'table', table: DOUBLED, from: 6 }] },
    { layout: 'landscape', foot: '9', copy: true, items: [{ kind: 'table', table: DOUBLED, from: 6 }] },
  ],
}

const VISIBLE: SampleTable = {
  title: '2027年上级转移支付资金表',
  unit: '万元',
  columns: [
    { width: 260, align: 'left' },
    { width: 110, align: 'right' },
    { width: 110, align: 'right' },
  ],
  header: [['项目', '提前下达', '当年下达']],
  rows: [
    ['小型水库移民扶助', '73.20', '18.05'],
    ['农村厕所改造', '240.00', ''],
    ['合计', '313.20', '18.05'],
  ],
  rulings: 'stroked',
  rowHeight: 30,
}

/** Words under the page that nobody sees: an older state of the table. */
export const HIDDEN_TEXT: Sample = {
  name: 'hidden-text',
  tests: 'invisible text (render mode 3) and white text, at free places and over a blank cell',
  pages: [
    {
      layout: 'portrait',
      foot: '2',
      items: [
        { kind: 'hidden', text: '内部送审稿不得外传', at: [200, 700], how: 'invisible' },
        { kind: 'hidden', text: '88.88', at: [500, 179], how: 'invisible' },
        { kind: 'hidden', text: '999.99', at: [100, 560], how: 'white' },
        { kind: 'table', table: VISIBLE },
        { kind: 'prose', text: '以上资金已全部编入2027年部门预算。' },
      ],
    },
  ],
}

const explanation: readonly Item[] = [
  { kind: 'title', text: '2027年部门预算情况说明' },
  { kind: 'prose', text: '一、主要职责' },
  { kind: 'prose', text: '（一）负责全镇道路、桥涵、路灯等公用设施的养护和管理，编制年度养护计划并组织实施。' },
  { kind: 'prose', text: '（二）负责生活垃圾清扫、收集、转运，监督保洁企业履行合同。' },
  { kind: 'prose', text: '二、收支增减变化' },
  {
    kind: 'prose',
    text: '2027年支出预算1,710.56万元，比上年增加152.40万元，增长9.78%。增加的原因是：转运站设备大修；新接收小区道路纳入清扫范围；保洁员工资标准调整。',
  },
  { kind: 'prose', text: '三、名词解释' },
  { kind: 'prose', text: '1.上年结转：指以前年度安排、结转到本年继续使用的资金。' },
]

/** Sentences that the file holds from the last to the first. */
export const DRAWN_BACKWARDS: Sample = {
  name: 'drawn-backwards',
  tests: 'prose drawn in reversed order; short paragraphs; numbered headings; a title in the middle',
  pages: [
    {
      layout: 'portrait',
      foot: '第 2 页 共 2 页',
      order: 'reversed',
      items: explanation,
    },
  ],
}
