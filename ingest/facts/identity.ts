import { divisionsIn } from '../classification/index.ts'
import type { Basis, Identity, Level } from '../domain/document.ts'
import { squeeze } from '../domain/name.ts'
import { deriveAliases } from './aliases.ts'

const HEAD_LINES = 60
/** What the names of budget units end with. */
const UNIT_ENDING =
  '局|委员会|办公室|办事处|管理处|管委会|厅|法院|检察院|医院|学院|大学|中学|小学|学校|幼儿园|中心|研究所|研究院|大队|支队|总队|图书馆|博物馆|档案馆|文化馆|站|所|部|联合会|总工会|协会|人民政府|社工部|委|办|会|馆|队|园|校'
const NAME = new RegExp(`^[\\u4e00-\\u9fa5（）()·]{2,40}?(?:${UNIT_ENDING})(?:[（(]本级[)）]|本级)?$`)
/** Words that speak of a unit, or the label of a field that ran into the name. */
const NOT_A_NAME = /^(?:部门|单位|本级|我|各)|(?:主管|实施|预算|编制|填报|公开)(?:部门|单位)/
const TITLE = /^(.{0,45}?)(\d{4})年度?(.{0,12}?)(预算|决算)(.*)$/
const TITLE_OF_TABLE = /^20\d{2}年度?[^。；，]{2,40}(?:表|明细|情况)$/
/** "2031年某县水利局部门预算": the year stands first. */
const YEAR_FIRST = /^\d{4}年度?(.{4,40}?)(?:部门|单位)?(?:预算|决算)/
const FIELD =
  /(?:编制单位|编制部门|编报单位|编报部门|填报单位|填表单位|公开单位|预算单位|单位名称|部门名称|公开部门|主管部门|实施单位)(?:[（(](?:公章|盖章|签章)[)）])?[：:\s|]*([\u4e00-\u9fa5（）()]{4,40})/g

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
  const full = squeeze(lines.join('\n').replace(/<\/?b>|\*\*/g, ''))
  const printed = nameCandidates(titles, head, lines)
  const organization = officialName(printed, full)
  const basis = basisOf(titles, head)
  const fiscalYear = yearOf(titles, head, lines)
  const level = levelOf(titles, head, lines)
  return {
    organization,
    aliases: deriveAliases(
      organization,
      [...printed.keys()].filter((name) => sharesEnding(name, organization)),
    ),
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
    return cell || next?.cell ? [text] : [text, `${text}${next?.text ?? ''}`]
  })
}

/** Every name that the document gives as a unit's, with how much speaks for it. */
function nameCandidates(
  titles: readonly string[],
  head: readonly string[],
  lines: readonly string[],
): Map<string, number> {
  const votes = new Map<string, number>()
  const vote = (name: string, weight: number) => {
    const clean = name
      .replace(/^(?:第[一二三四五六七八九十]+部分|关于|目录|附件\d*[：:]?)+/, '')
      .replace(/[（(]本级[)）]$|本级$/, '')
    if (NAME.test(clean) && !NOT_A_NAME.test(clean)) votes.set(clean, (votes.get(clean) ?? 0) + weight)
  }
  for (const title of titles) {
    const named = nameInTitle(title)
    vote(named ?? '', 6)
    if (named === null) vote(title.replace(/(?:部门|单位)?(?:预算|决算)(?:公开)?(?:说明)?$/, ''), 3)
  }
  for (const line of head) vote(/^(?:第.部分)?(.*?)(?:单位)?概况$/.exec(line)?.[1] ?? '', 2)
  for (const line of head) vote(/关于(.{4,40}?)\d{4}年/.exec(line)?.[1] ?? '', 1)
  for (const line of lines) {
    const text = squeeze(line)
    if (text.length > 200) continue
    for (const match of text.matchAll(FIELD)) vote(trimName(match[1] ?? ''), 2)
  }
  return votes
}

/** The name in a title that gives year and basis; null where a line is no such title. */
function nameInTitle(title: string): string | null {
  const match = TITLE.exec(title)
  const behind = YEAR_FIRST.exec(title)?.[1] ?? null
  return match ? match[1] || (behind ?? '') : behind
}

