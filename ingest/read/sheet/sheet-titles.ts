import { isBesideTitle, isTableTitle } from './caption-words.ts'
import type { SheetPart } from './sheet-parts.ts'
import { type SheetRow, wordOf } from './sheet-rows.ts'

/** The title stands in the first of so many rows; more above the first table are no caption of it, but prose. */
const MOST_CAPTION_ROWS = 4
const LONGEST_TITLE = 60

/**
 * The rows that open a section of their own: the title of a sheet, and where that is the title of a table, those of the
 * sheet's other tables too. None where the sheet has no title.
 */
export function titleRows(parts: readonly SheetPart[]): ReadonlySet<SheetRow> {
  const above = rowsAboveTable(parts)
  const ofTable = above.length <= MOST_CAPTION_ROWS ? above.findLast((row) => isTableTitle(wordOf(row))) : undefined
  if (!ofTable) return onlyTitle(parts)
  const others = parts.flatMap((part, at) => {
    const captions = part.kind === 'prose' && parts[at + 1]?.kind === 'table' ? part.rows : []
    return captions.filter((row) => isTableTitle(wordOf(row))).slice(-1)
  })
  return new Set([ofTable, ...others])
}

/** The row with the title of a sheet that holds more than tables; none where its titles are those of tables. */
export function onlyTitle(parts: readonly SheetPart[]): ReadonlySet<SheetRow> {
  const title = rowsAboveTable(parts).slice(0, MOST_CAPTION_ROWS).find(isTitle)
  return new Set(title && !isTableTitle(wordOf(title)) ? [title] : [])
}

function rowsAboveTable([opening]: readonly SheetPart[]): readonly SheetRow[] {
  return opening?.kind === 'prose' ? opening.rows : []
}

function isTitle(row: SheetRow): boolean {
  const word = wordOf(row)
  return word.length >= 2 && word.length <= LONGEST_TITLE && !/[。；：]/.test(word) && !isBesideTitle(word)
}
