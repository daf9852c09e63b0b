import { comparable, squeeze } from '../domain/name.ts'
import { editDistance } from './edit-distance.ts'

/** A line of a list of contents, without numbering, leaders and page number; the name of a part keeps its number. */
export interface ContentsEntry {
  readonly text: string
  /** First and last 1-based line. */
  readonly lines: readonly [number, number]
  readonly isTable: boolean
}

/** A list of contents and where it ends. */
export interface ContentsList {
  readonly entries: readonly ContentsEntry[]
  /** 1-based number of the first line behind it. */
  readonly end: number
}

/** A list stands near the beginning. */
const WITHIN = 300
const MOST_ENTRIES = 150
const TITLE = /^目录$/
const PART = /^第[一二三四五六七八九十]+(?:部分|章)/
const NUMBER = /^(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[、.．](?!\d))/
const LONGEST = 70

/** The list of contents of a document, its titles as `titleOf` gives them; null where it has none. */
export function contentsList(lines: readonly string[], titleOf: (line: string) => string): ContentsList | null {
  const start = lines.slice(0, WITHIN).findIndex((line) => TITLE.test(bareLine(line)))
  if (start < 0) return null
  const entries: ContentsEntry[] = []
  for (let at = start + 1; at < lines.length && entries.length < MOST_ENTRIES; at += 1) {
    const bare = bareLine(lines[at] ?? '')
    if (bare === '' || /^\d{1,3}$/.test(bare)) continue
    const text = titleOf(bare)
    const [first] = entries
    // The body begins where the first entry stands again, or running text does.
    if (bare.length > LONGEST || (first && beginsBody(text, first))) return ended(entries, at)
    const numbered = PART.test(bare) || NUMBER.test(bare)
    if (numbered || first === undefined) entries.push({ text, lines: [at + 1, at + 1], isTable: isTableTitle(text) })
    else if (!joinTo(entries, text, at + 1)) return ended(entries, at)
  }
  return null
}

function beginsBody(text: string, first: ContentsEntry): boolean {
  return text === first.text || (PART.test(text) && text.slice(0, 4) === first.text.slice(0, 4))
}

function ended(entries: readonly ContentsEntry[], at: number): ContentsList | null {
  return entries.length >= 3 ? { entries, end: at + 1 } : null
}

/** A title may go on over a line; false where it would be longer than titles are, and the body has begun. */
function joinTo(entries: ContentsEntry[], text: string, line: number): boolean {
  const last = entries.at(-1)
  if (!last || last.text.length + text.length > LONGEST) return false
  const joined = last.text + text
  entries.splice(-1, 1, { text: joined, lines: [last.lines[0], line], isTable: isTableTitle(joined) })
  return true
}

function isTableTitle(text: string): boolean {
  return /表$/.test(text) && !PART.test(text)
}

/** A line without white space, mark-up, bullets, leaders and page number. */
function bareLine(line: string): string {
  return squeeze(line.replace(/<\/?[a-z]+>/g, ''))
    .replace(/^[#*\-•>]+|[*#]+$/g, '')
    .replace(/[.…·．—_-]{2,}[\divxⅰ-ⅹ]*$/i, '')
}

/** The page of a list without leaders. */
const PAGE = /(?<=[\u4e00-\u9fa5])\d{1,3}$/
/** 单位主要职能: the list leaves the name of the unit to the body. */
const UNIT = /^本?(?:单位|部门)(?=.{4})(?!.*表$)/

/** What a line says as a title: without numbering, 《》 and the like, and without the names of the unit itself. */
export function titleText(line: string, ownNames: readonly string[]): string {
  let bare = bareLine(line)
  for (const name of ownNames) bare = bare.replaceAll(name, '')
  return comparable(PART.test(bare) ? bare : bare.replace(NUMBER, ''))
    .replace(/[《》:。]|\(20\d{2}年度?\)/g, '')
    .replace(PAGE, '')
    .replace(UNIT, '')
}

/** A share of a title that may differ for it to be the same one. */
const DIFFERENT = 0.34
const MOST_DIFFERENT = 6
/** A share of its characters that a title has in common with one whose words stand in another order. */
const COMMON = 0.8

/** The title nearest to an entry, where it is near enough to be the same one; null where none is. */
export function nearestTitle<Candidate extends { readonly text: string }>(
  entry: string,
  candidates: readonly Candidate[],
): Candidate | null {
  let best: { readonly candidate: Candidate; readonly distance: number } | null = null
  for (const candidate of candidates) {
    if (!mayBePart(entry, candidate.text)) continue
    const longer = Math.max(entry.length, candidate.text.length)
    const limit = Math.min(MOST_DIFFERENT, Math.floor(longer * DIFFERENT))
    const edits = editDistance(entry, candidate.text, limit)
    const distance = edits > limit && isReordered(entry, candidate.text) ? limit : edits
    if (distance <= limit && distance < (best?.distance ?? MOST_DIFFERENT + 1)) best = { candidate, distance }
  }
  return best?.candidate ?? null
}

/** A part is no part of another number. */
function mayBePart(entry: string, candidate: string): boolean {
  const [own, other] = [PART.exec(entry)?.[0], PART.exec(candidate)?.[0]]
  return own === undefined || other === undefined || own === other
}

/** Whether two titles are made of nearly the same characters: 基金预算支出表, 基金支出预算表. */
function isReordered(a: string, b: string): boolean {
  const rest = [...b]
  const common = [...a].filter((character) => {
    const at = rest.indexOf(character)
    if (at >= 0) rest.splice(at, 1)
    return at >= 0
  })
  return common.length >= COMMON * Math.max(a.length, b.length)
}
