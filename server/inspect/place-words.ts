import type { Place } from '../../ingest/domain/place.ts'
import type { Parse } from '../../ingest/inspect.ts'
import type { Words } from './words.ts'

/** Where some lines of a document stand, in words: in a text by their numbers, in other files by what people can open. */
export function rangeWords(from: number, to: number, { places }: Parse, words: Words): string {
  const [first, last] = [places?.[from - 1], places?.[to - 1]]
  if (first?.kind === 'cell' && last?.kind === 'cell') return cellRange(first, last, words)
  if (first?.kind === 'paragraph' && last?.kind === 'paragraph')
    return words.paragraphRange(first.paragraph, last.paragraph)
  if (first?.kind === 'line' && last?.kind === 'line') return words.lineRange(first.line, last.line)
  return words.lineRange(from, to)
}

type CellPlace = Extract<Place, { kind: 'cell' }>

function cellRange(first: CellPlace, last: CellPlace, words: Words): string {
  const begin = words.cellsOf(first.sheet, first.cell)
  if (first.sheet !== last.sheet) return `${begin} – ${words.cellsOf(last.sheet, last.cell)}`
  return first.cell === last.cell ? begin : words.cellsOf(first.sheet, `${first.cell} – ${last.cell}`)
}

/** The number of a line as people see it in the file, or the name of its cell. */
export function lineLabel(line: number, { places }: Parse): string {
  const place = places?.[line - 1]
  if (place?.kind === 'cell') return place.cell
  if (place?.kind === 'paragraph') return String(place.paragraph)
  return String(place?.kind === 'line' ? place.line : line)
}
