import { publishFact, publishFinding } from '../answer/citation.ts'
import { openAsker } from '../assemble.ts'
import { runAsProcess } from './command.ts'
import { mcpCommand } from './mcp-command.ts'

const { stdin: input, stdout: output } = process
await runAsProcess(mcpCommand({ open: openAsker, input, output, publishFact, publishFinding }))
