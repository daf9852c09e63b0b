import { isBesideTitle, isTableTitle } from './caption-words.ts'
import type { SheetPart } from './sheet-parts.ts'
import { type SheetRow, wordOf } from './sheet-rows.ts'

/** More rows above the first table are no caption of it, but what the sheet is about. */
const MOST_CAPTION_ROWS = 4
const LONGEST_TITLE = 60

/**
 * The rows that open a section of their own: the title of a sheet, and where that is the title of a table, those of the
 * sheet's other tables too. None where the sheet has no title.
 */
export function titleRows(parts: readonly SheetPart[]): ReadonlySet<SheetRow> {
  const [opening] = parts
  const above = opening?.kind === 'prose' ? opening.rows : []
  const ofTable = above.length <= MOST_CAPTION_ROWS ? above.findLast((row) => isTableTitle(wordOf(row))) : undefined
  const title = ofTable ?? above.find(isTitle)
  if (!ofTable) return new Set(title ? [title] : [])
  const others = parts.flatMap((part, at) => {
    const captions = part.kind === 'prose' && parts[at + 1]?.kind === 'table' ? part.rows : []
    return captions.filter((row) => isTableTitle(wordOf(row))).slice(-1)
  })
  return new Set([ofTable, ...others])
}

function isTitle(row: SheetRow): boolean {
  const word = wordOf(row)
  return word.length >= 2 && word.length <= LONGEST_TITLE && !/[。；：]/.test(word) && !isBesideTitle(word)
}
