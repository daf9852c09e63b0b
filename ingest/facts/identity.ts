import type { Basis, Identity, Level } from '../domain/document.ts'
import { squeeze } from '../domain/name.ts'
import { deriveAliases } from './aliases.ts'
import { goesOn, readUnitName } from './unit-name.ts'

const HEAD_LINES = 60
const LONGEST_TITLE = 60
const TITLE_OF_TABLE = /^20\d{2}年度?[^。；，]{2,40}(?:表|明细|情况)$/
/** What a line that tells the year of the disclosure tells of. */
const MATTER = /预算|决算|概况|三公|自评|绩效评价|整体支出/
/** The year told of; not one compared with ("比2031年"), nor a date. */
const OWN_YEAR = /(?<![比较与同于含除])(?<!\d)(20\d{2})(?:年度?(?!\d{1,2}月)|度?(?=部门|单位|绩效))/g

/** A report on two years is the budget of the second: "2031年预算执行情况和2032年预算草案". */
const YEAR_OF_DRAFT = /(20\d{2})年[^年]{0,12}预算[（(]?草案/

/**
 * Reads what a disclosure says of itself from its own words: cover, headings, table captions. `cellLines` are the lines
 * that are one cell of a table each: no title goes on from one to the next.
 */
export function readIdentity(lines: readonly string[], cellLines: ReadonlySet<number> = new Set()): Identity {
  const top = lines
    .map((line, index) => ({ line, cell: cellLines.has(index + 1) }))
    .filter(({ line }) => line.trim() !== '')
    .slice(0, HEAD_LINES)
    .map(({ line, cell }) => ({ text: squeeze(line.replace(/[#*|]/g, '')), cell }))
  const head = top.map(({ text }) => text)
  const titles = joinedTitles(top)
  const { organization: named, printed } = readUnitName(titles, head, lines)
  const organization = named ?? '未署名单位'
  const basis = basisOf(titles, head)
  const fiscalYear = yearOf(titles, head, lines)
  const level = levelOf(titles, head, lines)
  return {
    organization,
    aliases: named === null ? [] : deriveAliases(organization, printed),
    level,
    fiscalYear,
    basis,
    title: titleOf(organization, fiscalYear, level, basis),
  }
}

/** The first lines, each also joined with the one below: a cover breaks its title anywhere. */
function joinedTitles(top: readonly { readonly text: string; readonly cell: boolean }[]): string[] {
  return top.slice(0, 12).flatMap(({ text, cell }, index) => {
    const next = top[index + 1]
    return cell || next?.cell || !goesOn(text, next?.text ?? '') ? [text] : [text, `${text}${next?.text ?? ''}`]
  })
}

/** Words with 预算 that name a fund, a law or the carrying out of a budget, and tell nothing of the document. */
const NO_BASIS = /(?:一般公共|公共财政|政府性基金|国有资本经营|社会保险基金)预算|预决算|预算(?:法|信息|执行)|年初预算/g
const FIGURE = /\d\.\d|\d[万亿千]?元/

function isTitle(text: string): boolean {
  return text.length <= LONGEST_TITLE && !FIGURE.test(text)
}

/** A title tells it; else the words that prevail in the prose. What a unit evaluates itself is over and done. */
function basisOf(titles: readonly string[], head: readonly string[]): Basis | null {
  for (const text of [...titles, ...head].filter(isTitle)) {
    const words = text.replace(NO_BASIS, '')
    if (/自评/.test(words)) return 'final_accounts'
    const word = /决算|预算/.exec(words)?.[0]
    if (word) return word === '决算' ? 'final_accounts' : 'budget'
  }
  const prose = head.join('').replace(NO_BASIS, '')
  const [budgets, accounts] = [prose.split('预算').length, prose.split('决算').length]
  if (budgets + accounts === 2) return null
  // Accounts compare themselves with their budget; a budget seldom tells of accounts.
  return (accounts - 1) * 2 >= budgets - 1 ? 'final_accounts' : 'budget'
}

function yearOf(titles: readonly string[], head: readonly string[], lines: readonly string[]): number | null {
  const draft = titles.map((title) => YEAR_OF_DRAFT.exec(title)?.[1]).find((found) => found !== undefined)
  return draft === undefined ? votedYear(titles, head, lines) : Number(draft)
}

function votedYear(titles: readonly string[], head: readonly string[], lines: readonly string[]): number | null {
  const votes = new Map<number, number>()
  const vote = (texts: readonly string[], weight: number) => {
    for (const [, year] of texts.flatMap((text) => [...text.matchAll(OWN_YEAR)]))
      votes.set(Number(year), (votes.get(Number(year)) ?? 0) + weight)
  }
  const told = head.filter((line) => MATTER.test(line))
  vote(
    titles.filter(isTitle).filter((title) => MATTER.test(title)),
    5,
  )
  vote(told.filter(isTitle), 3)
  vote(told, 1)
  vote(lines.filter((line) => line.length < 80 && /[(（]\s*20\d{2}\s*年度?\s*[)）]/.test(line)).map(squeeze), 1)
  // Tables alone, without a cover, may tell the year by their titles: "2031年部门收支总表".
  if (votes.size === 0)
    vote(
      head.filter((line) => /^20\d{2}年度?$/.test(line)),
      1,
    )
  const captions = head.filter((line) => TITLE_OF_TABLE.test(line))
  if (votes.size === 0) vote(captions, 1)
  return [...votes].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? null
}

function levelOf(titles: readonly string[], head: readonly string[], lines: readonly string[]): Level | null {
  const word = (texts: readonly string[]) =>
    texts.map((text) => /(部门|单位)(?:预算|决算)(?!公开表)/.exec(text)?.[1]).find((found) => found !== undefined)
  const headings = lines.map(squeeze).filter((line) => /^(?:#*)第.部分/.test(line))
  const own = titles.some((title) => /[（(]本级[)）].{0,8}(?:预算|决算)/.test(title)) ? '单位' : undefined
  const found =
    word(titles) ?? own ?? word(headings) ?? /(部门|单位)预算公开表/.exec(headings.join(''))?.[1] ?? word(head)
  return found === '部门' ? 'department' : found === '单位' ? 'unit' : null
}

function titleOf(organization: string, year: number | null, level: Level | null, basis: Basis | null): string {
  const kind = basis === 'final_accounts' ? '决算' : '预算'
  const scope = level === 'department' ? '部门' : level === 'unit' ? '单位' : ''
  return `${organization}${year === null ? '' : ` ${year} 年`}${scope}${kind}公开`
}
