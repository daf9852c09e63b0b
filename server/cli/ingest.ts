import { ingest } from '../assemble.ts'
import { readableDocuments } from '../held-documents.ts'
import { runAsProcess } from './command.ts'
import { ingestCommand } from './ingest-command.ts'

await runAsProcess(ingestCommand({ ingest, held: readableDocuments }))
