import type { Finding } from '../../ingest/domain/finding.ts'
import { html, type Markup } from './html.ts'
import type { ShownFinding } from './source-view.ts'
import type { SourceWords } from './source-words.ts'

const MOST_MARKED = 3

/** Which findings stand where: numbers from 1, as the list of findings counts them. */
export interface FindingMarks {
  /** On a line of the document. */
  readonly onLine: (line: number) => Markup | null
  /** In a field of a table. */
  readonly inField: (tableId: string, row: number, column: number) => Markup | null
  /** Whether a finding has to do with a table or one of these lines. */
  readonly standsHere: (shown: ShownFinding, tableId: string | null, lines: readonly number[]) => boolean
}

/** Places of other documents, that a finding holds this one against, are not marked here. */
export function findingMarks(findings: readonly ShownFinding[], documentId: string, words: SourceWords): FindingMarks {
  const lines = new Map<string, number[]>()
  const fields = new Map<string, number[]>()
  for (const [at, { finding }] of findings.entries()) {
    for (const place of markedPlaces(finding).filter((own) => own.documentId === documentId)) {
      note(lines, String(place.source.from), at + 1)
      if (place.tableId !== null && place.field)
        note(fields, fieldKey(place.tableId, place.field.row, place.field.column), at + 1)
    }
  }
  const marked = (numbers: readonly number[] | undefined): Markup | null =>
    numbers ? html`${numbers.map((number) => mark(number, words))}` : null
  return {
    onLine: (line) => marked(lines.get(String(line))),
    inField: (tableId, row, column) => marked(fields.get(fieldKey(tableId, row, column))),
    standsHere: ({ finding: { places } }, tableId, here) =>
      places.some(
        (place) =>
          place.documentId === documentId &&
          ((tableId !== null && place.tableId === tableId) || here.includes(place.source.from)),
      ),
  }
}

/** Every addend of a sum that does not hold would be marked: where so many places take part, only the likely culprit is. */
function markedPlaces({ places }: Finding): Finding['places'] {
  return places.length > MOST_MARKED ? places.slice(0, 1) : places
}

function note(numbers: Map<string, number[]>, key: string, number: number): void {
  const known = numbers.get(key)
  if (!known) numbers.set(key, [number])
  else if (!known.includes(number)) known.push(number)
}

function fieldKey(tableId: string, row: number, column: number): string {
  return `${tableId}:${row}:${column}`
}

function mark(number: number, words: SourceWords): Markup {
  return html` <a class="finding-mark" href="#F${number}" aria-label="${words.finding(number)}" title="${words.finding(number)}">!</a>`
}
