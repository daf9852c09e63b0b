import type { Fact } from '../../ingest/domain/fact.ts'
import { comparable } from '../../ingest/domain/name.ts'
import { unitFamily } from '../../ingest/domain/sameness.ts'
import { gramsOf } from './grams.ts'

/** Numbers of things, as told and as aimed at. */
const COUNTED: ReadonlySet<Fact['kind']> = new Set(['count', 'target', 'actual'])
const PERCENT_OR_MONEY = /%|元|分$/

/**
 * Another number for the very thing that a fact counts: in the same project, or between a project and the unit as a
 * whole; null where there is none. A number planned is not held against one reached.
 */
export function countedOtherwise(fact: Fact, held: readonly Fact[]): Fact | null {
  if (!COUNTED.has(fact.kind) || PERCENT_OR_MONEY.test(fact.amount.unit)) return null
  const rivals = held.filter(
    (other) =>
      COUNTED.has(other.kind) &&
      other.origin !== 'reason' &&
      other.documentId === fact.documentId &&
      other.fiscalYear === fact.fiscalYear &&
      isReached(other) === isReached(fact) &&
      unitFamily(other.amount.unit) === unitFamily(fact.amount.unit) &&
      Number(other.amount.value) !== Number(fact.amount.value) &&
      other.facet.join() === fact.facet.join() &&
      mayBeOne(fact, other) &&
      isAlike(fact, other),
  )
  return rivals[0] ?? null
}

/** Reached, not planned: an actual, or a number of final accounts. */
function isReached({ kind, basis }: Fact): boolean {
  return kind === 'actual' || (kind === 'count' && basis === 'final_accounts')
}

const WHOLE = /整体|部门预算|单位预算/

/** Indicators of two projects may bear one name and count different people; those of one list are each of its own thing. */
function mayBeOne(a: Fact, b: Fact): boolean {
  if (a.project === b.project) return a.project !== null && (a.origin === 'sentence') !== (b.origin === 'sentence')
  return [a, b].some(({ project }) => project === null || WHOLE.test(project))
}

const LEAST_SHARED = 0.7
const SHORTEST = 4

/** Whether two names say the same: all that either says but for a word, the everyday short forms written out. */
function isAlike(a: Fact, b: Fact): boolean {
  const [x, y] = [coreOf(a), coreOf(b)]
  const [shorter, longer] = x.length <= y.length ? [x, y] : [y, x]
  if (a.project === b.project && shorter.length >= 2 && longer.includes(shorter)) return true
  if (shorter.length < SHORTEST) return false
  const grams = gramsOf(shorter)
  return grams.filter((gram) => longer.includes(gram)).length >= LEAST_SHARED * grams.length
}

function coreOf({ measure }: Fact): string {
  return comparable(measure.name)
    .replace(/医保/g, '医疗保险')
    .replace(/^(?:20\d{2}年)?(?:全[县市州区省])?(?:参加)?/, '')
    .replace(/(?:人数|人次|次数|人员|数量|数|[（(][^）)]*[）)])+$/g, '')
}
