import type { Sample, SampleColumn, SampleTable } from './sample-description.ts'

const PERFORMANCE: SampleTable = {
  title: '2027年项目支出绩效目标表',
  unit: '万元',
  keeper: '填报单位：青禾县档案服务中心',
  columns: [
    { width: 90, align: 'left' },
    { width: 60, align: 'right' },
    { width: 70, align: 'center' },
    { width: 90, align: 'center' },
    { width: 150, align: 'left' },
    { width: 60, align: 'center' },
    { width: 60, align: 'right' },
    { width: 60, align: 'center' },
  ],
  header: [['项目名称', '预算数', '一级指标', '二级指标', '三级指标', '指标性质', '指标值', '计量单位']],
  rows: [
    [
      { text: '馆藏档案数字化加工', down: 6 },
      { text: '48.50', down: 6 },
      { text: '产出指标', down: 4 },
      { text: '数量指标', down: 2 },
      '扫描页数',
      '＞',
      '620000',
      '页',
    ],
    ['著录条目', '＞', '31000', '条'],
    [{ text: '质量指标' }, '图像抽检合格率', '＞', '99.5', '%'],
    [{ text: '时效指标' }, '完工月份', '＜', '11', '月'],
    ['效益指标', '社会效益指标', '群众查档等候时间', '＜', '15', '分钟'],
    ['满意度指标', '服务对象满意度', '查档群众满意度', '＞', '96', '%'],
    [
      { text: '乡镇旧档修裱', down: 4 },
      { text: '23.18', down: 4 },
      { text: '产出指标', down: 2 },
      { text: '数量指标' },
      '修裱卷数',
      '＝',
      '840',
      '卷',
    ],
    [{ text: '成本指标' }, '每卷修裱成本', '＜', '276', '元'],
    [{ text: '效益指标', down: 2 }, { text: '可持续影响指标', down: 2 }, '修裱档案保存年限', '＞', '50', '年'],
    ['可供查阅的乡镇', '＝', '9', '个'],
  ],
  rulings: 'stroked',
  rowHeight: 30,
}

/** Targets whose first columns cover many rows, a page break through one of them. */
export const MERGED_TARGETS: Sample = {
  name: 'merged-targets',
  tests:
    'cells over several rows on four levels; the page break cuts one, whose words stand above it; header repeated; landscape behind portrait',
  pages: [
    {
      layout: 'portrait',
      foot: '18',
      items: [
        { kind: 'title', text: '绩效目标情况说明' },
        { kind: 'prose', text: '2027年，中心对2个项目编报了绩效目标，涉及预算资金71.68万元。' },
      ],
    },
    { layout: 'landscape', foot: '19', items: [{ kind: 'table', table: PERFORMANCE, to: 8 }] },
    { layout: 'landscape', foot: '20', items: [{ kind: 'table', table: PERFORMANCE, from: 8 }] },
  ],
}

const PAIRS: SampleTable = {
  number: '公开07表',
  title: '财政拨款“三公”经费支出决算表',
  unit: '万元',
  columns: Array.from({ length: 12 }, (): SampleColumn => ({ width: 58, align: 'right' })),
  header: [
    [{ text: '财政拨款“三公”经费', across: 12 }],
    [
      { text: '合计', across: 2, down: 2 },
      { text: '因公出国\n（境）费', across: 2, down: 2 },
      { text: '公务用车购置及运行维护费', across: 6 },
      { text: '公务接待费', across: 2, down: 2 },
    ],
    [
      { text: '小计', across: 2 },
      { text: '公务用车\n购置费', across: 2 },
      { text: '公务用车\n运行维护费', across: 2 },
    ],
    Array.from({ length: 6 }, () => ['预算数', '决算数']).flat(),
  ],
  rows: [['21.35', '18.02', '0.00', '0.00', '19.40', '16.61', '0.00', '0.00', '19.40', '16.61', '1.95', '1.41']],
  notes: ['注：预算数按年中调整后的数填列，决算数含上年结转安排的支出。'],
  rulings: 'stroked',
  rowHeight: 30,
  ink: { size: 9, latin: 'Helvetica' },
}

