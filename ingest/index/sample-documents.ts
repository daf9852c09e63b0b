import type { Chunk } from '../domain/chunk.ts'
import type { Fact } from '../domain/fact.ts'
import type { DocumentChecks } from '../domain/finding.ts'
import type { ParsedDocument } from '../domain/parsed-document.ts'
import type { Place } from '../domain/place.ts'
import { lines } from '../domain/source.ts'
import type { Table } from '../domain/table.ts'

/** What tests say of a made-up disclosure; the rest follows. */
export interface Sample {
  readonly id: string
  readonly organization?: string
  readonly fiscalYear?: number | null
  readonly basis?: 'budget' | 'final_accounts'
  /** Measure name → amount in 万元. */
  readonly figures?: Readonly<Record<string, string>>
  /** Texts of prose chunks. */
  readonly passages?: readonly string[]
  /** Where its lines are printed, for a document of pages. */
  readonly places?: readonly Place[]
  readonly checks?: DocumentChecks
}

/** A small document for tests of the index. */
export function sampleDocument(sample: Sample): ParsedDocument {
  const figures = Object.entries(sample.figures ?? { 公务用车运行费: '3.50', 公务接待费: '1.00' })
  const passages = sample.passages ?? [`${sample.organization ?? '水利局'}公务用车运行费 3.50 万元`]
  const organization = sample.organization ?? '水利局'
  const fiscalYear = sample.fiscalYear === undefined ? 2020 : sample.fiscalYear
  const identity = { organization, fiscalYear, level: null, basis: sample.basis ?? 'budget' } as const
  return {
    record: {
      ...identity,
      id: sample.id,
      aliases: [],
      title: `${organization} ${fiscalYear ?? ''} 年部门预算公开`,
      file: `${sample.id}.txt`,
      sha256: `${sample.id}-sha256`,
      lineCount: figures.length,
      encoding: 'utf-8',
      ingestedAt: '2026-01-01T00:00:00.000Z',
      tables: 1,
      facts: figures.length,
      chunks: passages.length,
      understood: 1,
      warnings: [],
    },
    lines: figures.map(([name, value]) => `${name}\t${value}`),
    places: sample.places ?? null,
    tables: [sampleTable(sample.id, figures)],
    facts: figures.map(([name, value], index) => ({ ...sampleFact(sample.id, index, name, value), ...identity })),
    chunks: passages.map((text, index) => sampleChunk(sample.id, index, text)),
    checks: sample.checks ?? { findings: [], applied: {} },
  }
}

function sampleTable(documentId: string, figures: readonly (readonly [string, string])[]): Table {
  return {
    id: `${documentId}-t1`,
    number: '表八',
    title: '“三公”经费支出表',
    role: 'three_public',
    unit: '万元',
    project: null,
    columns: [
      { path: ['项目'], kind: 'label', unit: null },
      { path: ['金额'], kind: 'amount', unit: null },
    ],
    rows: figures.map(([label], index) => ({ kind: 'item', code: null, label, parents: [], source: lines(index + 1) })),
    cells: figures.map(([, text], index) => ({ row: index, column: 1, text, source: lines(index + 1) })),
    emptyNote: null,
    source: lines(1, figures.length),
  }
}

function sampleFact(documentId: string, index: number, name: string, value: string): Fact {
  return {
    id: `${documentId}-f${index + 1}`,
    documentId,
    organization: '',
    level: null,
    fiscalYear: null,
    basis: null,
    stage: null,
    kind: 'level',
    comparator: null,
    direction: null,
    measure: { name, classification: 'economic', code: name === '公务用车运行费' ? '30231' : null },
    parents: [],
    facet: [],
    project: name.endsWith('项目') ? name : null,
    role: name.includes('收入') ? 'income' : 'three_public',
    fund: 'general',
    total: false,
    amount: { value, unit: '万元', raw: value },
    of: null,
    origin: 'cell',
    tableId: `${documentId}-t1`,
    row: [name],
    column: ['金额'],
    section: [],
    quote: `${name} ${value}`,
    source: lines(index + 1),
  }
}

function sampleChunk(documentId: string, index: number, text: string): Chunk {
  return {
    id: `${documentId}-c${index + 1}`,
    documentId,
    kind: 'prose',
    text,
    quote: text,
    section: [],
    tableId: null,
    project: null,
    source: lines(1),
  }
}
