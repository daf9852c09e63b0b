import type { Fact } from '../../ingest/domain/fact.ts'
import { sameFrame } from '../../ingest/domain/sameness.ts'
import { roundsTo } from './rounding.ts'

/** An account of the lowest level of the functional classification; one of a higher level, or an economic one, is told in scopes. */
const ITEM_CODE = /^2\d{6}$/
/** Marks by which prose names an account: "（类）", "（06款）", "（项：01）". */
const NAMES_ACCOUNT = /[（(][\d：:]*[类款项][\d：:]*[）)]/

/**
 * What the prose of a document says of the very account that its tables print otherwise, or the tables' figure where the
 * fact is of the prose; null where they agree within what rounding allows, or speak of different scopes.
 */
export function toldOtherwise(fact: Fact, held: readonly Fact[]): Fact | null {
  if (!isAccount(fact)) return null
  const own = held.filter((other) => isOfAccount(other, fact))
  const cells = own.filter(({ origin }) => origin === 'cell')
  const [cell] = cells.filter(({ facet, fund }) => facet.length === 0 && (fund === fact.fund || fact.fund === null))
  const told = own.filter(({ origin, facet }) => origin === 'sentence' && facet.length === 0)
  const odd = told.filter((sentence) => !cells.some(({ amount }) => roundsTo(amount, sentence.amount)))
  const fitting = told.filter((sentence) => !odd.includes(sentence))
  const rivals = odd.filter((sentence) => isOneItem(sentence, fitting))
  return (odd.includes(fact) ? rivals.includes(fact) && cell : rivals[0]) || null
}

function isAccount({ kind, origin, measure, project }: Fact): boolean {
  const printed = origin === 'cell' || origin === 'sentence'
  return kind === 'level' && printed && project === null && measure.code !== null && ITEM_CODE.test(measure.code)
}

function isOfAccount(other: Fact, fact: Fact): boolean {
  return (
    isAccount(other) &&
    other.documentId === fact.documentId &&
    other.measure.code === fact.measure.code &&
    sameFrame(other, fact)
  )
}

/** Where one figure of the prose is as the tables print it, an account named anew is another item, misnamed. */
function isOneItem(odd: Fact, fitting: readonly Fact[]): boolean {
  return fitting.length === 0 || !NAMES_ACCOUNT.test(odd.quote)
}
