import { Problem } from '../../ingest/domain/problem.ts'
import type { IngestReport } from '../../ingest/pipeline.ts'
import type { Settings } from '../config.ts'
import { demoFiles, writeDemoMarker } from '../demo-marker.ts'
import type { Command } from './command.ts'
import type { IngestRequest } from './ingest-command.ts'
import { Progress } from './progress.ts'
import { type ServeParts, serveSettings, serveUntilStopped } from './serve-command.ts'
import type { Terminal } from './terminal.ts'
import { printable } from './terminal-text.ts'

export const START_HELP = `Usage: npm start -- [--data DIR] [--host H] [--port N]

Serves the data folder; where it holds no index yet, the bundled demo corpus is ingested first. The first ingest of
documents of your own into the same folder replaces the demo.

  --data DIR  data folder (default: DATA_DIR, else ./data)
  --host H    address to listen on (default: HOST, else 127.0.0.1); others than loopback need API_KEYS
  --port N    port (default: PORT, else 3000); 0 takes a free one
  --help      this text
`

export interface StartParts extends ServeParts {
  readonly ingest: (request: IngestRequest) => Promise<IngestReport>
  readonly demoFolder: string
}

export function startCommand(parts: StartParts): Command {
  return async (args, terminal) => {
    const settings = serveSettings(args, START_HELP, terminal)
    if (!settings) return 0
    const documents = (await parts.countDocuments(settings.dataDir)) ?? (await ingestDemo(settings, parts, terminal))
    return serveUntilStopped(settings, parts, documents, terminal)
  }
}

/** The number of documents of the demo. */
async function ingestDemo(
  { dataDir }: Settings,
  { ingest, demoFolder }: StartParts,
  terminal: Terminal,
): Promise<number> {
  terminal.err(`First run: ingesting the demo corpus into ${dataDir}\n`)
  const files = await demoFiles(demoFolder)
  await writeDemoMarker(dataDir, files)
  const progress = new Progress(terminal)
  const began = performance.now()
  const report = await ingest({
    paths: files,
    dataDir,
    replaceAll: false,
    onProgress: (event) => progress.show(event),
  }).finally(() => progress.end())
  for (const { file, reason } of report.refused) terminal.err(`refused ${printable(file)}: ${printable(reason)}\n`)
  if (report.documents.length === 0)
    throw new Problem('no-figures', `No document of the demo corpus in ${demoFolder} went in.`)
  const facts = report.documents.reduce((sum, { record }) => sum + record.facts, 0)
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  terminal.err(`Ingested ${report.documents.length} documents with ${facts} facts in ${seconds} s.\n`)
  return report.documents.length
}
