import type { Place } from '../../domain/place.ts'

/**
 * What a file of flowing text (HTML, Word) says, in reading order, before it is told what is a heading, a paragraph, a
 * table or only arranged like one.
 */
export type Flow = FlowLine | FlowTable | FlowPicture

/** A part of a line with the place it is printed at. */
export interface FlowPiece {
  readonly text: string
  readonly place: Place
}

/** A line, or a paragraph that its page wraps where it likes. Its pieces, joined, are its text; it is never blank. */
export interface FlowLine {
  readonly kind: 'line'
  readonly pieces: readonly FlowPiece[]
  /** Whether the file marks it as a heading. */
  readonly heading: boolean
  /** Whether only a line break parts it from the line before, so that it may go on with the same sentence. */
  readonly broken: boolean
}

/** A table as the file has it; a data table, or one that only arranges. Cells row by row, left to right. */
export interface FlowTable {
  readonly kind: 'table'
  readonly cells: readonly FlowCell[]
}

/** A cell with the field it begins in and how far it goes; `content` is empty for a blank one. */
export interface FlowCell {
  /** 0-based. */
  readonly row: number
  readonly column: number
  readonly rows: number
  readonly columns: number
  readonly content: readonly Flow[]
}

/** A picture, by what it is called; what can be read on it is not known here. */
export interface FlowPicture {
  readonly kind: 'picture'
  readonly name: string
  readonly place: Place
  /** Reads the picture itself, where the file holds it; null where it does not. */
  readonly load: (() => Promise<PictureData>) | null
}

/** The bytes of a picture, as its file has them. */
export interface PictureData {
  /** "image/png". */
  readonly mediaType: string
  readonly bytes: Uint8Array
}

/** The text of a line. */
export function lineText({ pieces }: FlowLine): string {
  return pieces.map(({ text }) => text).join('')
}
