import type { ProblemCode } from '../../ingest/domain/problem.ts'
import type { Figure, Language } from '../answer/contract.ts'

/** What a message says beside the answer itself. */
export interface Words {
  readonly asked: string
  readonly organization: string
  readonly year: string
  readonly scope: string
  readonly check: string
  readonly inText: string
  readonly seeAlso: string
  readonly choose: string
  readonly sources: string
  readonly item: string
  readonly value: string
  readonly at: string
  readonly help: string
  readonly tooLong: string
  readonly level: Readonly<Record<NonNullable<Figure['level']>, string>>
  readonly basis: Readonly<Record<NonNullable<Figure['basis']>, string>>
  readonly stage: Readonly<Record<NonNullable<Figure['stage']>, string>>
  readonly checked: Readonly<Record<Figure['check'], string>>
  readonly more: (left: number) => string
  readonly failed: (code: ProblemCode) => string
}

export const MARKS: Readonly<Record<Figure['check'], string>> = {
  verified: '✅',
  derived: '🧮',
  disputed: '⚠️',
  unconfirmed: '❔',
}

const FAILED: Readonly<Record<Language, Partial<Record<ProblemCode, string>>>> = {
  zh: {
    'index-missing': '还没有收录任何文件，暂时无法回答。',
    'index-damaged': '资料库暂时无法读取，请联系管理员。',
    'rate-limited': '现在提问的人太多，请稍后再问。',
    timeout: '这个问题用时过长，已停止。请换一种问法，或稍后再试。',
  },
  en: {
    'index-missing': 'No documents are held yet, so there is nothing to answer from.',
    'index-damaged': 'The documents held cannot be read just now; please tell whoever runs this.',
    'rate-limited': 'Too many are asking just now; please ask again later.',
    timeout: 'This question took too long and was given up. Put it another way, or try again later.',
  },
}

export const WORDS: Readonly<Record<Language, Words>> = {
  zh: {
    asked: '问',
    organization: '单位',
    year: '年度与性质',
    scope: '口径',
    check: '核对',
    inText: '正文',
    seeAlso: '另见',
    choose: '请选择：',
    sources: '出处',
    item: '项目',
    value: '数额',
    at: '出处',
    help: '请在后面写上问题，例如：`/budget 某某市水利局2024年公务接待费预算是多少`。在会话里可以接着追问。',
    tooLong: '问题太长：最多 2000 个字符。',
    level: { department: '部门', unit: '单位' },
    basis: { budget: '预算（计划）', final_accounts: '决算（实际）' },
    stage: { initial: '年初预算', adjusted: '全年预算' },
    checked: { verified: '已核实', derived: '计算所得', disputed: '另有不同数字', unconfirmed: '未核实' },
    more: (left) => `… 还有 ${left} 行`,
    failed: (code) => FAILED.zh[code] ?? '出了点问题，没能回答。请稍后再试。',
  },
  en: {
    asked: 'asks',
    organization: 'Organisation',
    year: 'Year and basis',
    scope: 'Scope',
    check: 'Check',
    inText: 'in the text',
    seeAlso: 'See also',
    choose: 'Which one is meant?',
    sources: 'Sources',
    item: 'Item',
    value: 'Figure',
    at: 'Source',
    help: 'Write a question after it, such as `/budget vehicle costs of the X bureau in its 2024 budget`. You may go on asking in the thread.',
    tooLong: 'The question is too long: 2000 characters at most.',
    level: { department: 'department', unit: 'unit' },
    basis: { budget: 'budget (预算, planned)', final_accounts: 'final accounts (决算, actual)' },
    stage: { initial: 'initial budget', adjusted: 'adjusted budget' },
    checked: {
      verified: 'verified',
      derived: 'computed',
      disputed: 'disputed: the documents hold another figure',
      unconfirmed: 'unconfirmed',
    },
    more: (left) => `… ${left} more`,
    failed: (code) => FAILED.en[code] ?? 'Something went wrong, and there is no answer. Please try again later.',
  },
}
