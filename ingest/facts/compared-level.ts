import { compareDecimals, decimal, negative, sumDecimals } from '../domain/amount.ts'
import { squeeze } from '../domain/name.ts'
import type { PrintedAmount } from './printed-amounts.ts'
import type { Subject } from './subject.ts'

/** A level that the sentence has told, and what it is of. */
export interface ToldLevel {
  readonly subject: Subject
  readonly value: string
  readonly unit: string
}

/** The amount behind another, with the words between. */
export interface ChangeBehind {
  readonly amount: PrintedAmount
  readonly words: string
}

const COMPARES = /^(?:与|比|较)(?:20\d{2}年|上年|去年|上一年)/
const CHANGED = /^(增加|增长|减少|下降)/

/**
 * "…其他支出 8.60 万元，比 2030 年预算数 56.00 万元减少 3.20 万元": the level that is less by so much than the last year's
 * is what is compared, not the part named last. Null where the words draw no such comparison, or no one level fits.
 */
export function comparedSubject(
  told: readonly ToldLevel[],
  before: string,
  last: PrintedAmount,
  change: ChangeBehind | null,
): Subject | null {
  const verb = CHANGED.exec(squeeze(change?.words ?? ''))?.[1]
  if (!change || verb === undefined || change.amount.unit !== last.unit || !COMPARES.test(squeeze(before))) return null
  const by = decimal(change.amount.value)
  const now = sumDecimals([decimal(last.value), /增/.test(verb) ? by : negative(by)])
  const fitting = told.filter(({ value, unit }) => unit === last.unit && compareDecimals(decimal(value), now) === 0)
  const names = new Set(fitting.map(({ subject }) => subject.name))
  return names.size === 1 ? (fitting[0]?.subject ?? null) : null
}
