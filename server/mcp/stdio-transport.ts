import type { Readable, Writable } from 'node:stream'
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js'
import type { McpParts } from './mcp-parts.ts'
import { createMcpServer } from './mcp-server.ts'

/** Serves whoever writes to `input` and reads from `output`, until the input ends. */
export async function serveMcpStreams(parts: McpParts, input: Readable, output: Writable): Promise<void> {
  const server = createMcpServer(parts)
  const ended = new Promise<void>((resolve) => {
    input.once('end', resolve)
    input.once('close', resolve)
  })
  await server.connect(new StdioServerTransport(input, output))
  await ended
  await server.close()
}
