import type { Chunk } from '../../ingest/domain/chunk.ts'
import type { DocumentRecord } from '../../ingest/domain/document.ts'
import type { Fact } from '../../ingest/domain/fact.ts'
import type { Field, Finding, FindingPlace } from '../../ingest/domain/finding.ts'
import type { Site } from '../../ingest/domain/place.ts'
import { lines } from '../../ingest/domain/source.ts'
import type { Table } from '../../ingest/domain/table.ts'
import type { CorpusReader } from '../../ingest/index/open.ts'
import { citedPlaceOf } from './cited-place.ts'
import type { PublishedFact, PublishedFinding } from './contract.ts'
import { type DraftCitation, publishedCitation } from './draft-citation.ts'
import { standsThere } from './verify.ts'

type Place = Pick<DraftCitation, 'documentId' | 'lines' | 'place'>

/** Address of the source viewer with the cited place marked; `nth` tells which of several equal figures there is meant. */
function sourceHref({ documentId, lines: [from, to], place }: Place, raw: string, nth: number | null = null): string {
  const marked = place && place.raw.length < raw.length ? place.raw : raw
  const query = new URLSearchParams({
    ...siteQuery(place?.site ?? lines(from, to)),
    raw: marked.slice(0, 120),
    ...(nth === null ? {} : { nth: String(nth) }),
  })
  return `/documents/${encodeURIComponent(documentId)}?${query.toString()}#L${from}`
}

/** A site as the source viewer takes it. */
function siteQuery(site: Site): Record<string, string> {
  if (site.kind === 'page') return { page: String(site.page), box: site.box.join(',') }
  if (site.kind === 'cell') return { sheet: site.sheet, cell: site.cell }
  if (site.kind === 'paragraph') return { paragraph: String(site.paragraph) }
  return { lines: `${site.from}-${site.to}` }
}

function placeOf(index: CorpusReader, documentId: string, from: number, to: number, raw: string): Place {
  return { documentId, lines: [from, to], place: citedPlaceOf(index, documentId, [from, to], raw) }
}

/** The place where a fact is printed. */
export function citeFact(fact: Fact, index: CorpusReader, id: number): DraftCitation {
  const document = index.document(fact.documentId)
  const table = fact.tableId === null ? null : index.table(fact.tableId)
  const place = placeOf(index, fact.documentId, fact.source.from, fact.source.to, fact.amount.raw)
  return {
    id,
    ...place,
    document: document?.title ?? '',
    file: document?.file ?? '',
    kind: fact.tableId === null ? 'text' : 'cell',
    ...(table ? { table: { id: table.id, number: table.number, title: table.title } } : {}),
    ...(fact.tableId === null ? {} : { row: [...fact.row], column: [...fact.column] }),
    raw: fact.amount.raw,
    quote: fact.quote,
    href: sourceHref(place, fact.amount.raw, table ? occurrence(fact, table) : null),
  }
}

/** Which of the cells on its line that print the same figure is the fact's: 1 for the first; null where its column is not found. */
function occurrence(fact: Fact, table: Table): number | null {
  const column = fact.column.join('/')
  const printed = printing(table, fact.source.from, fact.amount.raw)
  const at = printed.findIndex((cell) => table.columns[cell.column]?.path.join('/') === column)
  return at < 0 ? null : at + 1
}

/** Which of the cells on the line of a field that print the same is the field's own. */
function occurrenceOf(table: Table, field: Field, raw: string): number | null {
  const own = table.cells.find(({ row, column }) => row === field.row && column === field.column)
  const at = own ? printing(table, own.source.from, raw).indexOf(own) : -1
  return at < 0 ? null : at + 1
}

/** The cells on a line that print a figure. */
function printing(table: Table, line: number, raw: string): Table['cells'] {
  return table.cells.filter(({ source, text }) => source.from === line && text.split(/[^\d.,-]+/).includes(raw))
}

/**
 * A passage quoted word for word: as it was read, or as its lines have it where those are torn or too many to cite. One
 * that runs on over pages is quoted whole, and cited by what stands on the first of them.
 */
