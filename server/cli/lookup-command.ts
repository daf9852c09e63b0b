import { parseArgs } from 'node:util'
import type { Fact } from '../../ingest/domain/fact.ts'
import { Problem } from '../../ingest/domain/problem.ts'
import type { CorpusReader } from '../../ingest/index/open.ts'
import { type FactsQuery, type FactsResponse, factsQuerySchema, type PublishedFact } from '../answer/contract.ts'
import { placeWords } from '../answer/place-words.ts'
import { readSettings, type Settings } from '../config.ts'
import { factCsv } from '../lookup/fact-csv.ts'
import { allFacts, documentsOf } from '../lookup/fact-query.ts'
import { type Command, commandLine } from './command.ts'
import { alignedTable, printable, type TextColumn } from './terminal-text.ts'

export const LOOKUP_HELP = `Usage: npm run -s lookup -- [--organization X] [--year Y] [--item Z] [--table T] [--basis budget|final_accounts]
                            [--data DIR] [--csv|--json]

Prints every fact that fits, a row each.

  --organization X  name or alias of a unit; where none is exact, a part of it
  --year Y          fiscal year
  --item Z          part of the item's name, or its code
  --table T         role of the table (three_public, basic_expenditure, …), or a part of its number or title
  --basis B         budget or final_accounts
  --data DIR        data folder (default: DATA_DIR, else ./data)
  --csv             as CSV, with the place of each figure
  --json            as the JSON of GET /api/facts, all facts on one page
  --help            this text
`

export interface LookupParts {
  readonly open: (settings: Settings) => Promise<{ readonly corpus: CorpusReader; readonly close: () => void }>
  readonly publishFact: (fact: Fact, corpus: CorpusReader) => PublishedFact
}

const COLUMNS: readonly TextColumn<PublishedFact>[] = [
  { header: 'organization', cell: ({ organization }) => organization, widest: 40 },
  { header: 'year', cell: ({ fiscalYear }) => fiscalYear?.toString() ?? '' },
  { header: 'basis', cell: ({ basis }) => basis ?? '' },
  { header: 'stage', cell: ({ stage }) => stage ?? '' },
  { header: 'code', cell: ({ measure }) => measure.code ?? '' },
  { header: 'item', cell: ({ measure }) => measure.name, widest: 40 },
  { header: 'kind', cell: ({ kind }) => kind },
  { header: 'direction', cell: ({ direction }) => direction ?? '' },
  { header: 'value', cell: ({ value }) => value, align: 'right' },
  { header: 'unit', cell: ({ unit }) => unit },
  { header: 'scope', cell: ({ scope }) => scope },
  { header: 'column', cell: ({ source }) => source.column?.join(' / ') ?? '', widest: 30 },
  {
    header: 'place',
    cell: ({ source }) => placeWords(source),
  },
]

export function lookupCommand({ open, publishFact }: LookupParts): Command {
  return async (args, terminal) => {
    const { data, csv, json, help, ...filters } = commandLine(() =>
      parseArgs({
        args: [...args],
        options: {
          organization: { type: 'string' },
          year: { type: 'string' },
          item: { type: 'string' },
          table: { type: 'string' },
          basis: { type: 'string' },
          data: { type: 'string' },
          csv: { type: 'boolean' },
          json: { type: 'boolean' },
          help: { type: 'boolean', short: 'h' },
        },
      }),
    ).values
    if (help) {
      terminal.out(LOOKUP_HELP)
      return 0
    }
    if (csv && json) throw new Problem('command-invalid', 'Give one of --csv and --json.')
    const query = lookupQuery(filters)
    const { corpus, close } = await open(readSettings({ data }))
    try {
      const facts = allFacts(query, corpus).map((fact) => publishFact(fact, corpus))
      if (json) terminal.out(`${JSON.stringify({ facts, nextPage: null } satisfies FactsResponse, null, 2)}\n`)
      else if (csv) terminal.out(factCsv(facts))
      else if (facts.length > 0) terminal.out(alignedTable(COLUMNS, facts))
      terminal.err(
        facts.length === 0
          ? `${nothingFound(query, corpus)}\n`
          : `${facts.length} fact${facts.length === 1 ? '' : 's'}.\n`,
      )
    } finally {
      close()
    }
    return 0
  }
}

/** The filters as the HTTP contract validates them. */
function lookupQuery(filters: Readonly<Record<string, string | undefined>>): FactsQuery {
  const given = Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined))
  const parsed = factsQuerySchema.safeParse(given)
  if (parsed.success) return parsed.data
  throw new Problem(
    'command-invalid',
    parsed.error.issues.map(({ path, message }) => `--${path.join('.')}: ${message}`).join('; '),
  )
}

/** Says which of the filters nothing fits, as far as that is plain. */
function nothingFound({ organization }: FactsQuery, corpus: CorpusReader): string {
  if (organization === undefined || documentsOf(organization, corpus).length > 0) return 'No fact fits.'
  const held = [...new Set(corpus.documents().map((document) => printable(document.organization)))]
  return `No unit is called "${printable(organization)}". Held: ${held.join(', ')}.`
}
