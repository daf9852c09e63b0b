import { publishFinding } from '../answer/citation.ts'
import { openCorpus } from '../assemble.ts'
import { checkCommand } from './check-command.ts'
import { runAsProcess } from './command.ts'

await runAsProcess(checkCommand({ open: openCorpus, publishFinding }))
