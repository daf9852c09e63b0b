import { parseArgs } from 'node:util'
import type { DocumentRecord } from '../../ingest/domain/document.ts'
import { Problem } from '../../ingest/domain/problem.ts'
import type { IngestEvent, IngestReport } from '../../ingest/pipeline.ts'
import { readSettings } from '../config.ts'
import { holdsOnlyDemo, removeDemoMarker } from '../demo-marker.ts'
import { type Command, commandLine } from './command.ts'
import { ingestExitCode, ingestReportText } from './ingest-report.ts'
import { Progress } from './progress.ts'

export const INGEST_HELP = `Usage: npm run ingest -- PATH… [--data DIR] [--json]

Ingests files and folders (recursively) and reports what was found in each: text, Markdown, HTML, PDF, Word and Excel, told by content.

  --data DIR  data folder (default: DATA_DIR, else ./data)
  --json      the report as JSON on stdout
  --help      this text

Exit code: 0 every file went in, 3 some were refused, 1 nothing could be done, 2 wrong usage.
`

export interface IngestRequest {
  readonly paths: readonly string[]
  readonly dataDir: string
  readonly replaceAll: boolean
  readonly onProgress: (event: IngestEvent) => void
}

export interface IngestParts {
  readonly ingest: (request: IngestRequest) => Promise<IngestReport>
  /** What the data folder holds; [] where it has no index. */
  readonly held: (dataDir: string) => Promise<readonly DocumentRecord[]>
}

export function ingestCommand({ ingest, held }: IngestParts): Command {
  return async (args, terminal) => {
    const { values, positionals: paths } = commandLine(() =>
      parseArgs({
        args: [...args],
        allowPositionals: true,
        options: { data: { type: 'string' }, json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
      }),
    )
    if (values.help) {
      terminal.out(INGEST_HELP)
      return 0
    }
    if (paths.length === 0) throw new Problem('command-invalid', 'Name at least one file or folder to ingest.')
    const { dataDir } = readSettings({ data: values.data })
    const replaceAll = await holdsOnlyDemo(dataDir, await held(dataDir))
    const progress = new Progress(terminal)
    const report = await ingest({ paths, dataDir, replaceAll, onProgress: (event) => progress.show(event) }).finally(
      () => progress.end(),
    )
    if (report.version !== null) await removeDemoMarker(dataDir)
    if (replaceAll && report.version !== null) terminal.err('The demo corpus was replaced.\n')
    terminal.out(values.json ? `${JSON.stringify(report, null, 2)}\n` : ingestReportText(report))
    return ingestExitCode(report)
  }
}
