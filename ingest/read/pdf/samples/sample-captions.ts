import type { Sample, SampleTable } from './sample-description.ts'

const PROJECTS: SampleTable = {
  number: '表1',
  title: '2027年项目支出预算表（不含上年结转）',
  unit: '万元',
  columns: [
    { width: 130, align: 'center' },
    { width: 90, align: 'center' },
    { width: 200, align: 'center' },
    { width: 80, align: 'center' },
    { width: 80, align: 'center' },
    { width: 100, align: 'center' },
  ],
  header: [['单位名称', '项目类别', '项目名称', '功能科目', '合计', '一般公共预算']],
  rows: [
    [{ text: '合计', across: 4 }, '163.40', '163.40'],
    [
      { text: '青禾县林草事务局（本级）', down: 4 },
      { text: '森林管护', down: 3 },
      '林区道路养护',
      '2130207',
      '41.20',
      '41.20',
    ],
    ['林场防火值守', '2130234', '26.35', '26.35'],
    ['林区古树保护', '2130209', '8.15', '8.15'],
    ['苗木繁育', '乡土树种采种', '2130205', '32.70', '32.70'],
    [{ text: '青禾县林木种苗站', down: 2 }, { text: '苗木繁育', down: 2 }, '良种补贴', '2130205', '37.50', '37.50'],
    ['苗圃灌溉设施', '2130205', '17.50', '17.50'],
  ],
  rulings: 'stroked',
  rowHeight: 26,
}

const BASIC: SampleTable = {
  number: '表2',
  title: '2027年一般公共预算基本支出表',
  unit: '万元',
  columns: [
    { width: 110, align: 'center' },
    { width: 210, align: 'center' },
    { width: 110, align: 'center' },
    { width: 110, align: 'center' },
    { width: 110, align: 'center' },
  ],
  header: [
    [
      { text: '部门预算支出经济分类科目', across: 2 },
      { text: '2027年基本支出', across: 3 },
    ],
    ['科目编码', '科目名称', '合计', '人员经费', '公用经费'],
  ],
  rows: [
    ['', '合计', '94.61', '80.26', '14.35'],
    ['301', '工资福利支出', '80.26', '80.26', ''],
    ['30101', '基本工资', '52.18', '52.18', ''],
    ['30102', '津贴补贴', '28.08', '28.08', ''],
    ['302', '商品和服务支出', '14.35', '', '14.35'],
    ['30201', '办公费', '9.85', '', '9.85'],
    ['30217', '公务接待费', '4.50', '', '4.50'],
  ],
  rulings: 'stroked',
}

const VEHICLES: SampleTable = {
  number: '表3',
  title: '2027年一般公共预算“三公”经费支出表',
  unit: '万元',
  columns: [
    { width: 260, align: 'center' },
    { width: 130, align: 'center' },
    { width: 130, align: 'center' },
  ],
  header: [['项目', '2027年预算数', '2026年预算数']],
  rows: [
    ['合计', '23.90', '25.10'],
    ['因公出国（境）费', '0.00', '0.00'],
    ['公务接待费', '6.30', '6.90'],
    ['公务用车购置及运行维护费', '17.60', '18.20'],
  ],
  rulings: 'stroked',
}

/** Tables whose captions begin their pages, one of them again on its second page. */
export const CAPTIONS_AT_HEADS: Sample = {
  name: 'captions-at-heads',
  tests:
    'numbers of tables at one height of every page, which are no running head; caption and header printed again on the second page; first columns merged; a year over a group of columns',
  pages: [
    { layout: 'landscape', foot: '— 5 —', items: [{ kind: 'table', table: PROJECTS, to: 5 }] },
    { layout: 'landscape', foot: '— 6 —', items: [{ kind: 'table', table: PROJECTS, from: 5, caption: true }] },
    { layout: 'landscape', foot: '— 7 —', items: [{ kind: 'table', table: BASIC }] },
    { layout: 'landscape', foot: '— 8 —', items: [{ kind: 'table', table: VEHICLES }] },
  ],
}
