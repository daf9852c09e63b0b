import type { DocumentView } from '../document-view.ts'
import { quoted } from '../operands.ts'
import type { Rule, Tried } from '../rule.ts'

/** Slips of typing that no text means: doubled words, words of the template left in, dates that do not exist. */
export const typingRule: Rule = {
  code: 'typing',
  oneSided: true,
  title: { zh: '文字差错', en: 'Slips of typing' },
  reasoning: {
    zh: '不依赖上下文即可认定的差错：重复的词语（“2031 年年”“主要原因是主要原因是”）、残留的模板填写说明（“仍保留该表格式，并在本表下方作下述说明”、未填的“XX”“××”）、不存在的日期（“0 月 31 日”）。叠词、正常重复不计。',
    en: 'What is wrong in any context: words written twice (“2031 年年”), instructions of the template left in, blanks not filled (XX), dates that do not exist. Words that are rightly doubled are not told.',
  },
  examples: {
    trips: [
      '四、关于 2031 年年财政拨款收支预算情况的总体说明\n\n财政拨款收支总预算 300.00 万元。\n',
      '三、支出情况\n\n项目支出 5.00 万元，主要原因是主要原因是增加了项目。\n',
      '政府性基金支出 0.00 万元。无政府性基金预算财政拨款收入支出的，仍保留该表格式，并在本表下方作下述说明：\n',
      '三、支出情况\n\n2031 年支出 XX 万元，其中：基本支出 3.00 万元。\n',
      '四、绩效情况\n\n完成时间为 2031 年 0 月 31 日，支出 3.00 万元。\n',
    ],
    passes: ['三、支出情况\n\n各级各类项目年年检查，往往逐年增加，支出 3.00 万元，完成时间为 2031 年 12 月 31 日。\n'],
  },
  tries: (view) => view.lines.flatMap((line, at) => triedIn(view, line, at + 1)),
}

interface Slip {
  readonly pattern: RegExp
  readonly zh: (words: string) => string
  readonly en: (words: string) => string
  /** Whether a match is none after all. */
  readonly isFine?: (match: RegExpExecArray, line: string) => boolean
}

const SLIPS: readonly Slip[] = [
  {
    pattern: /20\d{2}\s*年\s*年(?![年度])/,
    zh: (words) => `${words}多一“年”字。`,
    en: (words) => `${words} has one 年 too many.`,
    isFine: ({ index }, line) => /^\s*年(?:均|底|末|初|内|度|年)/.test(line.slice(index).replace(/^20\d{2}\s*年/, '')),
  },
  {
    pattern: /((?:主要)?原因(?:是|为)|其中[：:]|主要(?:是|用于|包括)|[\u4e00-\u9fa5]{4,12})\1/,
    zh: (words) => `${words}重复。`,
    en: (words) => `${words} is written twice.`,
    isFine: ({ 1: word = '' }) => /^(.+)\1$/.test(word),
  },
  {
    pattern:
      /仍保留该表格式|并在本表下方作下述说明|（此处填写|请(?:各单位)?(?:根据|按照)实际情况(?:填写|修改)|删除此(?:行|句|段)/,
    zh: (words) => `残留模板的填写说明${words}。`,
    en: (words) => `An instruction of the template was left in: ${words}.`,
  },
  {
    pattern:
      /(?<![A-Za-zＸ×X*＊○])(?:[XＸ]{2,}|×{2,}|[*＊]{2,}|○{2,}|_{2,})\s*(?:万元|元|年|%|人|个|辆|项|局|单位|部门|县|市|区)/,
    zh: (words) => `未填写的空白${words}。`,
    en: (words) => `A blank was not filled: ${words}.`,
    // Bold marks and names left out on purpose.
    isFine: ({ 0: words }, line) => /^\*\*/.test(words) && /\*\*[^*]+\*\*/.test(line),
  },
  {
    pattern:
      /(?<![\d.])(?:0{1,2}\s*月\s*\d{1,2}\s*日|(?:1[3-9]|[2-9]\d)\s*月\s*\d{1,2}\s*日|\d{1,2}\s*月\s*(?:0{1,2}|3[2-9]|[4-9]\d)\s*日)/,
    zh: (words) => `日期${words}不存在。`,
    en: (words) => `There is no such date as ${words}.`,
  },
]

function triedIn(view: DocumentView, line: string, number: number): Tried[] {
  return SLIPS.flatMap(({ pattern, zh, en, isFine }): Tried[] => {
    const match = pattern.exec(line)
    if (!match || isFine?.(match, line)) return []
    const words = match[0].trim()
    return [
      {
        witnesses: [view.words(words, number)],
        breach: {
          verdict: 'contradiction',
          minor: true,
          message: { zh: zh(quoted(words)), en: en(quoted(words)) },
          values: [words],
        },
      },
    ]
  })
}
