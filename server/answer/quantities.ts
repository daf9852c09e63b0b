/** An amount as a question writes it, its unit in the spelling of facts. */
export interface Quantity {
  readonly value: string
  readonly unit: string
}

const QUANTITY = quantityIn('万元|亿元|万人|人次|元|人|名|台|辆|套|份|次|天|%')
const MONEY = quantityIn('万元|万(?!人|次)|亿元|元')

function quantityIn(units: string): RegExp {
  return new RegExp(`(?<![\\d.])(\\d[\\d,]*(?:\\.\\d+)?)\\s*(${units})`, 'g')
}

/** Amounts and numbers of things that a question gives, in its order; years and codes are none. */
export function printedQuantities(question: string): Quantity[] {
  return quantities(question, QUANTITY)
}

/** Amounts of money in the question itself: "那笔80万元的专项", "500万的项目". */
export function mentionedAmounts(question: string): Quantity[] {
  return quantities(question, MONEY)
}

function quantities(question: string, pattern: RegExp): Quantity[] {
  return [...question.matchAll(pattern)].map(([, value = '0', unit = '']) => ({
    value: value.replaceAll(',', ''),
    unit: unit === '万' ? '万元' : unit,
  }))
}
