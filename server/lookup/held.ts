import type { DocumentRecord } from '../../ingest/domain/document.ts'
import { Problem } from '../../ingest/domain/problem.ts'
import type { Table } from '../../ingest/domain/table.ts'
import type { CorpusReader } from '../../ingest/index/open.ts'
import type { DocumentResponse } from './documents-contract.ts'
import { tableSummary } from './published-table.ts'

/** The document of this id; throws Problem "document-unknown". */
export function heldDocument(corpus: CorpusReader, id: string): DocumentRecord {
  const document = corpus.document(id)
  if (!document) throw new Problem('document-unknown', `No document has the id ${id}.`)
  return document
}

/** The table of this id in its document; throws Problem "document-unknown" or "table-unknown". */
export function heldTable(corpus: CorpusReader, documentId: string, tableId: string): Table {
  const document = heldDocument(corpus, documentId)
  const table = corpus.tables(document.id).find(({ id }) => id === tableId)
  if (!table) throw new Problem('table-unknown', `The document ${document.id} has no table ${tableId}.`)
  return table
}

/** A document and what tables it has; throws Problem "document-unknown". */
export function documentWithTables(corpus: CorpusReader, id: string): DocumentResponse {
  const document = heldDocument(corpus, id)
  const places = corpus.places(document.id)
  return { document, tables: corpus.tables(document.id).map((table) => tableSummary(table, places)) }
}
