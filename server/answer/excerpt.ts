import type { Chunk } from '../../ingest/domain/chunk.ts'
import { squeeze } from '../../ingest/domain/name.ts'
import { lines, MAX_CITED_LINES } from '../../ingest/domain/source.ts'
import type { CorpusReader } from '../../ingest/index/open.ts'
import { FIRST_ENTRY, NEXT_ORDINAL } from './ordinals.ts'
import type { Sentence } from './sentence-text.ts'

/**
 * Consecutive sentences as one passage with its own lines. Where they stand on more lines than may be cited, or a page or
 * a table stands between them, as many as go, always the one that was found.
 */
export function excerpt(sentences: readonly Sentence[], found: Sentence, index: CorpusReader): Chunk {
  const { chunk } = found
  const first = sentences[0]?.chunk ?? chunk
  const last = sentences.at(-1)?.chunk ?? chunk
  const text = sentences
    .map(({ text }) => text)
    .join('')
    .trim()
  const place = linesOf(text, chunk.documentId, first.source.from, last.source.to, index)
  if (place && place.to - place.from < MAX_CITED_LINES)
    return { ...chunk, quote: text, source: lines(place.from, place.to) }
  if (sentences.length < 2) return chunk
  return excerpt(sentences.at(-1) === found ? sentences.slice(1) : sentences.slice(0, -1), found, index)
}

/** Without white space, mark-up, cell borders and the dashes of a list, which passages leave out. */
function bare(text: string): string {
  return squeeze(text.replace(/<\/?[a-z]+>|[#|*•-]/gi, ''))
}

/** The lines a text stands on; null where a page or a table stands between its parts. */
function linesOf(
  text: string,
  documentId: string,
  from: number,
  to: number,
  index: CorpusReader,
): { readonly from: number; readonly to: number } | null {
  const printed = index
    .lines(documentId)
    .slice(from - 1, to)
    .map(bare)
  const begins = printed.join('').indexOf(bare(text))
  if (begins < 0) return null
  const ends = begins + bare(text).length - 1
  const lineOf = (place: number): number => {
    let passed = 0
    const line = printed.findIndex((words) => {
      passed += words.length
      return place < passed
    })
    return from + line
  }
  return { from: lineOf(begins), to: lineOf(ends) }
}

/** With the numbered lines right below a list's first entries that were read as headings. */
export function withHeadings(quote: Chunk, index: CorpusReader): Chunk {
  const all = index.lines(quote.documentId)
  if (!FIRST_ENTRY.test(quote.quote)) return quote
  let { to } = quote.source
  let text = quote.quote
  for (let line = to + 1; line - quote.source.from < MAX_CITED_LINES - 1; line += 1) {
    const printed = (all[line - 1] ?? '').trim()
    if (printed === '') continue
    if (!NEXT_ORDINAL.test(printed) || printed.length > 60) break
    text = `${text} ${printed}`
    to = line
  }
  return to === quote.source.to ? quote : { ...quote, quote: text, source: lines(quote.source.from, to) }
}

/** Lines of a torn form below a row on which its last cell, the reason for missing a target, goes on. */
const REASON_LINES = 14

/** A row of a torn form with the lines of its last cell, where that stands below the others. */
export function rowExcerpt(row: Chunk, index: CorpusReader): Chunk {
  const reason = squeeze(row.quote.split(' ').at(-1) ?? '')
  const { from, to } = row.source
  const printed = index.lines(row.documentId).slice(from - 1, to + REASON_LINES)
  if (row.tableId !== null || reason.length < 6 || squeeze(printed.slice(0, to - from + 1).join('')).includes(reason))
    return row
  const ends = printed.findIndex((_, at) => squeeze(printed.slice(0, at + 1).join('')).includes(reason))
  return ends < 0 || ends >= MAX_CITED_LINES ? row : { ...row, source: lines(from, from + ends) }
}