/** Budget and outturn side by side below four header levels. */
export const FOUR_HEADER_LEVELS: Sample = {
  name: 'four-header-levels',
  tests: 'four header levels, merged across and down; pairs of columns; a single row',
  pages: [{ layout: 'landscape', foot: '— 14 —', order: 'reversed', items: [{ kind: 'table', table: PAIRS }] }],
}

const BALANCE: SampleTable = {
  title: '2027年财政拨款收支预算总表',
  unit: '万元',
  keeper: '编制部门：云岭省青禾县渡口管理所',
  columns: [
    { width: 140, align: 'left' },
    { width: 80, align: 'right' },
    { width: 170, align: 'left' },
    { width: 80, align: 'right' },
    { width: 90, align: 'right' },
    { width: 90, align: 'right' },
  ],
  header: [
    [
      { text: '财政拨款收入', across: 2 },
      { text: '财政拨款支出', across: 4 },
    ],
    ['项目', '预算数', '项目', '合计', '一般公共预算', '政府性基金\n预算'],
  ],
  rows: [
    ['一、一般公共预算', '1,286.40', '一、社会保障和就业支出', '143.92', '143.92', ''],
    ['二、政府性基金预算', '', '二、卫生健康支出', '61.08', '61.08', ''],
    ['', '', '三、交通运输支出', '988.55', '988.55', ''],
    ['', '', '四、住房保障支出', '92.85', '92.85', ''],
    [
      { text: '收入总计', align: 'center' },
      '1,286.40',
      { text: '支出总计', align: 'center' },
      '1,286.40',
      '1,286.40',
      '',
    ],
  ],
  rulings: 'filled',
  rowHeight: 24,
}

/** A small disclosure from its cover to its last sentence. */
export const WHOLE_DISCLOSURE: Sample = {
  name: 'whole-disclosure',
  tests: 'cover, contents with dotted leaders, prose, a landscape table between portrait pages, prose again',
  pages: [
    {
      layout: 'portrait',
      items: [
        { kind: 'gap', height: 200 },
        { kind: 'title', text: '云岭省青禾县渡口管理所', ink: { size: 24, spacing: 2 } },
        { kind: 'title', text: '2027年部门预算', ink: { size: 24, spacing: 2, latin: 'Times-Roman' } },
      ],
    },
    {
      layout: 'portrait',
      foot: '- 1 -',
      items: [
        { kind: 'title', text: '目 录' },
        {
          kind: 'contents',
          entries: [
            ['第一部分 部门概况', 2],
            ['第二部分 2027年部门预算表', 3],
            ['一、财政拨款收支预算总表', 3],
            ['第三部分 2027年部门预算情况说明', 4],
          ],
        },
      ],
    },
    {
      layout: 'portrait',
      foot: '- 2 -',
      items: [
        { kind: 'title', text: '第一部分 部门概况', ink: { size: 16, twice: true } },
        { kind: 'prose', text: '一、部门职责' },
        {
          kind: 'prose',
          text: '云岭省青禾县渡口管理所负责全县十一处渡口、码头的安全检查，渡船登记和渡工培训，以及洪水季节的停航管理。',
        },
        { kind: 'prose', text: '二、机构设置' },
        { kind: 'prose', text: '管理所内设三个股室，编制26名，实有24人。' },
      ],
    },
    { layout: 'landscape', foot: '- 3 -', items: [{ kind: 'table', table: BALANCE }] },
    {
      layout: 'portrait',
      foot: '- 4 -',
      items: [
        { kind: 'title', text: '第三部分 2027年部门预算情况说明', ink: { size: 16, twice: true } },
        { kind: 'prose', text: '一、财政拨款收支情况' },
        {
          kind: 'prose',
          text: '2027年财政拨款收入预算1,286.40万元，全部为一般公共预算；财政拨款支出预算1,286.40万元，其中交通运输支出988.55万元，占76.85%。',
        },
      ],
    },
  ],
}
