import { publishFact } from '../answer/citation.ts'
import { openCorpus } from '../assemble.ts'
import { runAsProcess } from './command.ts'
import { lookupCommand } from './lookup-command.ts'

await runAsProcess(lookupCommand({ open: openCorpus, publishFact }))
