import { serve } from '../assemble.ts'
import { countDocuments } from '../held-documents.ts'
import { runAsProcess } from './command.ts'
import { serveCommand } from './serve-command.ts'
import { untilStopped } from './until-stopped.ts'

await runAsProcess(serveCommand({ countDocuments, serve, untilStopped }))
