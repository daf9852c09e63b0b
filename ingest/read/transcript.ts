import type { Block } from '../domain/block.ts'
import type { Warning } from '../domain/document.ts'
import type { Place } from '../domain/place.ts'

/**
 * A file written down line by line, where its own lines are not those to cite: a cell a line, a printed line or a paragraph
 * of prose a line. Blocks count their lines in `lines`, and each line stands at its place.
 */
export interface Transcript<P extends Place = Place> {
  readonly lines: readonly string[]
  /** One a line. */
  readonly places: readonly P[]
  readonly blocks: readonly Block[]
  /** What could not be read, at its place in the file. */
  readonly warnings: readonly Warning[]
}

/** Takes down what a document says, line by line as it is cited, with the place of each line. */
export class TranscriptWriter<P extends Place = Place> {
  readonly lines: string[] = []
  readonly places: P[] = []

  /** Writes a line down; returns its 1-based number. */
  write(text: string, place: P): number {
    this.lines.push(text)
    this.places.push(place)
    return this.lines.length
  }
}
