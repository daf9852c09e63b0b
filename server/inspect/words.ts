import type { Role } from '../../ingest/domain/table.ts'
import type { Doubt, SumRelation } from '../../ingest/inspect.ts'

export type PageLanguage = 'zh' | 'en'

/** What the page says in one language. */
export interface Words {
  readonly title: string
  readonly skip: string
  readonly hint: string
  readonly tables: string
  readonly doubts: string
  readonly leftOut: string
  readonly noDoubts: string
  readonly pages: string
  readonly lines: string
  readonly cells: string
  readonly facts: string
  readonly sums: string
  readonly number: string
  readonly name: string
  readonly role: string
  readonly unit: string
  readonly size: string
  readonly untitled: string
  readonly none: string
  readonly notDrawn: string
  readonly nothingRead: string
  readonly otherLines: string
  readonly emptyNote: string
  readonly blankTotal: string
  readonly page: (number: number) => string
  readonly lineRange: (from: number, to: number) => string
  readonly paragraphRange: (from: number, to: number) => string
  /** `cells` is one cell or a range of them. */
  readonly cellsOf: (sheet: string, cells: string) => string
  readonly heldOf: (held: number, tried: number) => string
  /** `whole` names the total that does not hold. */
  readonly sum: (whole: string, relation: SumRelation, printed: string, computed: string, difference: string) => string
  readonly unmapped: (count: number) => string
  readonly doubtKinds: Readonly<Record<Exclude<Doubt['kind'], 'sum' | 'unmapped'>, string>>
  readonly kinds: Readonly<Record<'code' | 'label' | 'amount' | 'text', string>>
  readonly roles: Readonly<Record<Role, string>>
}

const RELATIONS: Readonly<Record<PageLanguage, Readonly<Record<SumRelation, string>>>> = {
  zh: { codes: '下级科目之和', total: '各行之和', columns: '各栏之和', sides: '收支两方' },
  en: {
    codes: 'the accounts below it',
    total: 'its rows',
    columns: 'its columns',
    sides: 'the other side',
  },
}

const ZH: Words = {
  title: '识别核对',
  skip: '跳到表格',
  hint: '指向或用方向键选择单元格，原页上的同一处会亮起；点击原页上的框，表格中的单元格会被选中。',
  tables: '表格',
  doubts: '存疑之处',
  leftOut: '未读取的内容',
  noDoubts: '没有存疑之处：试算的合计全部相符，页面上的金额都在单元格或句子里。',
  pages: '页',
  lines: '行',
  cells: '单元格',
  facts: '事实',
  sums: '试算合计（相符／全部）',
  number: '编号',
  name: '标题',
  role: '类别',
  unit: '单位',
  size: '行 × 栏',
  untitled: '（无标题）',
  none: '—',
  notDrawn: '此页无法绘制。',
  nothingRead: '此页没有读出任何内容。',
  otherLines: '此页的正文和表头',
  emptyNote: '空表说明',
  blankTotal: '空白',
  page: (number) => `第 ${number} 页`,
  lineRange: (from, to) => (from === to ? `第 ${from} 行` : `第 ${from}–${to} 行`),
  paragraphRange: (from, to) => (from === to ? `第 ${from} 段` : `第 ${from}–${to} 段`),
  cellsOf: (sheet, cells) => `工作表“${sheet}” ${cells}`,
  heldOf: (held, tried) => `${held} ／ ${tried}`,
  sum: (whole, relation, printed, computed, difference) =>
    `“${whole}”印出 ${printed}，${RELATIONS.zh[relation]}为 ${computed}（相差 ${difference}）`,
  unmapped: (count) => `${count} 个字符的字体没有给出 Unicode 编码`,
  doubtKinds: {
    'figure-among-words': '文字栏中出现金额',
    'figure-in-header': '表头中出现金额',
    'words-among-figures': '金额栏中出现文字',
    lost: '页面文本中有此金额，但不在任何单元格或句子里（可能是看不见的文字）',
    'no-fact': '金额没有成为事实',
    'no-rows': '表格没有数据行，也没有紧跟的空表说明',
  },
  kinds: { code: '编码', label: '名称', amount: '金额', text: '文字' },
  roles: {
    income_expenditure: '收支总表',
    income: '收入总表',
    expenditure: '支出总表',
    fiscal_appropriation: '财政拨款收支总表',
    appropriation_economic: '财政拨款支出（经济分类）',
    general_public_budget: '一般公共预算支出',
    basic_expenditure: '基本支出',
    project_expenditure: '项目支出',
    three_public: '“三公”经费',
    government_fund: '政府性基金',
    state_capital: '国有资本经营',
    social_insurance_fund: '社会保险基金',
    carry_over: '结转结余',
    procurement: '政府采购',
    purchased_services: '政府购买服务',
    assets: '国有资产',
    levy_plan: '征收计划',
    performance: '绩效',
    operating_expense: '机关运行经费',
    organization: '机构人员',
    other: '其他',
  },
}