export function citeChunk(chunk: Chunk, index: CorpusReader, id: number): DraftCitation {
  const document = index.document(chunk.documentId)
  const { from, to } = chunk.source
  const { documentId } = chunk
  const quote = standsThere({ documentId, lines: [from, to], raw: chunk.quote }, index)
    ? chunk.quote
    : ownText(index, documentId, from, to)
  const place = placeOf(index, documentId, from, to, quote)
  return {
    id,
    ...place,
    document: document?.title ?? '',
    file: document?.file ?? '',
    kind: 'text',
    raw: quote,
    quote,
    href: sourceHref(place, quote.slice(0, 40)),
  }
}

function ownText(index: CorpusReader, documentId: string, from: number, to: number): string {
  return index
    .lines(documentId)
    .slice(from - 1, to)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(' ')
}

const HEAD_LINES = 120

/** The line on which a document says what it is: the first that names a year and 预算 or 决算. */
export function citeTitle(document: DocumentRecord, index: CorpusReader, id: number): DraftCitation {
  const head = index.lines(document.id).slice(0, HEAD_LINES)
  const at = titleLine(head, String(document.fiscalYear ?? ''))
  const raw = (head[at] ?? '').replace(/^[#\s]+/, '').trim()
  const place = placeOf(index, document.id, at + 1, at + 1, raw)
  return {
    id,
    ...place,
    document: document.title,
    file: document.file,
    kind: 'text',
    raw,
    quote: raw,
    href: sourceHref(place, raw),
  }
}

/** The line that says whether the document is a budget or final accounts: on its cover, which may print the year apart, or below. */
function titleLine(head: readonly string[], year: string): number {
  const contents = head.findIndex((line) => /^[#\s]*目\s*录\s*$/.test(line))
  const cover = contents < 0 ? [] : head.slice(0, contents)
  const says = (line: string) => /预算|决算/.test(line)
  const both = (line: string) => line.includes(year) && says(line)
  const found = [
    cover.findIndex(both),
    cover.findIndex(says),
    head.findIndex(both),
    head.findIndex((line) => line.trim() !== ''),
  ]
  return Math.max(0, found.find((at) => at >= 0) ?? 0)
}

/** A place that takes part in a finding. */
export function citePlace(place: FindingPlace, index: CorpusReader, id: number): DraftCitation {
  const { documentId, tableId, field, source, raw } = place
  const document = index.document(documentId)
  const table = tableId === null ? null : index.table(tableId)
  const printed = placeOf(index, documentId, source.from, source.to, raw)
  return {
    id,
    ...printed,
    document: document?.title ?? '',
    file: document?.file ?? '',
    kind: table ? 'cell' : 'text',
    ...(table ? { table: { id: table.id, number: table.number, title: table.title } } : {}),
    ...(table ? { row: [...place.row], column: [...place.column] } : {}),
    raw,
    quote: place.quote,
    href: sourceHref(printed, raw, table && field ? occurrenceOf(table, field, raw) : null),
  }
}

/** A finding as `/api/checks` and `check --json` publish it. */
export function publishFinding(finding: Finding, index: CorpusReader): PublishedFinding {
  return {
    ...finding,
    file: index.document(finding.documentId)?.file ?? '',
    places: finding.places.map((place, at) => publishedCitation(citePlace(place, index, at + 1))),
  }
}

/** A fact as `/api/facts` and `lookup --json` publish it. */
export function publishFact(fact: Fact, index: CorpusReader): PublishedFact {
  return {
    id: fact.id,
    organization: fact.organization,
    fiscalYear: fact.fiscalYear,
    basis: fact.basis,
    kind: fact.kind,
    measure: fact.measure,
    scope: fact.role,
    value: fact.amount.value,
    unit: fact.amount.unit,
    stage: fact.stage,
    direction: fact.direction,
    comparator: fact.comparator,
    project: fact.project,
    parents: [...fact.parents],
    facet: [...fact.facet],
    of: fact.of,
    origin: fact.origin,
    source: publishedCitation(citeFact(fact, index, 1)),
  }
}
