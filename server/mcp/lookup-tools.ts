import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import { checksQuerySchema, checksResponseSchema, factsQuerySchema, factsResponseSchema } from '../answer/contract.ts'
import { placeWords } from '../answer/place-words.ts'
import { listFindings } from '../checks/list-findings.ts'
import { documentsResponseSchema, publishedTableSchema, tableSummarySchema } from '../lookup/documents-contract.ts'
import { listFacts } from '../lookup/fact-query.ts'
import { documentWithTables, heldTable } from '../lookup/held.ts'
import { publishedTable } from '../lookup/published-table.ts'
import { tableCsv } from '../lookup/table-csv.ts'
import { LOOKS_ONLY, type McpParts, toolResult } from './mcp-parts.ts'

/** What a model can read at once. */
const FACTS_A_PAGE = 50
const MOST_FINDINGS = 50

/** The tool `lookup_figures`: facts by filter, as they stand in the documents. */
export function addLookupTool(server: McpServer, parts: McpParts): void {
  server.registerTool(
    'lookup_figures',
    {
      title: 'Look up figures',
      description: `Lists figures of the documents by organisation, year, item (a part of its name, or its code), table and basis, each with the place where it is printed; ${FACTS_A_PAGE} a page. For a question, use ask.`,
      inputSchema: factsQuerySchema,
      outputSchema: factsResponseSchema,
      annotations: LOOKS_ONLY,
    },
    (query) =>
      toolResult(parts, async () => {
        const corpus = await parts.door.current()
        const { facts: found, nextPage } = listFacts(query, corpus, FACTS_A_PAGE)
        const facts = found.map((fact) => parts.publishFact(fact, corpus))
        const lines = facts.map(({ organization, fiscalYear, basis, measure, kind, value, unit, scope, source }) =>
          [
            organization,
            fiscalYear ?? '',
            basis ?? '',
            measure.name,
            kind,
            `${value} ${unit}`,
            scope,
            placeWords(source),
          ].join(' | '),
        )
        const more = nextPage === null ? [] : [`More: page "${nextPage}".`]
        return { structured: { facts, nextPage }, text: [`${facts.length} figures`, ...lines, ...more].join('\n') }
      }),
  )
}

/** The tool `get_table`: one parsed table. */
export function addTableTool(server: McpServer, parts: McpParts): void {
  server.registerTool(
    'get_table',
    {
      title: 'Get a table',
      description: 'One table of a document, with the path of headers of each column and the place of each cell.',
      inputSchema: z.strictObject({ document: z.string().max(200), table: z.string().max(200) }),
      outputSchema: publishedTableSchema,
      annotations: LOOKS_ONLY,
    },
    ({ document, table }) =>
      toolResult(parts, async () => {
        const corpus = await parts.door.current()
        const found = heldTable(corpus, document, table)
        const name = [found.number, found.title, found.unit].filter(Boolean).join(' ')
        return {
          structured: { ...publishedTable(found, corpus.places(document)) },
          text: `${name}\n${tableCsv(found)}`,
        }
      }),
  )
}

/** The tool `list_documents`: what is held, and what tables a document has. */
export function addDocumentsTool(server: McpServer, parts: McpParts): void {
  server.registerTool(
    'list_documents',
    {
      title: 'List documents',
      description: 'The documents held; with the id of one, that document and its tables.',
      inputSchema: z.strictObject({ document: z.string().max(200).optional().describe('Id of a document.') }),
      outputSchema: documentsResponseSchema.extend({ tables: z.array(tableSummarySchema).optional() }),
      annotations: LOOKS_ONLY,
    },
    ({ document: id }) =>
      toolResult(parts, async () => {
        const corpus = await parts.door.current()
        const one = id === undefined ? null : documentWithTables(corpus, id)
        const documents = one ? [one.document] : [...corpus.documents()]
        const lines = documents.map(({ id, title, organization, fiscalYear, basis }) =>
          [id, organization, fiscalYear ?? '', basis ?? '', title].join(' | '),
        )
        const tables = one?.tables.map(({ id, number, title, role, unit }) =>
          [id, number ?? '', title, role, unit ?? ''].join(' | '),
        )
        return {
          structured: { documents, ...(one ? { tables: one.tables } : {}) },
          text: [...lines, ...(tables ?? [])].join('\n'),
        }
      }),
  )
}

/** The tool `check_document`: what does not agree in a document. */
export function addCheckTool(server: McpServer, parts: McpParts): void {
  server.registerTool(
    'check_document',
    {
      title: 'Check a document',
      description: `What does not agree in a document: sums, shares, tables against text. Errors first, at most ${MOST_FINDINGS}; without a document, of all.`,
      inputSchema: checksQuerySchema.pick({ document: true }),
      outputSchema: checksResponseSchema,
      annotations: LOOKS_ONLY,
    },
    ({ document }) =>
      toolResult(parts, async () => {
        const corpus = await parts.door.current()
        const { findings: found, applied } = listFindings(corpus, document)
        const findings = found.slice(0, MOST_FINDINGS).map((finding) => parts.publishFinding(finding, corpus))
        const lines = findings.map(({ verdict, message, computed, places }) =>
          [verdict, message.zh, message.en, computed, ...places.map(placeWords)].filter(Boolean).join(' | '),
        )
        return {
          structured: { findings, applied, total: found.length },
          text: [`${found.length} findings`, ...lines].join('\n'),
        }
      }),
  )
}