/** A field's value up to the next field that runs into it ("…局实施单位…局"). */
function trimName(text: string): string {
  return text.split(/实施单位|单位[：:（(]|项目|金额/)[0] ?? text
}

/** The best-supported name, in its fullest form, without the province where a prefecture follows it. */
function officialName(votes: ReadonlyMap<string, number>, full: string): string {
  const ranked = [...votes].sort((a, b) => b[1] - a[1] || b[0].length - a[0].length)
  const best = ranked[0]?.[0]
  if (!best) return '未署名单位'
  const fuller = ranked
    .map(([name]) => name)
    .filter((name) => sharesEnding(name, best) && divisionDepth(name) >= divisionDepth(best) && full.includes(name))
  const longest = fuller.reduce((a, b) => (b.length > a.length ? b : a), best)
  return withoutProvince(longest)
}

function divisionDepth(name: string): number {
  return new Set(divisionsIn(name).map(({ from }) => from)).size
}

/** Whether two names end in the same body ("…水利局"). */
function sharesEnding(a: string, b: string): boolean {
  const ending = b.slice(-4)
  return (
    a.endsWith(ending) ||
    b.endsWith(a.slice(-4)) ||
    (a.slice(-1) === b.slice(-1) &&
      divisionsIn(a).some((x) => divisionsIn(b).some((y) => x.division.name === y.division.name)))
  )
}

function withoutProvince(name: string): string {
  const spans = divisionsIn(name)
  const province = spans.find(({ division, from }) => division.kind === 'province' && from === 0)
  if (!province) return name
  const next = spans.find(({ division, from }) => from === province.to && division.kind === 'prefecture')
  return next ? name.slice(province.to) : name
}

function basisOf(titles: readonly string[], head: readonly string[]): Basis | null {
  for (const text of [...titles, ...head]) {
    const word = /(?<!预)决算|预算/.exec(text.replace(/预决算/g, ''))?.[0]
    if (word) return word === '决算' ? 'final_accounts' : 'budget'
  }
  return null
}

function yearOf(titles: readonly string[], head: readonly string[], lines: readonly string[]): number | null {
  const votes = new Map<number, number>()
  const vote = (text: string, weight: number) => {
    for (const match of text.matchAll(/(20\d{2})年/g))
      votes.set(Number(match[1]), (votes.get(Number(match[1])) ?? 0) + weight)
  }
  for (const title of titles) if (TITLE.test(title)) vote(title, 5)
  for (const line of head) if (/预算|决算|概况/.test(line)) vote(line, 3)
  for (const line of lines) if (line.length < 80 && /[(（]\s*20\d{2}\s*年度?\s*[)）]/.test(line)) vote(squeeze(line), 1)
  // Tables alone, without a cover, may tell the year by their titles: "2031年部门收支总表".
  if (votes.size === 0) for (const line of head) if (TITLE_OF_TABLE.test(line)) vote(line, 1)
  return [...votes].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? null
}

function levelOf(titles: readonly string[], head: readonly string[], lines: readonly string[]): Level | null {
  const word = (texts: readonly string[]) =>
    texts.map((text) => /(部门|单位)(?:预算|决算)(?!公开表)/.exec(text)?.[1]).find((found) => found !== undefined)
  const headings = lines.map(squeeze).filter((line) => /^(?:#*)第.部分/.test(line))
  const found = word(titles) ?? word(headings) ?? /(部门|单位)预算公开表/.exec(headings.join(''))?.[1] ?? word(head)
  return found === '部门' ? 'department' : found === '单位' ? 'unit' : null
}

function titleOf(organization: string, year: number | null, level: Level | null, basis: Basis | null): string {
  const kind = basis === 'final_accounts' ? '决算' : '预算'
  const scope = level === 'department' ? '部门' : level === 'unit' ? '单位' : ''
  return `${organization}${year === null ? '' : ` ${year} 年`}${scope}${kind}公开`
}
