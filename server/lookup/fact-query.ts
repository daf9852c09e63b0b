import { z } from 'zod'
import type { DocumentRecord } from '../../ingest/domain/document.ts'
import type { Fact } from '../../ingest/domain/fact.ts'
import { Problem } from '../../ingest/domain/problem.ts'
import { type Role, roleSchema } from '../../ingest/domain/table.ts'
import type { CorpusReader, FactFilter } from '../../ingest/index/open.ts'
import type { FactsQuery } from '../answer/contract.ts'

const FACTS_A_PAGE = 200

export interface FactListing {
  readonly facts: readonly Fact[]
  readonly nextPage: string | null
}

/** The facts a query asks for, `limit` a page, in the order of the corpus. Throws Problem "request-invalid" for a foreign cursor. */
export function listFacts(query: FactsQuery, corpus: CorpusReader, limit: number = FACTS_A_PAGE): FactListing {
  const role = roleNamed(query.table)
  const tableIds = query.table === undefined || role !== undefined ? null : tablesNamed(query.table, corpus)
  const filter: FactFilter = {
    documentIds:
      query.organization === undefined ? undefined : documentsOf(query.organization, corpus).map(({ id }) => id),
    fiscalYear: query.year,
    basis: query.basis,
    role,
    item: query.item?.trim() || undefined,
  }
  const wanted = (fact: Fact) => tableIds === null || (fact.tableId !== null && tableIds.has(fact.tableId))
  return collect(wanted, (page) => corpus.findFacts(filter, page, limit), readCursor(query.page), limit)
}

/** Every fact a query asks for. */
export function allFacts(query: Omit<FactsQuery, 'page'>, corpus: CorpusReader): readonly Fact[] {
  const facts: Fact[] = []
  let page: string | null = null
  do {
    const listing: FactListing = listFacts({ ...query, page: page ?? undefined }, corpus)
    facts.push(...listing.facts)
    page = listing.nextPage
  } while (page !== null)
  return facts
}

/**
 * The documents of an organisation: those whose name or an alias is the text; only where there is none, those whose
 * name or an alias contains it. A name nobody bears yields none.
 */
export function documentsOf(organization: string, corpus: Pick<CorpusReader, 'documents'>): readonly DocumentRecord[] {
  const wanted = comparable(organization)
  if (wanted === '') return []
  const named = corpus
    .documents()
    .map((document) => ({ document, names: [document.organization, ...document.aliases].map(comparable) }))
  const exact = named.filter(({ names }) => names.includes(wanted))
  const found = exact.length > 0 ? exact : named.filter(({ names }) => names.some((name) => name.includes(wanted)))
  return found.map(({ document }) => document)
}

function roleNamed(table: string | undefined): Role | undefined {
  return roleSchema.safeParse(table).data
}

function tablesNamed(words: string, corpus: CorpusReader): ReadonlySet<string> {
  const wanted = comparable(words)
  const tables = corpus.documents().flatMap(({ id }) => corpus.tables(id))
  const found = tables.filter(({ number, title }) => comparable(`${number ?? ''}\n${title}`).includes(wanted))
  return new Set(wanted === '' ? [] : found.map(({ id }) => id))
}

/** Width, case, spaces and quotation marks make no difference between names. */
function comparable(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[ \t\u3000"'“”‘’]/g, '')
}

/** Where a page begins: so many facts into the store's page that the store's own cursor names. */
interface Cursor {
  readonly storePage: string | null
  readonly skip: number
}

interface StorePage {
  readonly facts: readonly Fact[]
  readonly nextPage: string | null
}

/** Fills one page from as many of the store's pages as the condition makes necessary. */
function collect(
  wanted: (fact: Fact) => boolean,
  fetch: (page: string | null) => StorePage,
  start: Cursor,
  limit: number,
): FactListing {
  const facts: Fact[] = []
  let { storePage, skip } = start
  for (;;) {
    const fetched = fetch(storePage)
    for (const [position, fact] of fetched.facts.entries()) {
      if (position < skip || !wanted(fact)) continue
      if (facts.length === limit) return { facts, nextPage: writeCursor({ storePage, skip: position }) }
      facts.push(fact)
    }
    if (fetched.nextPage === null) return { facts, nextPage: null }
    storePage = fetched.nextPage
    skip = 0
    if (facts.length === limit) return { facts, nextPage: writeCursor({ storePage, skip }) }
  }
}

const cursorSchema = z.tuple([z.string().nullable(), z.number().int().nonnegative()])

function writeCursor({ storePage, skip }: Cursor): string {
  return Buffer.from(JSON.stringify([storePage, skip])).toString('base64url')
}

function readCursor(text: string | undefined): Cursor {
  if (text === undefined) return { storePage: null, skip: 0 }
  try {
    const [storePage, skip] = cursorSchema.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')))
    return { storePage, skip }
  } catch (cause) {
    throw new Problem('request-invalid', 'page is not a cursor of this listing.', { cause })
  }
}
