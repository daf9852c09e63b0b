import type { PublishedFact } from '../answer/contract.ts'
import { csv } from './csv.ts'

const COLUMNS: readonly (readonly [header: string, cell: (fact: PublishedFact) => string])[] = [
  ['id', ({ id }) => id],
  ['organization', ({ organization }) => organization],
  ['fiscalYear', ({ fiscalYear }) => fiscalYear?.toString() ?? ''],
  ['basis', ({ basis }) => basis ?? ''],
  ['kind', ({ kind }) => kind],
  ['code', ({ measure }) => measure.code ?? ''],
  ['measure', ({ measure }) => measure.name],
  ['scope', ({ scope }) => scope],
  ['value', ({ value }) => value],
  ['unit', ({ unit }) => unit],
  ['table', ({ source }) => [source.table?.number, source.table?.title].filter(Boolean).join(' ')],
  ['column', ({ source }) => source.column?.join(' / ') ?? ''],
  ['file', ({ source }) => source.file],
  // "L3-L5" and not "3-5", which spreadsheets read as a date.
  ['lines', ({ source }) => ('lines' in source ? lineRange(source.lines) : '')],
  ['raw', ({ source }) => source.raw],
  ['quote', ({ source }) => source.quote],
  ['stage', ({ stage }) => stage ?? ''],
  ['direction', ({ direction }) => direction ?? ''],
  ['comparator', ({ comparator }) => comparator ?? ''],
  ['project', ({ project }) => project ?? ''],
  ['parents', ({ parents }) => parents.join(' / ')],
  ['facet', ({ facet }) => facet.join(' / ')],
  ['of', (fact) => fact.of ?? ''],
  ['origin', ({ origin }) => origin],
  ['page', ({ source }) => ('page' in source ? String(source.page) : '')],
  ['box', ({ source }) => ('page' in source ? source.box.join(' ') : '')],
  ['sheet', ({ source }) => ('sheet' in source ? source.sheet : '')],
  ['cell', ({ source }) => ('sheet' in source ? source.cell : '')],
  ['paragraph', ({ source }) => ('paragraph' in source ? String(source.paragraph) : '')],
]

function lineRange([from, to]: readonly [number, number]): string {
  return from === to ? `L${from}` : `L${from}-L${to}`
}

/** Facts as CSV, a line a fact. */
export function factCsv(facts: readonly PublishedFact[]): string {
  return csv([COLUMNS.map(([header]) => header), ...facts.map((fact) => COLUMNS.map(([, cell]) => cell(fact)))])
}
