import { checkDocument } from './checks/check-document.ts'
import { DocumentView } from './checks/document-view.ts'
import type { DocumentRecord, Warning } from './domain/document.ts'
import type { ParsedDocument } from './domain/parsed-document.ts'
import type { Place } from './domain/place.ts'
import { makeChunks } from './index/chunks.ts'
import { parseDocument } from './parse.ts'
import type { PageWatch } from './read/pdf/read-pages.ts'
import { measureUnderstanding } from './understood.ts'

/** Reads one file into all that the index keeps of it. Throws a Problem where it cannot be read or holds no figure. */
export async function readDocument(bytes: Uint8Array, file: string, watch: PageWatch = {}): Promise<ParsedDocument> {
  const parse = await parseDocument(bytes, file, watch)
  const formRows = parse.forms.flatMap((form) =>
    form.indicators.map((row) => ({
      project: form.project,
      text: [...row.classes, row.name, row.target, row.actual].filter((part) => part !== '').join(' '),
      reason: row.reason,
      from: row.from,
      to: row.reasonTo,
    })),
  )
  // What a torn form says in words of its goal can be found and quoted as prose can.
  const goals = parse.forms.map(({ project, goals }) => ({
    block: { kind: 'paragraph' as const, spans: goals },
    section: ['年度总体目标'],
    project,
  }))
  const chunks = makeChunks({
    documentId: parse.id,
    paragraphs: [...parse.paragraphs, ...goals],
    tables: parse.tables,
    formRows,
  })
  const understanding = measureUnderstanding(parse.lines, parse.facts, parse.cellLines)
  const record: DocumentRecord = {
    ...parse.identity,
    id: parse.id,
    file,
    sha256: parse.sha256,
    lineCount: parse.lines.length,
    encoding: parse.encoding,
    ingestedAt: new Date().toISOString(),
    tables: parse.tables.length + parse.forms.length,
    facts: parse.facts.length,
    chunks: chunks.length,
    understood: understanding.share,
    warnings: [...parse.warnings, ...understanding.warnings.map((warning) => atItsPlace(warning, parse.places))],
  }
  const { lines, places, tables, facts } = parse
  return { record, lines, places, tables, facts, chunks, checks: checkDocument(new DocumentView(parse)) }
}

/** Nobody sees the lines that a reader wrote down: warnings name the page, cell, paragraph or line of the file. */
function atItsPlace(warning: Warning, places: readonly Place[] | null): Warning {
  const place = warning.line === null ? undefined : places?.[warning.line - 1]
  if (!place) return warning
  if (place.kind === 'page') return { ...warning, line: null, page: place.page }
  if (place.kind === 'cell') return { ...warning, line: null, sheet: place.sheet, cell: place.cell }
  if (place.kind === 'paragraph') return { ...warning, line: null, paragraph: place.paragraph }
  return { ...warning, line: place.line }
}
