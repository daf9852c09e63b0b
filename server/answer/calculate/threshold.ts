import { compareDecimals, convertMoney, decimal, isMoney } from '../../../ingest/domain/amount.ts'
import type { Fact } from '../../../ingest/domain/fact.ts'

/** A limit that a question sets to the members of a list. */
export interface Threshold {
  readonly comparator: '<' | '<=' | '>' | '>=' | '='
  readonly value: string
  readonly unit: string
}

const NOTHING_SPENT =
  /一分(?:钱)?(?:都|也)?没(?:有)?(?:花|用|执行|动)|(?:完全|根本|全部)?(?:没有?|未)(?:执行|动用|支出)的?项目|零执行|执行率(?:为|是|=)?\s*(?:0|零)(?![\d.])|nothing (?:was )?spent|not (?:a cent|spent at all)|zero execution/i
const ALL_SPENT = /全部(?:执行|花|用)完|执行率(?:为|是|达到?)?\s*(?:100\s*%|百分之百)的|fully (?:spent|executed)/i

const UNIT = '(%|万元|亿元|元|分)'
const NUMBER = '(\\d+(?:\\.\\d+)?)'
const BEFORE: readonly (readonly [RegExp, Threshold['comparator']])[] = [
  [new RegExp(`(?:不超过|不高于|至多|at most|no more than)\\s*${NUMBER}\\s*${UNIT}`, 'i'), '<='],
  [new RegExp(`(?:不低于|不少于|至少|达到|at least|no less than)\\s*${NUMBER}\\s*${UNIT}`, 'i'), '>='],
  [new RegExp(`(?:不到|低于|不足|未达到?|没到|少于|小于|below|under|less than)\\s*${NUMBER}\\s*${UNIT}`, 'i'), '<'],
  [new RegExp(`(?:超过|高于|大于|多于|above|over|more than|exceed(?:ing|s)?)\\s*${NUMBER}\\s*${UNIT}`, 'i'), '>'],
]
const BEHIND = new RegExp(`${NUMBER}\\s*${UNIT}\\s*(?:及|或)?(以上|以下|or more|or less)`, 'i')

/** The limit that a question sets to what it lists or counts, a percentage of execution or an amount; null for none. */
export function thresholdIn(question: string): Threshold | null {
  if (NOTHING_SPENT.test(question)) return { comparator: '=', value: '0', unit: '%' }
  if (ALL_SPENT.test(question)) return { comparator: '=', value: '100', unit: '%' }
  const behind = BEHIND.exec(question)
  if (behind) {
    const up = behind[3] === '以上' || /more/i.test(behind[3] ?? '')
    return { comparator: up ? '>=' : '<=', value: behind[1] ?? '0', unit: behind[2] ?? '' }
  }
  for (const [pattern, comparator] of BEFORE) {
    const match = pattern.exec(question)
    if (match) return { comparator, value: match[1] ?? '0', unit: match[2] ?? '' }
  }
  return null
}

/** A question without the words of its limit: what it limits is left. */
export function withoutThreshold(question: string): string {
  const patterns = [NOTHING_SPENT, ALL_SPENT, BEHIND, ...BEFORE.map(([pattern]) => pattern)]
  return patterns.reduce((text, pattern) => text.replace(pattern, ' '), question)
}

/** Whether a figure keeps to the limit; one of another unit does not. */
export function keepsTo({ amount }: Fact, { comparator, value, unit }: Threshold): boolean {
  const own = amount.unit === unit || !isMoney(unit) ? amount.value : convertMoney(amount.value, amount.unit, unit)
  if (own === null || (amount.unit !== unit && !isMoney(unit))) return false
  const order = compareDecimals(decimal(own), decimal(value))
  switch (comparator) {
    case '<':
      return order < 0
    case '<=':
      return order <= 0
    case '>':
      return order > 0
    case '>=':
      return order >= 0
    case '=':
      return order === 0
  }
}
