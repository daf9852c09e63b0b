import type { Readable, Writable } from 'node:stream'
import { parseArgs } from 'node:util'
import { Problem } from '../../ingest/domain/problem.ts'
import type { Asker } from '../answer/ask.ts'
import { readSettings, type Settings, serverAddress } from '../config.ts'
import type { McpParts } from '../mcp/mcp-parts.ts'
import { serveMcpStreams } from '../mcp/stdio-transport.ts'
import { type Command, commandLine } from './command.ts'

export const MCP_HELP = `Usage: npm run -s mcp -- [--data DIR]

Serves the ingested documents to an agent over stdin and stdout, in the Model Context Protocol, until stdin ends.
A running server does the same at /mcp. Links in answers lead to PUBLIC_URL, else to HOST and PORT.

  --data DIR  data folder (default: DATA_DIR, else ./data)
  --help      this text
`

export interface McpCommandParts extends Pick<McpParts, 'publishFact' | 'publishFinding'> {
  readonly open: (
    settings: Settings,
  ) => Promise<{ readonly asker: Asker; readonly door: McpParts['door']; readonly close: () => void }>
  readonly input: Readable
  readonly output: Writable
}

export function mcpCommand({ open, input, output, publishFact, publishFinding }: McpCommandParts): Command {
  return async (args, terminal) => {
    const { values } = commandLine(() =>
      parseArgs({ args: [...args], options: { data: { type: 'string' }, help: { type: 'boolean', short: 'h' } } }),
    )
    if (values.help) {
      terminal.out(MCP_HELP)
      return 0
    }
    const settings = readSettings({ data: values.data })
    const { asker, door, close } = await open(settings)
    const explain = (error: unknown) => {
      if (error instanceof Problem) return `${error.code}: ${error.message}`
      terminal.err(`${String(error)}\n`)
      return 'internal: Something went wrong.'
    }
    const ask: McpParts['ask'] = (asked) => asker.ask(asked)
    try {
      const base = serverAddress(settings)
      await serveMcpStreams({ door, publishFact, publishFinding, ask, base, explain }, input, output)
    } finally {
      close()
    }
    return 0
  }
}
