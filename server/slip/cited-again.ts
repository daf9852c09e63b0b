import { isDeepStrictEqual } from 'node:util'
import type { Fact } from '../../ingest/domain/fact.ts'
import type { Site } from '../../ingest/domain/place.ts'
import { MAX_CITED_LINES } from '../../ingest/domain/source.ts'
import type { CorpusReader } from '../../ingest/index/open.ts'
import { citeFact, citePlace } from '../answer/citation.ts'
import type { Citation } from '../answer/contract.ts'
import { type DraftCitation, publishedCitation } from '../answer/draft-citation.ts'
import { standsOn } from '../answer/verify.ts'

/** A citation of a slip, read again at its place. */
export interface CitedAgain {
  readonly citation: Citation
  /** As it is cited today; null where it does not stand there. */
  readonly draft: DraftCitation | null
  /** The facts that are read there today. */
  readonly facts: readonly Fact[]
}

/**
 * Reads a citation again. That of a cell or of a figure in a sentence must be cited today as it was, with its row, column,
 * printed text and quotation; a passage must stand, word for word, where it is said to stand.
 */
export function citeAgain(citation: Citation, corpus: CorpusReader): CitedAgain {
  const { id, documentId } = citation
  // A file may bear another name today: its hash says which it is.
  const same = (draft: DraftCitation) =>
    isDeepStrictEqual({ ...publishedCitation(draft), file: citation.file }, citation)
  const cited = corpus
    .facts(documentId)
    .filter(({ amount }) => citation.raw === amount.raw || amount.raw.includes(citation.raw))
    .map((fact) => ({ fact, draft: citeFact(fact, corpus, id) }))
    .filter(({ draft }) => same(draft))
  const [first] = cited
  if (first) return { citation, draft: first.draft, facts: cited.map(({ fact }) => fact) }
  const place = corpus
    .checks(documentId)
    .findings.flatMap(({ places }) => places)
    .map((found) => citePlace(found, corpus, id))
    .find(same)
  return { citation, draft: place ?? (citation.kind === 'text' ? passage(citation, corpus) : null), facts: [] }
}

/** A passage where it is said to stand; null where it does not. */
function passage(citation: Citation, corpus: CorpusReader): DraftCitation | null {
  const document = corpus.document(citation.documentId)
  const lines = linesOf(citation, corpus)
  const [from, to] = [lines[0], lines.at(-1)]
  if (!document || from === undefined || to === undefined) return null
  const texts = textsOf(citation, corpus)
  const stands =
    citation.document === document.title &&
    standsOn(texts, citation.raw) &&
    standsOn(corpus.lines(document.id).slice(from - 1, from - 1 + MAX_CITED_LINES), citation.quote)
  return stands ? { ...citation, lines: [from, to], place: null } : null
}

/** What is printed today where a citation points. */
export function textsOf(citation: Citation, corpus: CorpusReader): readonly string[] {
  const texts = corpus.lines(citation.documentId)
  return linesOf(citation, corpus).map((line) => texts[line - 1] ?? '')
}

/** The lines of the document that stand where a citation points. */
function linesOf(citation: Citation, corpus: CorpusReader): readonly number[] {
  const site = siteOf(citation)
  const places = corpus.places(citation.documentId)
  if (places) return places.linesAt(site)
  if (site.kind !== 'lines') return []
  const last = Math.min(site.to, corpus.lines(citation.documentId).length)
  return Array.from({ length: Math.max(0, last - site.from + 1) }, (_, at) => site.from + at)
}

function siteOf(citation: Citation): Site {
  if ('page' in citation) return { kind: 'page', page: citation.page, box: citation.box }
  if ('sheet' in citation) return { kind: 'cell', sheet: citation.sheet, cell: citation.cell }
  if ('paragraph' in citation) return { kind: 'paragraph', paragraph: citation.paragraph }
  return { kind: 'lines', from: citation.lines[0], to: citation.lines[1] }
}
