import { serve } from '../assemble.ts'
import { runAsProcess } from './command.ts'
import { countDocuments } from './held-documents.ts'
import { serveCommand, untilSignal } from './serve-command.ts'

await runAsProcess(serveCommand({ countDocuments, serve, untilStopped: untilSignal }))
