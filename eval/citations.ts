import type { Citation, Figure } from '../server/answer/contract.ts'
import { exactNumber } from './figures.ts'
import type { Evidence } from './gold.ts'
import { isAmong, placesOf } from './places.ts'
import type { Sources } from './sources.ts'

/** A citation that spans more lines than this points nowhere in particular. */
const MOST_LINES = 20

/** Text without what a table layout adds to it, for comparing across layouts. */
export function squeeze(text: string): string {
  return text.replace(/[\s,，|]/g, '')
}

/** A number must stand there whole, not inside a longer one; anything else is compared without white space. */
export function standsIn(raw: string, text: string): boolean {
  const trimmed = raw.trim()
  if (!/^[+-]?[\d,]+(?:\.\d+)?$/.test(trimmed)) return squeeze(text).includes(squeeze(raw))
  const number = trimmed.replace(/,/g, '').replace(/[.+]/g, '\\$&')
  return new RegExp(`(?<![\\d.])${number}(?!\\d|\\.\\d)`).test(text.replace(/[,，]/g, ''))
}

/** Whether the citation's raw text stands on its own lines, or its own page, of its own file. */
function citationHolds(citation: Citation, sources: Sources): boolean {
  if ('page' in citation)
    return citation.raw !== '' && standsIn(citation.raw, sources.page(citation.file, citation.page) ?? '')
  // Nothing here reads Office files, so nothing can tell.
  if (!('lines' in citation)) return false
  const lines = sources.lines(citation.file)
  if (citation.raw === '' || lines === null) return false
  const [from, to] = citation.lines
  if (to < from || to - from >= MOST_LINES) return false
  return standsIn(citation.raw, lines.slice(from - 1, to).join('\n'))
}

function prints(raw: string, value: string): boolean {
  const wanted = exactNumber(value)
  const numbers = raw.replace(/[,，]/g, '').match(/[+-]?\d+(?:\.\d+)?/g) ?? []
  return wanted !== null && numbers.some((number) => exactNumber(number) === wanted)
}

/** Files of the documents a question is about, as far as they are held. */
function filesAsked(docs: readonly string[], sources: Sources): string[] {
  return docs.map((doc) => sources.fileOf(doc)).filter((file) => file !== null)
}

/**
 * Whether a figure is proven by what it cites: each citation holds, one of them is in a document asked about, and,
 * unless the figure is derived, one of them prints this very number.
 */
export function figureHolds(
  figure: Figure,
  citations: ReadonlyMap<number, Citation>,
  docs: readonly string[],
  sources: Sources,
): boolean {
  const cited = figure.citations.map((id) => citations.get(id)).filter((citation) => citation !== undefined)
  if (cited.length === 0 || cited.length < figure.citations.length) return false
  if (!cited.every((citation) => citationHolds(citation, sources))) return false
  // A gold file can be asked of other documents than it was written for (the demo corpus); then no file is known here.
  const asked = filesAsked(docs, sources)
  if (asked.length > 0 && !cited.some((citation) => asked.includes(citation.file))) return false
  return figure.check === 'derived' || cited.some((citation) => prints(citation.raw, figure.value))
}

/** Whether a citation touches a place listed as evidence; null where none of those places is in a file that is held. */
export function citesEvidence(
  citations: readonly Citation[],
  evidence: readonly Evidence[],
  sources: Sources,
): boolean | null {
  const [lines, pages] = [placesOf(evidence, sources), placesOf(evidence, sources, 'pages')]
  if (lines.length + pages.length === 0) return null
  return citations.some((citation) => {
    const { file } = citation
    if ('page' in citation) return isAmong({ file, from: citation.page, to: citation.page }, pages)
    if (!('lines' in citation)) return false
    const [from, to] = citation.lines
    return isAmong({ file, from, to }, lines)
  })
}
