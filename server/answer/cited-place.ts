import type { CorpusReader } from '../../ingest/index/open.ts'
import type { CitedPlace } from './draft-citation.ts'
import { standsOn } from './verify.ts'

/**
 * Where some lines of a document print a text: at the first of their sites that prints it whole, or else, by what stands
 * there of it, at the site where it begins. Null in a text file.
 */
export function citedPlaceOf(
  index: CorpusReader,
  documentId: string,
  [from, to]: readonly [number, number],
  raw: string,
): CitedPlace | null {
  const sites = index.places(documentId)?.sites(from, to) ?? []
  const [first] = sites
  if (!first) return null
  const texts = index.lines(documentId)
  const printed = (lines: readonly number[]) => lines.map((line) => texts[line - 1] ?? '')
  const whole = sites.length === 1 ? first : sites.find(({ lines }) => standsOn(printed(lines), raw))
  return whole ? { site: whole.site, raw } : { site: first.site, raw: beginningOn(printed(first.lines).join(''), raw) }
}

/** What a quotation adds to the printed text. */
const ADDED = /[\s|]/

/** The beginning of `raw` with which a text ends; all of it where the text ends with none. */
function beginningOn(text: string, raw: string): string {
  const end = text.replaceAll(new RegExp(ADDED, 'g'), '')
  let [begun, longest] = ['', '']
  for (const [at, letter] of [...raw].entries()) {
    if (ADDED.test(letter)) continue
    begun += letter
    if (end.endsWith(begun)) longest = [...raw].slice(0, at + 1).join('')
  }
  return longest === '' ? raw : longest
}
