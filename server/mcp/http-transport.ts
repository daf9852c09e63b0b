import type { IncomingMessage, ServerResponse } from 'node:http'
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js'
import type { McpParts } from './mcp-parts.ts'
import { createMcpServer } from './mcp-server.ts'

/** Serves one request whose body was read: without sessions each is complete in itself. */
export async function serveMcpRequest(
  parts: McpParts,
  request: IncomingMessage & { readonly body: unknown },
  response: ServerResponse,
): Promise<void> {
  const server = createMcpServer(parts)
  const transport = new StreamableHTTPServerTransport({ enableJsonResponse: true })
  response.on('close', () => void server.close())
  await server.connect(transport)
  await transport.handleRequest(request, response, request.body)
}
