import type { Stretch } from './stretch.ts'

export interface When {
  readonly years: readonly number[]
  readonly asOf: readonly number[]
  readonly stretches: readonly Stretch[]
}

const AS_OF =
  /(?:截至|截止|到|at the )?\s*(?:end of\s*)?(20\d{2})\s*年?\s*(?:底|末|12\s*月\s*31\s*日)|(?:截至|截止到?|到)\s*(20\d{2})\s*年\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*[日号]|[底末初]|份)?|(?:by|at) (?:the )?(?:year-?)?end (?:of )?(20\d{2})/gi
const YEAR =
  /(?<![\d.〔[【第]|\d,|(?<!20\d{2}年?)-)(20\d{2})\s*(?:年度|年|财年)?(?![\d%]|\s*(?:号|万|元|人(?!员|均|民)|个(?!人)))/g
/** "24年", "林草局31单位预算": two digits that stand where a year stands. */
const SHORT_YEAR =
  /(?<![\d.])([12]\d)\s*年(?!级|内)|(?<=[\u4e00-\u9fa5a-zA-Z ])([12]\d)(?=\s*(?:年度|单位|部门|预算|决算|公积金|三公|budget))/g

/** "比2031年执行数增加5%": the year that the year asked about is compared with. */
const COMPARED_WITH = /[比较]\s*(20\d{2})\s*年(?:度|当年)?的?(?:预算|决算)?(?:执行)?数?(?=增|减|下降|上升|降低|提高)/

/** Years a question names: fiscal years, and year ends ("截至2022年底"), which are told apart. */
export function findYears(question: string): When {
  const asOf = [...question.matchAll(AS_OF)].map((match) => ({
    year: Number(match[1] ?? match[2] ?? match[3]),
    from: match.index,
    to: match.index + match[0].length,
  }))
  const inAsOf = (at: number) => asOf.some(({ from, to }) => at >= from && at < to)
  const full = [...question.matchAll(YEAR)]
    .filter((match) => !inAsOf(match.index))
    .map((match) => ({ year: Number(match[1]), from: match.index, to: match.index + match[0].length }))
  const short =
    full.length > 0
      ? []
      : [...question.matchAll(SHORT_YEAR)]
          .filter((match) => !inAsOf(match.index))
          .map((match) => ({
            year: 2000 + Number(match[1] ?? match[2]),
            from: match.index,
            to: match.index + match[0].length,
          }))
  const named = [...new Set([...full, ...short].map(({ year }) => year))]
  const before = Number(COMPARED_WITH.exec(question)?.[1])
  return {
    years: named.length === 1 && named[0] === before ? [before + 1] : named,
    asOf: [...new Set(asOf.map(({ year }) => year))],
    stretches: [...asOf, ...full, ...short].map(({ from, to }) => ({ from, to })),
  }
}
