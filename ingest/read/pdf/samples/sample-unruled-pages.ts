import type { Item, Sample, SampleTable } from './sample-description.ts'

const OUTLAY: SampleTable = {
  title: '2027年部门项目支出预算表',
  unit: '万元',
  keeper: '编制部门：麓川县交通运输局',
  columns: [
    { width: 36, align: 'center' },
    { width: 190, align: 'left' },
    { width: 84, align: 'right' },
    { width: 84, align: 'right' },
    { width: 84, align: 'right' },
  ],
  header: [
    [
      { text: '序号', down: 2 },
      { text: '项目名称', down: 2 },
      { text: '预算数', across: 3 },
    ],
    ['合计', '本年安排', '上年结转'],
  ],
  rows: [
    ['1', '农村公路日常养护', '1,260.00', '1,260.00', ''],
    ['2', '县道X417线安防设施完善工程', '388.45', '300.00', '88.45'],
    ['3', '公交线路运营补贴（含新能源车辆充电及老年人免费乘车部分）', '642.70', '642.70', ''],
    ['4', '水路客运渡口提升改造', '96.30', '', '96.30'],
    ['5', '治超站点信息系统运行维护及检测设备检定校准服务费', '58.18', '58.18', ''],
    ['6', '公路水毁抢修应急储备', '', '', ''],
    ['7', '交通运输行业安全监管第三方技术服务', '45.00', '45.00', ''],
    ['8', '农村客运站改造', '120.00', '70.00', '50.00'],
    ['9', '货运枢纽前期研究', '36.00', '36.00', ''],
    [{ text: '合计', across: 2, align: 'center' }, '2,646.63', '2,411.88', '234.75'],
  ],
  notes: ['注：上年结转为已下达未支付资金。'],
  rulings: 'none',
  rowHeight: 30,
}

/** A table without lines that goes on over three pages. */
export const UNRULED_OVER_PAGES: Sample = {
  name: 'unruled-over-pages',
  tests:
    'no lines over three pages, the header on the first only; on the second page a column is blank; the last page holds one row and a note; wrapped names; a row without amounts',
  pages: [
    { layout: 'portrait', foot: '— 6 —', items: [{ kind: 'table', table: OUTLAY, to: 4 }] },
    { layout: 'portrait', foot: '— 7 —', items: [{ kind: 'table', table: OUTLAY, from: 4, to: 7, header: false }] },
    { layout: 'portrait', foot: '— 8 —', items: [{ kind: 'table', table: OUTLAY, from: 7, header: false }] },
  ],
}

const LEVEL: SampleTable = {
  number: '附表2',
  title: '2027年政府购买服务支出预算表',
  unit: '万元',
  columns: [
    { width: 150, align: 'left' },
    { width: 130, align: 'left' },
    { width: 70, align: 'right' },
    { width: 70, align: 'right' },
    { width: 70, align: 'left' },
  ],
  header: [['购买服务项目', '承接主体', '预算数', '上年执行数', '服务期限']],
  rows: [
    [
      { text: '航道疏浚', drop: -4 },
      '具备相应资质的企业',
      { text: '210.00', drop: 5 },
      { text: '187.64', drop: 5 },
      '一年',
    ],
    [
      '渡口渡船安全检查与船员培训、考核及证书核发辅助',
      '事业单位、社会组织或者具备条件的企业',
      { text: '32.50', drop: -7 },
      { text: '30.00', drop: -7 },
      '2027年3月至2028年2月',
    ],
    ['交通量观测', '企业', '', '12.96', ''],
    ['公路路况检测与技术状况评定（国省道）', '具备相应资质的企业', '88.00', '', '一年'],
    [{ text: '合计', align: 'center' }, '', '330.50', '230.60', ''],
  ],
  rulings: 'level',
  rowHeight: 28,
}

/** Level lines between all rows, none upright. */
export const LEVEL_LINES: Sample = {
  name: 'level-lines',
  tests:
    'level lines between all rows and no others; amounts above and below the lines of their names; dates and names wrapped in their cells',
  pages: [{ layout: 'portrait', foot: '5', items: [{ kind: 'table', table: LEVEL }] }],
}

const STAFF: SampleTable = {
  title: '预算基本信息表',
  unit: '万元',
  columns: [
    { width: 220, align: 'left' },
    { width: 110, align: 'right' },
    { width: 110, align: 'right' },
  ],
  header: [['指标', '上年数', '本年数']],
  rows: [
    ['编制人数（人）', '64', '62'],
    ['实有人数（人）', '61', '60'],
    ['机关运行经费', '148.20', '139.76'],
    ['会议费', '3.60', ''],
  ],
  rulings: 'none',
  rowHeight: 26,
  ink: { size: 12 },
}

const front: readonly Item[] = [
  { kind: 'title', text: '目　　录' },
  {
    kind: 'contents',
    entries: [
      ['第一部分 部门概况', 1],
      ['一、主要职责', 1],
      ['二、机构设置', 2],
    ],
  },
  {
    kind: 'contents',
    dots: false,
    entries: [
      ['第二部分 部门预算表', 4],
      ['表一 收支预算总表', 4],
      ['表二 支出预算总表', 10],
      ['第三部分 名词解释', 16],
    ],
  },
]

const signed: readonly Item[] = [
  {
    kind: 'line',
    pieces: [
      [76, '2027年，我局按照'],
      [172, '“过紧日子”的要求，'],
      [286, '从严从紧编制部门预算，'],
      [416, '压减一般性支出，'],
      [511, '其中'],
    ],
  },
  {
    kind: 'line',
    rest: true,
    pieces: [
      [54, '会议费比上年减少'],
      [150, '0.40'],
      [180, '万元，培训费减少'],
      [280, '1.20'],
      [310, '万元，差旅费与上年持平。'],
    ],
  },
  { kind: 'table', table: STAFF },
  { kind: 'gap', height: 10 },
  {
    kind: 'line',
    pieces: [
      [54, '单位负责人：陆望舒'],
      [230, '填表人：乔麦'],
      [400, '联系电话：5550136'],
    ],
  },
  {
    kind: 'line',
    pieces: [
      [54, '单位：（盖章）'],
      [400, '日期：2027年2月8日'],
    ],
  },
]

/** What looks like a table and is none, and one that is. */
export const CONTENTS_AND_SIGNATURES: Sample = {
  name: 'contents-and-signatures',
  tests:
    'a table of contents with dots and without; justified lines of prose with wide gaps; signature lines; between them a table of counts and amounts without lines',
  pages: [
    { layout: 'portrait', items: front },
    { layout: 'portrait', foot: '1', items: signed },
  ],
}
