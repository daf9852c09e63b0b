import type { Sample, SampleTable } from './sample-description.ts'

const PAIRS: SampleTable = {
  number: '公开08表',
  title: '财政拨款“三公”经费支出决算表',
  unit: '万元',
  keeper: '部门：临湖市白鹭洲街道办事处',
  columns: [
    { width: 200, align: 'left' },
    { width: 70, align: 'right' },
    { width: 70, align: 'right' },
    { width: 70, align: 'right' },
    { width: 70, align: 'right' },
  ],
  header: [
    [
      { text: '项目', down: 2 },
      { text: '预算数', across: 2 },
      { text: '决算数', across: 2 },
    ],
    ['全年', '其中：财政拨款', '全年', '其中：财政拨款'],
  ],
  rows: [
    [{ text: '合计', align: 'center' }, '35.80', '35.80', '28.41', '28.41'],
    ['1.因公出国（境）费', '', '', '', ''],
    ['2.公务用车购置及运行维护费', '31.00', '31.00', '26.07', '26.07'],
    ['    其中：（1）公务用车购置费', '0.00', '', '0.00', ''],
    ['            （2）公务用车运行维护费', '31.00', '31.00', '26.07', '26.07'],
    ['3.公务接待费', '4.80', '4.80', '2.34', '2.34'],
    ['    （1）国内接待费', '4.80', '4.80', '2.34', '2.34'],
    ['        其中：外事接待费', '', '', '', ''],
    ['    （2）国（境）外接待费', '', '', '', ''],
  ],
  rulings: 'none',
  rowHeight: 19,
}

/** Pairs of budget and outturn between paragraphs. */
export const UNRULED_IN_PROSE: Sample = {
  name: 'unruled-in-prose',
  tests:
    'a table without lines between paragraphs; budget and outturn in pairs; names set in by several depths; rows without amounts, the last one of them',
  pages: [
    {
      layout: 'portrait',
      foot: '第 19 页',
      items: [
        { kind: 'prose', text: '八、财政拨款“三公”经费支出决算情况说明' },
        {
          kind: 'prose',
          text: '2026年度街道“三公”经费财政拨款支出预算为35.80万元，支出决算为28.41万元，完成预算的79.36%，决算数小于预算数的主要原因是压减了公务用车运行费用和接待批次。',
        },
        { kind: 'table', table: PAIRS },
        {
          kind: 'prose',
          text: '因公出国（境）费全年没有发生。公务接待费支出2.34万元，用于上级检查和兄弟街道来访，共接待21批次、186人次。',
        },
        { kind: 'prose', text: '九、预算绩效管理工作开展情况' },
        { kind: 'prose', text: '街道对12个项目开展了绩效自评，涉及资金3,407.60万元，占项目支出总额的100%。' },
      ],
    },
  ],
}

const PANELS: SampleTable = {
  title: '2027年部门收支总表',
  unit: '元',
  columns: [
    { width: 140, align: 'left' },
    { width: 78, align: 'right' },
    { width: 130, align: 'left' },
    { width: 78, align: 'right' },
    { width: 78, align: 'right' },
  ],
  header: [
    [
      { text: '收　　入', across: 2 },
      { text: '支　　出', across: 3 },
    ],
    ['项　目', '预算数', '项　目', '合计', '其中：一般\n公共预算'],
  ],
  rows: [
    ['一、一般公共预算财政拨款收入', '48,316,207.55', '一、一般公共服务支出', '20,118,400.00', '20,118,400.00'],
    ['二、政府性基金预算收入', '6,050,000.00', '二、公共安全支出', '', ''],
    ['三、国有资本经营预算收入', '', '三、教育支出', '11,930,026.17', '11,930,026.17'],
    ['四、财政专户管理资金收入', '', '四、城乡社区支出', '15,117,781.38', '9,067,781.38'],
    ['五、单位资金收入', '1,200,000.00', '五、灾害防治及应急管理支出', '8,400,000.00', '7,200,000.00'],
    ['', '', '六、其他支出', '', ''],
    [
      { text: '本 年 收 入 合 计', align: 'center' },
      '55,566,207.55',
      { text: '本 年 支 出 合 计', align: 'center' },
      '55,566,207.55',
      '48,316,207.55',
    ],
    ['上年结转结余', '', '年终结转结余', '', ''],
    [
      { text: '收 入 总 计', align: 'center' },
      '55,566,207.55',
      { text: '支 出 总 计', align: 'center' },
      '55,566,207.55',
      '48,316,207.55',
    ],
  ],
  rulings: 'none',
  rowHeight: 21,
}

