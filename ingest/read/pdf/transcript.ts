import type { Place } from '../../domain/place.ts'
import type { Box } from './drawing.ts'

/** What a document says, line by line as it is cited, with the place of each line. */
export class Transcript {
  readonly lines: string[] = []
  readonly places: Place[] = []

  /** Writes a line down; returns its 1-based number. */
  write(text: string, page: number, { left, top, right, bottom }: Box): number {
    this.lines.push(text)
    this.places.push({ kind: 'page', page, box: [tenth(left), tenth(top), tenth(right), tenth(bottom)] })
    return this.lines.length
  }
}

/** A tenth of a point is finer than any print. */
function tenth(points: number): number {
  return Math.round(points * 10) / 10
}
