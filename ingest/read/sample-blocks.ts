import { type Block, type GridBlock, paragraphText, type RawCell } from '../domain/block.ts'
import type { Place } from '../domain/place.ts'
import type { Transcript } from './transcript.ts'

/** For tests: where a line of a transcript stands, in a few characters. */
export function renderedPlace(place: Place | undefined): string {
  if (place?.kind === 'line') return `L${place.line}`
  if (place?.kind === 'paragraph') return `P${place.paragraph}`
  if (place?.kind === 'cell') return `${place.sheet}!${place.cell}`
  return place ? `page ${place.page}` : 'nowhere'
}

/** For tests: the blocks of a transcript, a line each, rows of grids too, with where they stand. */
export function renderedBlocks({ blocks, places }: Pick<Transcript, 'blocks' | 'places'>): string[] {
  const at = (line: number) => renderedPlace(places[line - 1])
  return blocks.flatMap((block: Block): string[] => {
    if (block.kind === 'heading') return [`${at(block.line)} ${'#'.repeat(block.level)} ${block.text}`]
    if (block.kind === 'grid') return renderedGrid(block, at)
    const lines = [...new Set(block.spans.map(({ line }) => at(line)))]
    return [`${lines.join(',')} ${paragraphText(block)}`]
  })
}

function renderedGrid({ rows }: GridBlock, at: (line: number) => string): string[] {
  const cell = ({ text, span }: RawCell) => (span ? `${text} <${span.rows}x${span.columns}>` : text)
  const where = (row: readonly RawCell[]) => [...new Set(row.filter(({ text }) => text).map(({ line }) => at(line)))]
  return rows.map((row) => `${where(row).join(',')} | ${row.map(cell).join(' | ')} |`)
}
