/** What a terminal shows is text of fixed width, as it is elsewhere too. */
export {
  alignedTable,
  displayWidth,
  padded,
  printable,
  printableLines,
  shortened,
  type TextColumn,
} from '../fixed-width.ts'
