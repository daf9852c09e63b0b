import { readFile, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import type { Finding } from '../../ingest/domain/finding.ts'
import { Problem } from '../../ingest/domain/problem.ts'
import type { CorpusReader } from '../../ingest/index/open.ts'
import type { ChecksResponse, Language, PublishedFinding } from '../answer/contract.ts'
import { listFindings } from '../checks/list-findings.ts'
import { type CheckReport, checkReport } from '../checks/report.ts'
import { reportHtml } from '../checks/report-html.ts'
import { reportText } from '../checks/report-text.ts'
import { reportXlsx } from '../checks/report-xlsx.ts'
import { type Severity, severityOf } from '../checks/severity.ts'
import { readSuppressions, type SuppressedFinding, sortOut } from '../checks/suppressions.ts'
import { readSettings, type Settings } from '../config.ts'
import { type Command, commandLine } from './command.ts'
import type { Terminal } from './terminal.ts'
import { printable, printableLines } from './terminal-text.ts'

export const CHECK_HELP = `Usage: npm run -s check -- [--data DIR] [--document ID] [--language zh|en] [--json] [--html FILE] [--xlsx FILE]
                           [--suppress FILE] [--fail-on contradiction|slip]

Prints what does not agree in the documents, as found when they were ingested: contradictions, slips of wording and
typing, what a difference of scope or rounding explains, and what may have been misread. Each place has its link into
the source viewer (of PUBLIC_URL, else of HOST and PORT).

  --data DIR        data folder (default: DATA_DIR, else ./data)
  --document ID     one document only
  --language zh|en  language of the report (default: en)
  --json            as the JSON of GET /api/checks, in both languages
  --html FILE       writes the report as a page as well
  --xlsx FILE       writes the report as an Excel file as well
  --suppress FILE   findings to let be: [{ "finding": ID, "reason": "why" }]
  --fail-on KIND    exit code 4 where a contradiction is left, or (slip) a contradiction or a slip
  --help            this text

Exit code: 0 reported, 4 as --fail-on says, 1 nothing could be done, 2 wrong usage.
`

/** Exit code where findings are left that --fail-on names. */
const EXIT_FOUND = 4

export interface CheckParts {
  readonly open: (settings: Settings) => Promise<{ readonly corpus: CorpusReader; readonly close: () => void }>
  readonly publishFinding: (finding: Finding, corpus: CorpusReader) => PublishedFinding
}

/** What `--json` prints: the answer of GET /api/checks, and what is let be. */
interface CheckedJson extends ChecksResponse {
  readonly suppressed: readonly SuppressedFinding[]
}

export function checkCommand({ open, publishFinding }: CheckParts): Command {
  return async (args, terminal) => {
    const options = readOptions(args)
    if (options.help) {
      terminal.out(CHECK_HELP)
      return 0
    }
    const suppressions = options.suppress === undefined ? [] : await suppressionsIn(options.suppress)
    const settings = readSettings({ data: options.data })
    const { corpus, close } = await open(settings)
    try {
      const { findings, applied } = listFindings(corpus, options.document)
      const sorted = sortOut(
        findings.map((finding) => publishFinding(finding, corpus)),
        suppressions,
      )
      const report = checkReport(sorted, { language: options.language, base: baseOf(settings), applied })
      const json = { ...sorted, applied, total: sorted.findings.length }
      terminal.out(options.json ? jsonText(json) : printableLines(reportText(report)))
      await writeReports(report, options)
      for (const id of sorted.stale) terminal.err(`No finding has the id ${printable(id)} any more.\n`)
      return isLeft(sorted.findings, options.failOn, terminal) ? EXIT_FOUND : 0
    } finally {
      close()
    }
  }
}

function jsonText({
  findings,
  applied,
  total,
  suppressed,
}: Readonly<Omit<CheckedJson, 'findings'>> & { readonly findings: readonly PublishedFinding[] }): string {
  return `${JSON.stringify({ findings: [...findings], applied, total, suppressed } satisfies CheckedJson, null, 2)}\n`
}

interface Options {
  readonly data: string | undefined
  readonly document: string | undefined
  readonly language: Language
  readonly json: boolean
  readonly html: string | undefined
  readonly xlsx: string | undefined
  readonly suppress: string | undefined
  readonly failOn: readonly Severity[]
  readonly help: boolean
}

/** What each value of --fail-on fails on. */
const FAILING: Readonly<Record<string, readonly Severity[]>> = { contradiction: ['error'], slip: ['error', 'slip'] }

function readOptions(args: readonly string[]): Options {
  const { values } = commandLine(() =>
    parseArgs({
      args: [...args],
      options: {
        data: { type: 'string' },
        document: { type: 'string' },
        language: { type: 'string' },
        json: { type: 'boolean' },
        html: { type: 'string' },
        xlsx: { type: 'string' },
        suppress: { type: 'string' },
        'fail-on': { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    }),
  )
  const { language = 'en', 'fail-on': failing, data, document, html, xlsx, suppress } = values
  if (language !== 'zh' && language !== 'en') throw new Problem('command-invalid', '--language is zh or en.')
  const failOn = failing === undefined ? [] : FAILING[failing]
  if (!failOn) throw new Problem('command-invalid', '--fail-on is contradiction or slip.')
  const flags = { json: values.json ?? false, help: values.help ?? false }
  return { data, document, language, html, xlsx, suppress, failOn, ...flags }
}

async function suppressionsIn(file: string) {
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch (error) {
    throw new Problem('suppressions-invalid', `${file} could not be read.`, { cause: error })
  }
  return readSuppressions(text, file)
}

function baseOf({ publicUrl, host, port }: Pick<Settings, 'publicUrl' | 'host' | 'port'>): string {
  return publicUrl ?? `http://${host.includes(':') ? `[${host}]` : host}:${port}`
}

async function writeReports(report: CheckReport, { html, xlsx }: Pick<Options, 'html' | 'xlsx'>): Promise<void> {
  if (html !== undefined) await writeReport(html, reportHtml(report))
  if (xlsx !== undefined) await writeReport(xlsx, reportXlsx(report))
}

async function writeReport(file: string, content: string | Buffer): Promise<void> {
  try {
    await writeFile(file, content)
  } catch (error) {
    throw new Problem('folder-unwritable', `${file} cannot be written.`, { cause: error })
  }
}

function isLeft(findings: readonly PublishedFinding[], failOn: readonly Severity[], terminal: Terminal): boolean {
  const left = findings.filter((finding) => failOn.includes(severityOf(finding))).length
  if (left > 0) terminal.err(`${left} finding${left === 1 ? '' : 's'} left that --fail-on names.\n`)
  return left > 0
}
