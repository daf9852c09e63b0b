import { DEMO_FOLDER, ingest, serve } from '../assemble.ts'
import { countDocuments } from '../held-documents.ts'
import { runAsProcess } from './command.ts'
import { startCommand } from './start-command.ts'
import { untilStopped } from './until-stopped.ts'

await runAsProcess(startCommand({ countDocuments, demoFolder: DEMO_FOLDER, ingest, serve, untilStopped }))
