import type { Chunk } from '../domain/chunk.ts'
import type { DocumentRecord } from '../domain/document.ts'
import type { Fact } from '../domain/fact.ts'
import type { DocumentChecks } from '../domain/finding.ts'
import { LinePlaces } from '../domain/line-places.ts'
import type { ParsedDocument } from '../domain/parsed-document.ts'
import type { Table } from '../domain/table.ts'
import { cursorOf, type PagePosition, positionOf, sortKey } from './page-cursor.ts'
import type { CorpusWriter, FactFilter, FactPage, ScoredChunk } from './store.ts'
import { terms } from './terms.ts'

/** A corpus in memory, for tests and tools that need no file. */
export class MemoryStore implements CorpusWriter {
  private readonly held = new Map<string, ParsedDocument>()

  put(document: ParsedDocument): void {
    this.held.set(document.record.id, document)
  }

  delete(documentId: string): boolean {
    return this.held.delete(documentId)
  }

  documents(): readonly DocumentRecord[] {
    return this.inOrder().map((document) => document.record)
  }

  document(id: string): DocumentRecord | null {
    return this.held.get(id)?.record ?? null
  }

  lines(documentId: string): readonly string[] {
    return this.held.get(documentId)?.lines ?? []
  }

  places(documentId: string): LinePlaces | null {
    const places = this.held.get(documentId)?.places ?? null
    return places && LinePlaces.of(places)
  }

  tables(documentId: string): readonly Table[] {
    return this.held.get(documentId)?.tables ?? []
  }

  table(tableId: string): Table | null {
    return (
      this.inOrder()
        .flatMap((document) => document.tables)
        .find((table) => table.id === tableId) ?? null
    )
  }

  facts(documentId: string): readonly Fact[] {
    return this.held.get(documentId)?.facts ?? []
  }

  checks(documentId: string): DocumentChecks {
    return this.held.get(documentId)?.checks ?? { findings: [], applied: {} }
  }

  findFacts(filter: FactFilter, page: string | null, limit: number): FactPage {
    const after = positionOf(page)
    const placed = this.inOrder().flatMap(({ record, facts }) =>
      facts.map((fact, position) => ({ fact, at: { sortKey: sortKey(record), position } })),
    )
    const found = placed.filter(({ fact, at }) => isAfter(at, after) && matches(fact, filter))
    const last = found.slice(0, limit).at(-1)
    return {
      facts: found.slice(0, limit).map(({ fact }) => fact),
      nextPage: last && found.length > limit ? cursorOf(last.at) : null,
    }
  }

  chunks(documentId: string): readonly Chunk[] {
    return this.held.get(documentId)?.chunks ?? []
  }

  chunk(chunkId: string): Chunk | null {
    return (
      this.inOrder()
        .flatMap((document) => document.chunks)
        .find((chunk) => chunk.id === chunkId) ?? null
    )
  }

  searchTerms(query: string, documentIds: readonly string[] | null, limit: number): readonly ScoredChunk[] {
    const texts = this.inOrder()
      .flatMap((document) => document.chunks)
      .map((chunk) => ({ chunk, terms: terms(chunk.text) }))
    return bm25([...new Set(terms(query))], texts)
      .filter(({ chunk, score }) => score > 0 && (documentIds?.includes(chunk.documentId) ?? true))
      .sort((a, b) => b.score - a.score)
      .slice(0, limit)
      .map(({ chunk, score }) => ({ chunkId: chunk.id, score }))
  }

  documentsSaying(query: string, documentIds: readonly string[] | null, passages: number): readonly string[] {
    const found = this.searchTerms(query, documentIds, passages)
    return [...new Set(found.flatMap(({ chunkId }) => this.chunk(chunkId)?.documentId ?? []))]
  }

  close(): void {
    this.held.clear()
  }

  private inOrder(): ParsedDocument[] {
    return [...this.held.values()].sort((a, b) => compareBytes(sortKey(a.record), sortKey(b.record)))
  }
}

/** The order of UTF-8, which is SQLite's; that of UTF-16 differs beyond the basic plane. */
function compareBytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b))
}

function isAfter(at: PagePosition, other: PagePosition): boolean {
  return (compareBytes(at.sortKey, other.sortKey) || at.position - other.position) > 0
}

function matches(fact: Fact, filter: FactFilter): boolean {
  return (
    (filter.documentIds === undefined || filter.documentIds.includes(fact.documentId)) &&
    (filter.fiscalYear === undefined || filter.fiscalYear === fact.fiscalYear) &&
    (filter.basis === undefined || filter.basis === fact.basis) &&
    (filter.role === undefined || filter.role === fact.role) &&
    (filter.item === undefined || names(fact, filter.item.toLowerCase()))
  )
}

function names(fact: Fact, item: string): boolean {
  return (
    fact.measure.name.toLowerCase().includes(item) ||
    (fact.project?.toLowerCase().includes(item) ?? false) ||
    (fact.measure.code?.toLowerCase().startsWith(item) ?? false)
  )
}

interface Tokenised {
  readonly chunk: Chunk
  readonly terms: readonly string[]
}

/** Okapi BM25 with the constants of FTS5, so that both stores rank alike. */
function bm25(query: readonly string[], texts: readonly Tokenised[]): { chunk: Chunk; score: number }[] {
  const [k1, b, leastIdf] = [1.2, 0.75, 1e-6]
  const averageLength = texts.reduce((sum, text) => sum + text.terms.length, 0) / texts.length
  const weights = query.map((term) => {
    const having = texts.filter((text) => text.terms.includes(term)).length
    return { term, idf: Math.max(leastIdf, Math.log((texts.length - having + 0.5) / (having + 0.5))) }
  })
  return texts.map((text) => {
    const length = 1 - b + (b * text.terms.length) / averageLength
    const score = weights.reduce((sum, { term, idf }) => {
      const frequency = text.terms.filter((other) => other === term).length
      return sum + (idf * frequency * (k1 + 1)) / (frequency + k1 * length)
    }, 0)
    return { chunk: text.chunk, score }
  })
}
