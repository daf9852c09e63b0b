/** A line of text near a table. */
export interface TextLine {
  readonly text: string
  readonly line: number
}
