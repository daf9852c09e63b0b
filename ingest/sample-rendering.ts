import { type Block, type GridBlock, paragraphText, type RawCell } from './domain/block.ts'
import type { Warning } from './domain/document.ts'
import type { Fact } from './domain/fact.ts'
import type { Place } from './domain/place.ts'
import type { Transcript } from './read/transcript.ts'

/** For tests: a fact in one line that a person can check against the printed figure; `where` tells its place. */
export function renderedFact(fact: Fact, where: string): string {
  const { amount, measure } = fact
  const when = `${fact.fiscalYear ?? '-'} ${fact.basis ?? '-'}${fact.stage ? ` (${fact.stage})` : ''}`
  const name = `${[...fact.parents, measure.name].join(' > ')}${measure.code ? ` [${measure.code}]` : ''}`
  const extra = [
    fact.facet.length > 0 ? `facet ${fact.facet.join(' / ')}` : '',
    fact.project ? `project ${fact.project}` : '',
    fact.of ? `of ${fact.of}` : '',
    fact.direction ?? '',
    fact.total ? 'total' : '',
    fact.fund ?? '',
    fact.origin,
  ].filter((part) => part !== '')
  return `${where} ${when} ${fact.kind} ${name} ${fact.comparator ?? '='} ${amount.value} ${amount.unit} · ${fact.role} · ${extra.join(' · ')}`
}

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

/** For tests: a warning of a reader with where it stands. */
export function renderedWarning({ code, message, line, paragraph }: Warning): string {
  return `${line === null ? (paragraph === undefined ? '-' : `P${paragraph}`) : `L${line}`} ${code}: ${message}`
}
