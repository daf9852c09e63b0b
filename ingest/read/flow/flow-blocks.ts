import type { Block, GridBlock, Span } from '../../domain/block.ts'
import type { Place } from '../../domain/place.ts'
import { markedHeadingLevel } from '../headings.ts'
import { isPageNumber, numberedHeadingLevel, withoutEmptyHeadings } from '../prose-blocks.ts'
import { rawRow } from '../raw-row.ts'
import { type Transcript, TranscriptWriter } from '../transcript.ts'
import { continues, isHardWrapped, joint } from '../wrapped-lines.ts'
import { type Flow, type FlowLine, type FlowPicture, type FlowTable, lineText } from './flow.ts'
import { flowGrid } from './flow-grid.ts'
import { isLayoutTable } from './layout-table.ts'

/** A picture with where in the transcript it stands, for what may be read on it. */
export interface SeenPicture extends FlowPicture {
  /** How many lines of the transcript stand before it. */
  readonly after: number
}

/** What a flow says, written down line by line. */
export interface WrittenFlow extends Omit<Transcript, 'warnings'> {
  readonly pictures: readonly SeenPicture[]
}

/** Writes a flow down as blocks. Throws Problem "file-too-large" where a table spreads over too many fields. */
export function writeFlow(flow: readonly Flow[], file: string): WrittenFlow {
  const writer = new BlockWriter(file, isHardWrapped(brokenLines(flow)))
  writer.take(flow)
  return writer.end()
}

/** Lines that only line breaks part: where a page was made from a text, they tell how wide it was. */
function brokenLines(flow: readonly Flow[]): string[] {
  return flow.flatMap((item, index) => {
    if (item.kind === 'table') return item.cells.flatMap(({ content }) => brokenLines(content))
    return item.kind === 'line' && (item.broken || isBroken(flow[index + 1])) ? [lineText(item)] : []
  })
}

function isBroken(item: Flow | undefined): boolean {
  return item?.kind === 'line' && item.broken
}

class BlockWriter {
  readonly #file: string
  readonly #hardWrapped: boolean
  readonly #transcript = new TranscriptWriter<Place>()
  readonly #blocks: Block[] = []
  readonly #pictures: SeenPicture[] = []
  /** Inside the cells of how many data tables the flow stands. */
  #cellsDeep = 0
  /** Lines of the paragraph that may go on. */
  #prose: Span[] = []

  constructor(file: string, hardWrapped: boolean) {
    this.#file = file
    this.#hardWrapped = hardWrapped
  }

  take(flow: readonly Flow[]): void {
    flow.forEach((item, index) => {
      if (item.kind === 'line') this.#line(item, isBroken(flow[index + 1]))
      else if (item.kind === 'table') this.#table(item)
      else this.#pictures.push({ ...item, after: this.#transcript.lines.length })
    })
    this.#closeProse()
  }

  end(): WrittenFlow {
    const { lines, places } = this.#transcript
    return { lines, places, blocks: withoutEmptyHeadings(this.#blocks), pictures: this.#pictures }
  }

  #line(line: FlowLine, goesOn: boolean): void {
    const text = lineText(line)
    if (!line.broken && !goesOn && isPageNumber(text)) return
    const level = (line.heading ? markedHeadingLevel(text) : null) ?? numberedHeadingLevel(text)
    if (level !== null) {
      this.#closeProse()
      this.#blocks.push({ kind: 'heading', level, text, line: this.#write(text, line.pieces[0]?.place) })
      return
    }
    if (!line.broken || !continues(this.#prose, text, 0, this.#hardWrapped)) this.#closeProse()
    const join = joint(this.#prose)
    line.pieces.forEach(({ text: piece, place }, index) => {
      this.#prose.push({ text: (index === 0 ? join : '') + piece, line: this.#write(piece, place) })
    })
  }

  #closeProse(): void {
    if (this.#prose.length > 0) this.#blocks.push({ kind: 'paragraph', spans: this.#prose })
    this.#prose = []
  }

  #table(table: FlowTable): void {
    this.#closeProse()
    if (isLayoutTable(table)) {
      for (const { content } of table.cells) this.take(content)
      return
    }
    const { rows, width, inside } = flowGrid(table, this.#file)
    const cells = rows.map((row) => rawRow(row, width, ({ text, place }) => this.#write(text, place)))
    const grid: GridBlock = { kind: 'grid', ruled: true, rows: cells }
    if (cells.length > 0) this.#blocks.push(this.#cellsDeep > 0 ? { ...grid, nested: true } : grid)
    this.#cellsDeep += 1
    this.take(inside)
    this.#cellsDeep -= 1
  }

  #write(text: string, place: Place | undefined): number {
    if (!place) throw new RangeError('A line without pieces')
    return this.#transcript.write(text, place)
  }
}
