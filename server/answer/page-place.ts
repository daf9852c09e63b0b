import type { LinePlaces } from '../../ingest/domain/place.ts'
import type { CorpusReader } from '../../ingest/index/open.ts'
import type { PagePlace } from './draft-citation.ts'
import { standsOn } from './verify.ts'

/**
 * Where some lines of a document print a text: on the first of their pages that prints it whole, or else, by what stands
 * there of it, on the page where it begins. Null in a text file.
 */
export function pagePlaceOf(
  index: CorpusReader,
  documentId: string,
  [from, to]: readonly [number, number],
  raw: string,
): PagePlace | null {
  const places = index.places(documentId)
  if (!places) return null
  const pages = places.pages(from, to)
  const printed = (page: number) => textsOn(index, documentId, places, page, from, to)
  const whole = pages.length === 1 ? pages[0] : pages.find((page) => standsOn(printed(page), raw))
  const page = whole ?? pages[0] ?? 1
  const place = places.around(page, from, to)
  return place && { page, box: place.box, raw: whole === undefined ? beginningOn(printed(page).join(''), raw) : raw }
}

function textsOn(
  index: CorpusReader,
  documentId: string,
  places: LinePlaces,
  page: number,
  from: number,
  to: number,
): string[] {
  const texts = index.lines(documentId)
  return places.linesOn(page, from, to).map((line) => texts[line - 1] ?? '')
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
