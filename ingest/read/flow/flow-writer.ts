import type { Place } from '../../domain/place.ts'
import type { Flow, FlowPicture, FlowPiece, FlowTable } from './flow.ts'
import { tidyPieces } from './tidy-pieces.ts'

/** First lines of paragraphs are indented by as much. */
const INDENTED = /^[\s\u3000\u00a0]*(?:\u3000{2}|\u00a0{3,})/

/** Takes down what a reader comes upon, and puts it together to lines. */
export class FlowWriter {
  readonly #flow: Flow[] = []
  #pieces: FlowPiece[] = []
  #pictures: FlowPicture[] = []
  #marker: FlowPiece | null = null
  #heading = false
  #broken = false

  /** Goes on with the line. Text of one place is one piece where the very same object is given. */
  text(text: string, place: Place): void {
    const marker = this.#marker
    if (marker && text.trim() !== '') {
      this.#marker = null
      this.text(marker.text, marker.place)
    }
    const last = this.#pieces.at(-1)
    if (last?.place === place) this.#pieces[this.#pieces.length - 1] = { text: last.text + text, place }
    else this.#pieces.push({ text, place })
  }

  /** Number of an item of a list: it stands in front of the next line that says something, or is taken back by null. */
  marker(marker: FlowPiece | null): void {
    this.#marker = marker
  }

  /** Ends the line within its paragraph; a second break in a row ends the paragraph. */
  lineBreak(): void {
    this.#broken = this.#closeLine()
  }

  /** Ends the paragraph; what comes next is a heading, or is not. */
  paragraph(heading = false): void {
    this.#closeLine()
    this.#broken = false
    this.#heading = heading
  }

  /** A picture stands where the text is; no line ends there. */
  picture(picture: FlowPicture): void {
    this.#pictures.push(picture)
  }

  table(table: FlowTable): void {
    this.paragraph()
    if (table.cells.length > 0) this.#flow.push(table)
  }

  /** What was taken down elsewhere, such as the text of a box. */
  add(flow: readonly Flow[]): void {
    this.paragraph()
    for (const item of flow) this.#flow.push(item)
  }

  end(): Flow[] {
    this.paragraph()
    return this.#flow
  }

  /** Whether there was a line to close. */
  #closeLine(): boolean {
    const pieces = tidyPieces(this.#pieces)
    const broken = this.#broken && !this.#isIndented()
    if (pieces.length > 0) this.#flow.push({ kind: 'line', pieces, heading: this.#heading, broken })
    this.#flow.push(...this.#pictures)
    this.#pieces = []
    this.#pictures = []
    return pieces.length > 0
  }

  #isIndented(): boolean {
    const start = this.#pieces.slice(0, 4).map(({ text }) => text.slice(0, 10))
    return INDENTED.test(start.join(''))
  }
}