/** Income beside expenditure with nothing between them. */
export const UNRULED_TWO_PANELS: Sample = {
  name: 'unruled-two-panels',
  tests:
    'two halves without lines; spread header words and totals; a half that is blank in a row; long amounts in 元 that nearly touch each other',
  pages: [{ layout: 'portrait', foot: '3', items: [{ kind: 'table', table: PANELS }] }],
}

const LEVELS: SampleTable = {
  number: '表4',
  title: '2027年部门支出总体情况表',
  unit: '万元',
  keeper: '填报单位：临湖市苇塘生态保护中心',
  columns: [
    { width: 34, align: 'center' },
    { width: 30, align: 'center' },
    { width: 30, align: 'center' },
    { width: 150, align: 'left' },
    { width: 72, align: 'right' },
    { width: 72, align: 'right' },
    { width: 72, align: 'right' },
    { width: 72, align: 'right' },
    { width: 72, align: 'right' },
    { width: 72, align: 'right' },
  ],
  header: [
    [
      { text: '功能科目', across: 4 },
      { text: '总计', down: 3 },
      { text: '基本支出', across: 3 },
      { text: '项目支出', across: 2 },
    ],
    [
      { text: '科目编码', across: 3 },
      { text: '科目名称', down: 2 },
      { text: '小计', down: 2 },
      { text: '按性质', across: 2 },
      { text: '部门\n预算项目', down: 2 },
      { text: '专项\n转移支付', down: 2 },
    ],
    ['类', '款', '项', '人员经费', '公用经费'],
  ],
  rows: [
    [{ text: '合计', across: 4, align: 'center' }, '1,904.26', '811.06', '702.33', '108.73', '1,093.20', ''],
    ['211', '', '', '节能环保支出', '1,761.88', '668.68', '559.95', '108.73', '1,093.20', ''],
    ['211', '01', '', '环境保护管理事务', '668.68', '668.68', '559.95', '108.73', '', ''],
    ['211', '01', '01', '行政运行', '668.68', '668.68', '559.95', '108.73', '', ''],
    ['211', '04', '', '自然生态保护', '1,093.20', '', '', '', '1,093.20', ''],
    ['211', '04', '02', '农村环境保护及湿地鸟类栖息地恢复', '1,093.20', '', '', '', '1,093.20', ''],
    ['221', '', '', '住房保障支出', '142.38', '142.38', '142.38', '', '', ''],
    ['221', '02', '01', '住房公积金', '142.38', '142.38', '142.38', '', '', ''],
  ],
  rulings: 'none',
  rowHeight: 24,
  ink: { size: 9 },
}

/** Three levels of header words. */
export const UNRULED_THREE_LEVELS: Sample = {
  name: 'unruled-three-levels',
  tests:
    'no lines; three header levels with words that go over one, two or all of them; codes in three narrow columns; a blank column; a total over four columns',
  pages: [{ layout: 'landscape', foot: '- 4 -', items: [{ kind: 'table', table: LEVELS }] }],
}

const TIGHT: SampleTable = {
  number: '预算06表',
  title: '项目支出明细预算表',
  unit: '元',
  columns: [
    { width: 88, align: 'left' },
    { width: 66, align: 'left' },
    { width: 56, align: 'right' },
    { width: 56, align: 'right' },
    { width: 56, align: 'right' },
    { width: 56, align: 'right' },
    { width: 60, align: 'left' },
  ],
  header: [
    [
      { text: '项目名称', down: 2 },
      { text: '项目单位', down: 2 },
      { text: '资金来源', across: 4 },
      { text: '备注', down: 2 },
    ],
    ['合计', '本级财力', '上级补助', '自筹'],
  ],
  rows: [
    [
      '城区主干道路灯节能改造（含智能控制）',
      '市政设施养护所',
      '128,460,310.75',
      '116,120,000.00',
      '12,340,310.75',
      '',
      '跨年',
    ],
    ['雨污分流二期', '市政设施养护所', '109,875,000.00', '100,375,000.00', '', '109,500,000.00', ''],
    ['危旧桥梁检测', '桥隧中心', '118,640.00', '118,640.00', '', '', '含加固设计'],
    ['海绵城市示范片区建设前期工作经费', '规划编研中心', '120,006,200.00', '115,006,200.00', '15,000,000.00', '', ''],
    ['合计', '', '358,460,150.75', '331,619,840.00', '127,340,310.75', '109,500,000.00', ''],
  ],
  rulings: 'none',
  rowHeight: 17,
  ink: { size: 8 },
}

/** Small print in narrow columns. */
export const UNRULED_TIGHT: Sample = {
  name: 'unruled-tight',
  tests:
    'small letters without lines; amounts of hundreds of millions in 元 that fill their columns; wrapped names that fill theirs; remarks behind the amounts',
  pages: [{ layout: 'portrait', foot: '14', items: [{ kind: 'table', table: TIGHT }] }],
}
