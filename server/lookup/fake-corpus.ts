import type { DocumentRecord } from '../../ingest/domain/document.ts'
import type { Fact } from '../../ingest/domain/fact.ts'
import type { DocumentChecks } from '../../ingest/domain/finding.ts'
import type { LinePlaces } from '../../ingest/domain/line-places.ts'
import { Problem } from '../../ingest/domain/problem.ts'
import type { Table } from '../../ingest/domain/table.ts'
import type { CorpusReader } from '../../ingest/index/open.ts'

/** For tests: a corpus in memory, with the paging and filters that the port promises. */
export interface FakeDocument {
  readonly record: DocumentRecord
  readonly lines: readonly string[]
  /** Where they are printed, in a document of pages. */
  readonly places?: LinePlaces
  readonly tables: readonly Table[]
  readonly facts: readonly Fact[]
  readonly checks?: DocumentChecks
}

export function fakeCorpus(documents: readonly FakeDocument[]): CorpusReader {
  const held = (id: string) => documents.find(({ record }) => record.id === id)
  return {
    documents: () => documents.map(({ record }) => record),
    document: (id) => held(id)?.record ?? null,
    lines: (id) => held(id)?.lines ?? [],
    places: (id) => held(id)?.places ?? null,
    tables: (id) => held(id)?.tables ?? [],
    table: (id) => documents.flatMap(({ tables }) => tables).find((table) => table.id === id) ?? null,
    facts: (id) => held(id)?.facts ?? [],
    checks: (id) => held(id)?.checks ?? { findings: [], applied: {} },
    findFacts: (filter, page, limit) => {
      const start = page === null ? 0 : Number(page)
      if (!Number.isInteger(start)) throw new Problem('request-invalid', 'page is not a cursor of this listing.')
      const facts = documents
        .flatMap((document) => document.facts)
        .filter(({ documentId }) => filter.documentIds?.includes(documentId) ?? true)
        .filter(({ fiscalYear }) => filter.fiscalYear === undefined || fiscalYear === filter.fiscalYear)
        .filter(({ basis }) => filter.basis === undefined || basis === filter.basis)
        .filter(({ role }) => filter.role === undefined || role === filter.role)
        .filter(
          ({ measure }) =>
            filter.item === undefined || measure.name.includes(filter.item) || measure.code === filter.item,
        )
      const end = start + limit
      return { facts: facts.slice(start, end), nextPage: end < facts.length ? String(end) : null }
    },
    chunks: () => [],
    chunk: () => null,
    searchTerms: () => [],
    documentsSaying: () => [],
    close: () => {},
  }
}

export function fakeRecord(id: string, change: Partial<DocumentRecord> = {}): DocumentRecord {
  return {
    id,
    file: `${id}.txt`,
    sha256: id.padEnd(64, '0'),
    organization: '示例县教育局',
    aliases: ['示例教育局', 'Shili Education Bureau'],
    level: 'department',
    fiscalYear: 2031,
    basis: 'budget',
    title: '示例县教育局 2031 年部门预算公开',
    lineCount: 3,
    encoding: 'utf-8',
    ingestedAt: '2031-02-03T04:05:06.000Z',
    tables: 1,
    facts: 1,
    chunks: 1,
    understood: 1,
    warnings: [],
    ...change,
  }
}

export function fakeFact(documentId: string, number: number, change: Partial<Fact> = {}): Fact {
  return {
    id: `${documentId}-f${number}`,
    documentId,
    organization: '示例县教育局',
    level: 'department',
    fiscalYear: 2031,
    basis: 'budget',
    stage: null,
    kind: 'level',
    comparator: null,
    direction: null,
    measure: { name: '公务接待费', classification: 'economic', code: '30217' },
    parents: [],
    facet: [],
    project: null,
    role: 'three_public',
    fund: 'general',
    total: false,
    amount: { value: '1.50', unit: '万元', raw: '1.50' },
    of: null,
    origin: 'cell',
    tableId: `${documentId}-t1`,
    row: ['公务接待费'],
    column: ['预算数'],
    section: [],
    quote: '公务接待费\t1.50',
    source: { kind: 'lines', from: 2, to: 2 },
    ...change,
  }
}

export function fakeTable(documentId: string, change: Partial<Table> = {}): Table {
  const source = { kind: 'lines', from: 1, to: 2 } as const
  return {
    id: `${documentId}-t1`,
    number: '表七',
    title: '“三公”经费支出表',
    role: 'three_public',
    unit: '万元',
    project: null,
    columns: [
      { path: ['项目'], kind: 'label', unit: null },
      { path: ['预算数', '合计'], kind: 'amount', unit: null },
    ],
    rows: [{ kind: 'item', code: '30217', label: '公务接待费', parents: [], source }],
    cells: [
      { row: 0, column: 0, text: '公务接待费', source },
      { row: 0, column: 1, text: '1.50', source },
    ],
    emptyNote: null,
    source,
    ...change,
  }
}

/** One small, invented disclosure. */
export function fakeDocument(id: string, change: Partial<DocumentRecord> = {}): FakeDocument {
  const record = fakeRecord(id, change)
  const identity = { organization: record.organization, fiscalYear: record.fiscalYear, basis: record.basis }
  return {
    record,
    lines: ['项目\t预算数', '公务接待费\t1.50', '以上。'],
    tables: [fakeTable(id)],
    facts: [fakeFact(id, 1, identity)],
  }
}
