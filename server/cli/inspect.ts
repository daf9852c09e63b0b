import { inspectFile } from '../../ingest/inspect.ts'
import { inspectionPage } from '../inspect/inspection-page.ts'
import { runAsProcess } from './command.ts'
import { inspectCommand } from './inspect-command.ts'

await runAsProcess(inspectCommand({ inspect: inspectFile, page: inspectionPage, folder: process.cwd() }))
