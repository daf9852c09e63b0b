import type { RawCell } from '../domain/block.ts'
import { squeeze } from '../domain/name.ts'
import { filledCells, type RawRow } from './raw-row.ts'
import type { TextLine } from './text-line.ts'

/** Most rows of a sheet that may stand above its header: number, title, unit of government, unit of money, date. */
const MOST_CAPTION_ROWS = 5

const FIELD =
  /^(?:(?:金额|计量)?单位|(?:编制|编报|填报|公开|预算|填表)?(?:单位|部门)(?:名称)?|(?:编制|填报|填表)?日期|部门代码|单位代码)(?:[(（][^)）]{1,4}[)）])?[：:]/
const NUMBER = /^(?:附?表|附件|(?:公开|预算|决算|财决)\d{0,2}表)[一二三四五六七八九十\d]{0,3}(?:[-—.]\d+)*[：:]?$/
const TITLE = /^.{4,40}(?:表|明细|情况)(?:[(（].{1,12}[)）])?$/

/** What rows of a sheet say above its header, set into cells of their own, and the rows that are the table. */
export interface Captioned {
  readonly captions: readonly TextLine[]
  readonly rows: RawCell[][]
}

/**
 * Takes number, title and units out of a grid: a sheet saved as text has them in its first rows ("编制单位：…局⇥⇥单位：元").
 * A form's own fields (项目名称, 主管部门) stay in it.
 */
export function splitCaption(rows: RawCell[][]): Captioned {
  let count = 0
  while (count < Math.min(rows.length, MOST_CAPTION_ROWS) && isCaption(rows[count] ?? [])) count += 1
  const captions = rows
    .slice(0, count)
    .flatMap((row) => filledCells(row).map(({ text, line }): TextLine => ({ text, line })))
  return { captions, rows: rows.slice(count) }
}

function isCaption(row: RawRow): boolean {
  const words = filledCells(row).map(({ text }) => squeeze(text))
  const [first = '', ...others] = words
  if (words.length === 0 || words.length > 3) return false
  if (words.every((word) => FIELD.test(word) || NUMBER.test(word))) return true
  return others.length === 0 && TITLE.test(first)
}