const EN: Words = {
  title: 'What was read',
  skip: 'Go to the tables',
  hint: 'Point at a cell, or move with the arrow keys: its place on the page lights up. A click on the page selects the cell.',
  tables: 'Tables',
  doubts: 'In doubt',
  leftOut: 'Left unread',
  noDoubts:
    'Nothing is in doubt: every sum that was tried holds, and every amount of the pages is in a cell or a sentence.',
  pages: 'pages',
  lines: 'lines',
  cells: 'cells',
  facts: 'facts',
  sums: 'sums held / tried',
  number: 'Number',
  name: 'Title',
  role: 'Role',
  unit: 'Unit',
  size: 'rows × columns',
  untitled: '(untitled)',
  none: '–',
  notDrawn: 'This page cannot be drawn.',
  nothingRead: 'Nothing was read on this page.',
  otherLines: 'Prose and headers of this page',
  emptyNote: 'Declared empty',
  blankTotal: 'nothing',
  page: (number) => `Page ${number}`,
  lineRange: (from, to) => (from === to ? `Line ${from}` : `Lines ${from} to ${to}`),
  paragraphRange: (from, to) => (from === to ? `Paragraph ${from}` : `Paragraphs ${from} to ${to}`),
  cellsOf: (sheet, cells) => `Sheet “${sheet}”, ${cells}`,
  heldOf: (held, tried) => `${held} / ${tried}`,
  sum: (whole, relation, printed, computed, difference) =>
    `“${whole}” prints ${printed}, ${RELATIONS.en[relation]} come to ${computed} (difference ${difference})`,
  unmapped: (count) => `${count} characters whose font tells no Unicode for them`,
  doubtKinds: {
    'figure-among-words': 'an amount in a column of words',
    'figure-in-header': 'an amount in a header',
    'words-among-figures': 'words in a column of amounts',
    lost: 'this amount is in the text of the page and in no cell or sentence (it may be invisible)',
    'no-fact': 'an amount that became no fact',
    'no-rows': 'a table without rows that no note right below declares empty',
  },
  kinds: { code: 'code', label: 'name', amount: 'amount', text: 'text' },
  roles: {
    income_expenditure: 'income and expenditure',
    income: 'income',
    expenditure: 'expenditure',
    fiscal_appropriation: 'fiscal appropriation',
    appropriation_economic: 'appropriation by economic account',
    general_public_budget: 'general public budget',
    basic_expenditure: 'basic expenditure',
    project_expenditure: 'project expenditure',
    three_public: 'three public expenses',
    government_fund: 'government fund',
    state_capital: 'state capital operation',
    social_insurance_fund: 'social insurance fund',
    carry_over: 'carry-over',
    procurement: 'procurement',
    purchased_services: 'purchased services',
    assets: 'assets',
    levy_plan: 'levy plan',
    performance: 'performance',
    operating_expense: 'operating expenses',
    organization: 'organisation',
    other: 'other',
  },
}

export const WORDS: Readonly<Record<PageLanguage, Words>> = { zh: ZH, en: EN }
