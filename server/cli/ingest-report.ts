import type { Warning } from '../../ingest/domain/document.ts'
import type { IngestedFile, IngestReport } from '../../ingest/pipeline.ts'
import { printable } from './terminal-text.ts'

const WARNINGS_SHOWN = 5

/** 0: every file went in; 3: some were refused; 1: nothing could be done. */
export function ingestExitCode({ documents, refused }: IngestReport): 0 | 1 | 3 {
  if (documents.length === 0) return 1
  return refused.length === 0 ? 0 : 3
}

/** The report of an ingest for people: a paragraph a document, then what was refused and why. */
export function ingestReportText(report: IngestReport): string {
  const { documents, refused } = report
  const refusals = refused.map(
    ({ file, code, reason }) => `refused ${printable(file)} [${code}]\n    ${printable(reason)}\n`,
  )
  const facts = documents.reduce((sum, { record }) => sum + record.facts, 0)
  const summary = `${counted(documents.length, 'document')} in, ${refused.length} refused, ${counted(facts, 'fact')}.\n`
  return [...documents.map(documentText), ...refusals, summary].join('')
}

function documentText({ file, status, record, versions }: IngestedFile): string {
  const figures = [
    counted(record.tables, 'table'),
    counted(record.facts, 'fact'),
    counted(record.chunks, 'chunk'),
    `${percent(record.understood)} of amounts understood`,
  ]
  return [
    `${status} ${printable(file)}\n`,
    `    ${printable(record.title)} (${record.id})\n`,
    `    ${figures.join(', ')}\n`,
    ...versions.map(
      (version) =>
        `    the same disclosure ${version.replaced ? 'was' : 'is also'} held: ${printable(version.file)} (${version.id})\n`,
    ),
    ...warningLines(record.warnings),
  ].join('')
}

function warningLines(warnings: readonly Warning[]): readonly string[] {
  const shown = warnings.slice(0, WARNINGS_SHOWN)
  const rest = warnings.length - shown.length
  return [
    ...shown.map((warning) => `    warning: ${whereIn(warning)}${printable(warning.message)}\n`),
    ...(rest > 0 ? [`    and ${counted(rest, 'more warning')} (see --json)\n`] : []),
  ]
}

function whereIn({ line, page, sheet, cell, paragraph }: Warning): string {
  if (line !== null) return `line ${line}: `
  if (page !== null) return `page ${page}: `
  if (sheet !== undefined) return `sheet “${printable(sheet)}”${cell === undefined ? '' : `, cell ${cell}`}: `
  return paragraph === undefined ? '' : `paragraph ${paragraph}: `
}

/** Rounded down, so that 100% means all. */
function percent(share: number): string {
  return `${(Math.floor(share * 1000) / 10).toFixed(1)}%`
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
