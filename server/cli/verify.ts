import { openCorpus } from '../assemble.ts'
import { openSources } from '../read-sources.ts'
import { runAsProcess } from './command.ts'
import { verifyCommand } from './verify-command.ts'

await runAsProcess(verifyCommand({ open: openCorpus, openSources }))
