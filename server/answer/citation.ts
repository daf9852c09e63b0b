import type { Chunk } from '../../ingest/domain/chunk.ts'
import type { DocumentRecord } from '../../ingest/domain/document.ts'
import type { Fact } from '../../ingest/domain/fact.ts'
import type { Table } from '../../ingest/domain/table.ts'
import type { CorpusReader } from '../../ingest/index/open.ts'
import type { Citation, PublishedFact } from './contract.ts'
import { standsThere } from './verify.ts'

/** Address of the source viewer with the cited place marked; `nth` tells which of several equal figures on the lines is meant. */
function sourceHref(documentId: string, from: number, to: number, raw: string, nth: number | null = null): string {
  const query = new URLSearchParams({
    lines: `${from}-${to}`,
    raw: raw.slice(0, 120),
    ...(nth === null ? {} : { nth: String(nth) }),
  })
  return `/documents/${encodeURIComponent(documentId)}?${query.toString()}#L${from}`
}

/** The place where a fact is printed, as the contract's citation. */
export function citeFact(fact: Fact, index: CorpusReader, id: number): Citation {
  const document = index.document(fact.documentId)
  const table = fact.tableId === null ? null : index.table(fact.tableId)
  const { from, to } = fact.source
  return {
    id,
    documentId: fact.documentId,
    document: document?.title ?? '',
    file: document?.file ?? '',
    kind: fact.tableId === null ? 'text' : 'cell',
    ...(table ? { table: { id: table.id, number: table.number, title: table.title } } : {}),
    ...(fact.tableId === null ? {} : { row: [...fact.row], column: [...fact.column] }),
    raw: fact.amount.raw,
    lines: [from, to],
    quote: fact.quote,
    href: sourceHref(fact.documentId, from, to, fact.amount.raw, table ? occurrence(fact, table) : null),
  }
}

/** Which of the cells on its line that print the same figure is the fact's: 1 for the first; null where its column is not found. */
function occurrence(fact: Fact, table: Table): number | null {
  const column = fact.column.join('/')
  const printed = table.cells.filter(
    ({ source, text }) => source.from === fact.source.from && text.split(/[^\d.,-]+/).includes(fact.amount.raw),
  )
  const at = printed.findIndex((cell) => table.columns[cell.column]?.path.join('/') === column)
  return at < 0 ? null : at + 1
}

/** A passage quoted word for word: as it was read, or as its lines have it where those are torn or too many to cite. */
export function citeChunk(chunk: Chunk, index: CorpusReader, id: number): Citation {
  const document = index.document(chunk.documentId)
  const { from, to } = chunk.source
  const place: Pick<Citation, 'documentId' | 'lines'> = { documentId: chunk.documentId, lines: [from, to] }
  const quote = standsThere({ ...place, raw: chunk.quote }, index)
    ? chunk.quote
    : ownText(index, chunk.documentId, from, to)
  return {
    id,
    ...place,
    document: document?.title ?? '',
    file: document?.file ?? '',
    kind: 'text',
    raw: quote,
    quote,
    href: sourceHref(chunk.documentId, from, to, quote.slice(0, 40)),
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
export function citeTitle(document: DocumentRecord, index: CorpusReader, id: number): Citation {
  const head = index.lines(document.id).slice(0, HEAD_LINES)
  const said = head.findIndex((line) => line.includes(String(document.fiscalYear ?? '')) && /预算|决算/.test(line))
  const at =
    said >= 0
      ? said
      : Math.max(
          0,
          head.findIndex((line) => line.trim() !== ''),
        )
  const raw = (head[at] ?? '').replace(/^[#\s]+/, '').trim()
  return {
    id,
    documentId: document.id,
    document: document.title,
    file: document.file,
    kind: 'text',
    raw,
    lines: [at + 1, at + 1],
    quote: raw,
    href: sourceHref(document.id, at + 1, at + 1, raw),
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
    source: citeFact(fact, index, 1),
  }
}
