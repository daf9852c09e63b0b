import type { SampleCell, SampleSheet } from './sample-xlsx.ts'

const MONEY = '#,##0.00_ ;[Red]\\-#,##0.00\\ '
/** A figure as Excel stores it: its format prints the decimals. */
const money = (value: number, format = MONEY): SampleCell => ({ value: String(value), format })
const sum = (formula: string, value: number): SampleCell => ({ formula, value: String(value), format: MONEY })
const [yuan, blankZero] = ['#,##0.00', '0.00_);\\(0.00\\);;@']

const COVER: SampleSheet = {
  name: '封面',
  cells: {
    B4: '2032年部门预算公开表',
    B8: '单位名称：',
    C8: '青石县水务局',
    B9: '编制日期：',
    C9: { value: '48233', format: 'yyyy"年"m"月"d"日"' },
  },
  merges: ['B4:F4'],
}

const CONTENTS: SampleSheet = {
  name: '目录',
  rows: [
    ['目 录'],
    ['表一', '部门收支总表', 3],
    ['表二', '部门支出总表', 4],
    ['表三', '一般公共预算“三公”经费支出表', 5],
  ],
}

/** Two panels; sums by formula; blank beside zero. */
const BALANCE: SampleSheet = {
  name: '收支总表',
  rows: [
    ['2032年部门收支总表'],
    ['编制单位：青石县水务局', null, null, '单位：万元'],
    ['收入', null, '支出'],
    ['项目', '预算数', '项目（按功能分类）', '预算数'],
    ['一、一般公共预算拨款收入', money(1204.5), '一、社会保障和就业支出', money(80.25)],
    ['二、政府性基金预算拨款收入', money(0), '二、卫生健康支出', money(40.5)],
    ['三、事业收入', null, '三、农林水支出', money(1083.75)],
    [null, null, '四、住房保障支出', money(60)],
    ['本年收入合计', sum('SUM(B5:B7)', 1204.5), '本年支出合计', sum('SUM(D5:D8)', 1264.5)],
    ['上年结转结余', money(60), '结转下年', money(0, blankZero)],
    ['收入总计', sum('B9+B10', 1264.5), '支出总计', sum('D9+D10', 1264.5)],
  ],
  merges: ['A1:D1', 'A3:B3', 'C3:D3'],
}

/** In 元 where the others are in 万元; codes in three columns; a hidden row, a hidden column of sums. */
const EXPENDITURE: SampleSheet = {
  name: '支出总表',
  rows: [
    ['部门支出总表'],
    ['编制单位：青石县水务局', null, null, null, null, null, '单位：元'],
    ['功能分类科目编码', null, null, '科目名称', '合计', '其中'],
    ['类', '款', '项', null, null, '基本支出', '项目支出', '核对'],
    [
      '213',
      null,
      null,
      '农林水支出',
      money(10837500, yuan),
      money(6837500, yuan),
      money(4000000, yuan),
      money(1, yuan),
    ],
    ['213', '03', null, '水利', money(10837500, yuan), money(6837500, yuan), money(4000000, yuan)],
    ['213', '03', '01', '行政运行', money(6837500, yuan), money(6837500, yuan)],
    ['213', '03', '06', '水利工程运行与维护', money(4000000, yuan), null, money(4000000, yuan)],
    ['213', '03', '99', '其他水利支出', money(99, yuan), money(99, yuan)],
    ['208', null, null, '社会保障和就业支出', money(802500, yuan), money(802500, yuan)],
    ['合计', null, null, null, money(11640000, yuan), money(7640000, yuan), money(4000000, yuan)],
    ['注：本表按功能分类填列。'],
  ],
  merges: ['A1:G1', 'A3:C3', 'D3:D4', 'E3:E4', 'F3:G3', 'A11:D11', 'A12:G12'],
  hiddenRows: [9],
  hiddenColumns: [[8, 8]],
}

/** Figures stored as texts; header words broken over lines; a second table below. */
const THREE_PUBLIC: SampleSheet = {
  name: '三公',
  rows: [
    ['表三'],
    ['一般公共预算“三公”经费支出表'],
    [null, null, null, null, null, '单位：万元'],
    ['合计', '因公出国\n（境）费', '公务用车购置及运行费', null, null, '公务接待费'],
    [null, null, '小计', '公务用车购置费', '公务用车运行费'],
    ['12.40', '0', '9.30', null, '9.30 ', '3.10'],
    [null],
    ['机关运行经费支出表'],
    [null, null, '单位：万元'],
    ['序号', '项目', '金额'],
    ['1', '办公费', money(5.2, '0.00')],
    ['2', '印刷费', money(0.1 + 0.2, '0.00')],
    ['3', '水电费', money(1.005, '0.00')],
  ],
  merges: ['A2:F2', 'A4:A5', 'B4:B5', 'C4:E4', 'F4:F5', 'A8:C8'],
}

const EMPTY: SampleSheet = {
  name: '政府性基金',
  rows: [
    ['政府性基金预算支出表'],
    [null, null, '单位：万元'],
    ['科目编码', '科目名称', '金额'],
    [null],
    [null],
    ['备注：本单位2032年没有政府性基金预算支出，本表为空。'],
  ],
  merges: ['A1:C1', 'A6:C6'],
}

const PROSE: SampleSheet = {
  name: '说明',
  rows: [
    ['2032年部门预算情况说明'],
    ['一、收支预算总体情况'],
    ['2032年收入总预算1264.50万元，其中：一般公共预算拨款收入1204.50万元，占95.26%；上年结转60.00万元。'],
    ['二、“三公”经费预算情况'],
    ['2032年“三公”经费预算12.40万元，比上年减少0.60万元，下降4.62%，主要原因是压减公务接'],
    ['待费，厉行节约。'],
  ],
}

const WORKINGS: SampleSheet = { name: '底稿', rows: [['公务接待费测算', money(777)]], state: 'hidden' }

/** For tests: a made-up disclosure with most difficulties that workbooks have. */
export const DISCLOSURE: readonly SampleSheet[] = [
  COVER,
  CONTENTS,
  BALANCE,
  EXPENDITURE,
  THREE_PUBLIC,
  EMPTY,
  PROSE,
  WORKINGS,
]
