/** An amount as a question writes it, its unit in the spelling of facts. */
export interface Quantity {
  readonly value: string
  readonly unit: string
}

const QUANTITY = /(?<![\d.])(\d[\d,]*(?:\.\d+)?)\s*(万元|亿元|万人|人次|元|人|名|台|辆|套|份|次|天|%)/g

/** Amounts and numbers of things that a question gives, in its order; years and codes are none. */
export function printedQuantities(question: string): Quantity[] {
  return [...question.matchAll(QUANTITY)].map((match) => ({
    value: (match[1] ?? '0').replaceAll(',', ''),
    unit: match[2] ?? '',
  }))
}
