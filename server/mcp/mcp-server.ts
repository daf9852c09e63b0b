import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { addAskTool } from './ask-tool.ts'
import { addCheckTool, addDocumentsTool, addLookupTool, addTableTool } from './lookup-tools.ts'
import type { McpParts } from './mcp-parts.ts'
import { addResources } from './resources.ts'

const INSTRUCTIONS =
  'Figures of Chinese government budgets and final accounts. Ask in words with ask, and quote its figures as they are, with their citations: a budget is planned money, final accounts are money spent. Never reckon with figures of your own; ask for sums, shares and differences as well.'

/** A server of the Model Context Protocol, connected to nothing yet; one serves one connection. */
export function createMcpServer(parts: McpParts): McpServer {
  const server = new McpServer({ name: 'budget-chat', version: '1.0.0' }, { instructions: INSTRUCTIONS })
  addAskTool(server, parts)
  addLookupTool(server, parts)
  addTableTool(server, parts)
  addDocumentsTool(server, parts)
  addCheckTool(server, parts)
  addResources(server, parts)
  return server
}
