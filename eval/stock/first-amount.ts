/** A number with its unit, as it stands in a text. */
export interface PrintedAmount {
  /** Without thousands separators. */
  readonly value: string
  readonly unit: string
  /** The number as printed. */
  readonly raw: string
  /** Where the number begins in the text. */
  readonly at: number
}

/** The units that the contract names, and the counters that the scorer takes for the same. Longer ones first. */
const UNITS = '亿元|万元|千元|元|%|％|人次|人|名|辆次|辆|平方米|㎡|次|分|台|个|家|项'
const AMOUNT = new RegExp(`(?<![\\d.,])(\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)\\s{0,3}(${UNITS})`)

/** The first number with a unit behind it; null where there is none. Bare numbers of table cells are passed over. */
export function firstAmount(text: string): PrintedAmount | null {
  const found = AMOUNT.exec(text)
  if (found === null) return null
  const [, raw = '', unit = ''] = found
  return { value: raw.replace(/,/g, ''), unit, raw, at: found.index }
}
