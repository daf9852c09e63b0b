import { type McpServer, ResourceTemplate } from '@modelcontextprotocol/sdk/server/mcp.js'
import type { Variables } from '@modelcontextprotocol/sdk/shared/uriTemplate.js'
import { documentWithTables, heldTable } from '../lookup/held.ts'
import { tableCsv } from '../lookup/table-csv.ts'
import type { McpParts } from './mcp-parts.ts'

const DOCUMENTS = 'budget-chat://documents'

/** Documents and their tables as resources; the documents are listed, tables are named by their document. */
export function addResources(server: McpServer, { door, explain }: McpParts): void {
  const documents = new ResourceTemplate(`${DOCUMENTS}/{document}`, {
    list: async () => ({
      resources: (await door.current()).documents().map(({ id, title, file }) => ({
        uri: `${DOCUMENTS}/${encodeURIComponent(id)}`,
        name: title === '' ? file : title,
        description: file,
        mimeType: 'application/json',
      })),
    }),
  })
  const read = async (uri: URL, mimeType: string, text: () => Promise<string>) => {
    try {
      return { contents: [{ uri: uri.href, mimeType, text: await text() }] }
    } catch (error) {
      // The protocol tells the client the message of what is thrown.
      throw new Error(explain(error), { cause: error })
    }
  }
  server.registerResource(
    'document',
    documents,
    { title: 'A document', description: 'What a document is, and its tables.', mimeType: 'application/json' },
    (uri, variables) =>
      read(uri, 'application/json', async () =>
        JSON.stringify(documentWithTables(await door.current(), named(variables, 'document'))),
      ),
  )
  server.registerResource(
    'table',
    new ResourceTemplate(`${DOCUMENTS}/{document}/tables/{table}`, { list: undefined }),
    { title: 'A table', description: 'A table of a document as CSV.', mimeType: 'text/csv' },
    (uri, variables) =>
      read(uri, 'text/csv', async () =>
        tableCsv(heldTable(await door.current(), named(variables, 'document'), named(variables, 'table'))),
      ),
  )
}

function named(variables: Variables, name: string): string {
  const value = variables[name]
  return decodeURIComponent((Array.isArray(value) ? value[0] : value) ?? '')
}
