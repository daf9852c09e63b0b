import { checkDocument } from '../ingest/checks/check-document.ts'
import { DocumentView } from '../ingest/checks/document-view.ts'
import type { Rule, Tried } from '../ingest/checks/rule.ts'
import { RULES } from '../ingest/checks/rules.ts'
import type { Finding, FindingPlace } from '../ingest/domain/finding.ts'
import { parseDocument } from '../ingest/parse.ts'

/** A printed figure of a text that takes part in relations that hold. */
export interface RelatedFigure {
  /** 1-based. */
  readonly line: number
  /** Where in its line it begins. */
  readonly at: number
  readonly raw: string
  /** Codes of the rules whose relations it takes part in, one a relation. */
  readonly rules: readonly string[]
}

/** What of a text is held against what. */
export interface CheckedText {
  readonly findings: readonly Finding[]
  readonly figures: readonly RelatedFigure[]
}

/** What became of one figure changed. */
export interface Planted {
  readonly figure: RelatedFigure
  /** What was printed in its stead. */
  readonly changed: string
  readonly found: boolean
  /** Whether the changed figure is the likely culprit of what was found. */
  readonly named: boolean
  /** Findings of the unchanged text that are no more, though the changed figure is in none of their places. */
  readonly lost: readonly Finding[]
}

/** Reads and checks a text, and lists the figures that take part in relations that hold. */
export async function checkText(text: string): Promise<CheckedText> {
  const view = new DocumentView(await parseDocument(Buffer.from(text), 'planted.txt'))
  const held = RULES.filter(({ oneSided }) => !oneSided).flatMap((rule) => heldRelations(rule, view))
  const byKey = new Map<string, { readonly place: FindingPlace; readonly rules: string[] }>()
  for (const { code, witnesses } of held) {
    for (const { key, place } of witnesses) {
      const known = byKey.get(key)
      if (known) known.rules.push(code)
      else byKey.set(key, { place, rules: [code] })
    }
  }
  const figures = [...byKey.values()].flatMap(({ place, rules }) => figureAt(place, view, rules) ?? [])
  return { findings: checkDocument(view).findings, figures }
}

function heldRelations(rule: Rule, view: DocumentView): (Pick<Tried, 'witnesses'> & { readonly code: string })[] {
  return rule
    .tries(view)
    .filter(({ breach }) => breach === null)
    .map(({ witnesses }) => ({ witnesses, code: rule.code }))
}

const NUMBER = /\d[\d,]*(?:\.\d+)?/g

/** The figure of a place in its line; null where its line does not tell which of several it is. */
function figureAt(
  { raw, source, tableId, field }: FindingPlace,
  { lines, sheets }: DocumentView,
  rules: readonly string[],
): RelatedFigure | null {
  const number = [...raw.matchAll(NUMBER)].at(-1)?.[0]
  const text = lines[source.to - 1]
  if (number === undefined || text === undefined || Number(number.replaceAll(',', '')) === 0) return null
  const printed = [...text.matchAll(NUMBER)].filter(([found]) => found === number)
  const cells = sheets.find(({ table }) => table.id === tableId)?.table.cells ?? []
  const alike = cells.filter(({ row, text: words }) => row === field?.row && words.trim() === raw.trim())
  const nth = alike.findIndex(({ column }) => column === field?.column)
  const one = printed.length === 1 ? printed[0] : alike.length === printed.length ? printed[nth] : undefined
  return one ? { line: source.to, at: one.index, raw: number, rules } : null
}

/** Another figure of as many decimals, no rounding away from the one printed: its first digit is another one. */
export function otherFigure(raw: string, random: () => number): string {
  const at = [...raw].findIndex((sign) => /[1-9]/.test(sign))
  const digit = Number(raw[at])
  const other = ((digit + Math.floor(random() * 8)) % 9) + 1
  return `${raw.slice(0, at)}${other === digit ? (digit % 9) + 1 : other}${raw.slice(at + 1)}`
}

/** Changes one figure of a text that was checked, and tells what the checks make of it. */
export async function plantError(
  text: string,
  { findings }: CheckedText,
  figure: RelatedFigure,
  random: () => number,
): Promise<Planted> {
  const changed = otherFigure(figure.raw, random)
  const lines = text.split('\n')
  const line = lines[figure.line - 1] ?? ''
  lines[figure.line - 1] = line.slice(0, figure.at) + changed + line.slice(figure.at + figure.raw.length)
  const after = await checkText(lines.join('\n'))
  const isChanged = ({ source, raw }: FindingPlace) =>
    source.from <= figure.line && figure.line <= source.to && raw.includes(changed)
  const told = after.findings.filter(({ verdict, places }) => verdict === 'contradiction' && places.some(isChanged))
  return {
    figure,
    changed,
    found: told.length > 0,
    named: told.some(({ places: [culprit] }) => culprit !== undefined && isChanged(culprit)),
    lost: findings.filter(
      (finding) => isUntouched(finding, figure) && !after.findings.some((other) => isOf(other, finding)),
    ),
  }
}

/** Whether a finding has no place on the line of the figure that was changed. */
function isUntouched({ places }: Finding, { line }: RelatedFigure): boolean {
  return places.every(({ source }) => line < source.from || line > source.to)
}

/** Whether two findings start from the same print. */
function isOf(a: Finding, b: Finding): boolean {
  const [culprit] = b.places
  return a.places.some(({ source, raw }) => source.from === culprit?.source.from && raw === culprit.raw)
}
