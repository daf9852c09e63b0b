import type { Sample, SampleTable } from './sample-description.ts'

const NARROW: SampleTable = {
  title: '收入决算表',
  unit: '万元',
  keeper: '编制单位：青石县档案馆',
  columns: [
    { width: 56, align: 'left' },
    { width: 140, align: 'left' },
    { width: 60, align: 'right' },
    { width: 60, align: 'right' },
    { width: 60, align: 'right' },
  ],
  header: [['科目编码', '科目名称', '本年收入合计', '财政拨款收入', '其他收入']],
  rows: [
    [{ text: '合计', across: 2, align: 'center' }, '786.\n52', '772.16', '14.36'],
    ['201', '一般公共服务支出', '701.\n82', '687.46', '14.36'],
    ['20126', '档案事务', '701.\n82', '687.46', '14.36'],
    ['2012604', '档案馆', '701.\n82', '687.46', '14.36'],
    ['208', '社会保障和就业支出', '84.7\n0', '84.70', ''],
    ['2080505', '机关事业单位基本养老保险缴费支出', '71.02', '71.02', ''],
    ['2080506', '机关事业单位职业年金缴费支出', '13.68', '13.68', ''],
  ],
  rulings: 'none',
  rowHeight: 27,
}

const FILLED: SampleTable = {
  title: '项目支出表',
  unit: '万元',
  keeper: '部门名称：青石县城市管理局',
  columns: [
    { width: 116, align: 'left' },
    { width: 164, align: 'left' },
    { width: 70, align: 'right' },
    { width: 70, align: 'right' },
  ],
  header: [['功能科目', '项目名称', '合计', '一般公共预算']],
  rows: [
    [{ text: '合计', across: 2, align: 'center' }, '1,986.20', '1,986.20'],
    ['2120104 城管执法', '市容环境卫生责任制检查考核经费', '186.35', '186.35'],
    ['2120104 城管执法', '户外广告和牌匾标识规范管理及景观照明巡查', '241.72', '241.72'],
    ['2120303 小城镇基础设施建\n设', '镇级道路及公共空间改造提升（老城周边）', '685.00', '685.00'],
    ['2120399 其他城乡社区公共\n设施支出', '城市道路路灯及景观照明电费', '546.40', '546.40'],
    ['2120399 其他城乡社区公共\n设施支出', '燃气安全隐患排查治理及用户户内安全型配件更换补贴', '326.73', '326.73'],
  ],
  rulings: 'none',
  rowHeight: 30,
}

/** Cells so narrow that figures go on below, and so full that the next ones all but touch them. */
export const UNRULED_NARROW: Sample = {
  name: 'unruled-narrow',
  tests:
    'no lines; figures cut over two lines of a narrow cell; two wrapped names right below each other; code and name in one cell that wraps, and names that all but touch the cells beside them',
  pages: [
    {
      layout: 'portrait',
      foot: '5',
      items: [
        { kind: 'table', table: NARROW },
        { kind: 'table', table: FILLED },
      ],
    },
  ],
}
