import { type RawRow, wordsOf } from './raw-row.ts'

/** What may stand in front of the numbers: the Ministry of Finance's forms of final accounts print 栏次 there. */
const LABEL = /^(?:栏次|行次|列次|序号|项目|\*+)$/
/** A column's number, or how it follows from others: "3", "3=1+2". */
const NUMBER = /^(\d{1,2})(?:[=＝][\d+＋\-－()（）=＝]+)?$/
const FEWEST_UNLABELLED = 3

/** Whether a row only numbers the columns of its table (栏次 1 2 3): it is neither a header nor a row of figures. */
export function isNumberingRow(row: RawRow): boolean {
  const words = wordsOf(row)
  const numbers = words.flatMap((word) => NUMBER.exec(word)?.[1] ?? [])
  const labels = words.filter((word) => LABEL.test(word))
  if (numbers.length === 0 || numbers.length + labels.length < words.length) return false
  const counts = numbers.every((number, at) => Number(number) === at + 1)
  return labels.includes('栏次') || (counts && numbers.length >= FEWEST_UNLABELLED)
}
