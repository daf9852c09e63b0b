import type { Fund } from '../../../ingest/domain/fact.ts'
import type { Operation } from '../../answer/calculate/arithmetic.ts'
import type { Claim } from './lexicon.ts'
import type { ProseFigure, ProsePassage, Subject } from './subjects.ts'

/** Whether what a word claims holds of a figure, or is what a passage says. */
export function claimHolds(claim: Claim, surface: string, subject: Subject): boolean {
  return subject.kind === 'figure' ? OF_FIGURE[claim](subject, surface) : isToldBy(claim, surface, subject)
}

type Test = (subject: ProseFigure, surface: string) => boolean

const always: Test = () => true
const moved: Test = ({ figure: { kind } }) => kind === 'change' || kind === 'rate'
const saying = (words: RegExp): Test => {
  return ({ label, surroundings }) => words.test(label) || surroundings.some((said) => words.test(said))
}
const reckonedAs = (...operations: readonly Operation[]): Test => {
  return ({ operation }) => operation !== null && operations.includes(operation)
}
/** Words for money that comes in, and for money that goes out. */
const RECEIVED = /收入|拨款|收支|来源|revenue|income|appropriation/i
const PAID_OUT = /支出|经费|费用|收支|expenditure|expense/i
/** Where it cannot be said of which money a figure speaks, its own surroundings must say so. */
const ofFund = (fund: Fund): Test => {
  return ({ fact, surroundings }, surface) =>
    fact.fund === null ? surroundings.some((words) => words.includes(surface)) : fact.fund === fund
}
const either = (one: Test, other: Test): Test => {
  return (subject, surface) => one(subject, surface) || other(subject, surface)
}

const OF_FIGURE: Readonly<Record<Claim, Test>> = {
  plain: always,
  'year-mark': always,
  respectively: always,
  budget: ({ figure }) => figure.basis === 'budget',
  initial: ({ figure }) => figure.basis === 'budget' && figure.stage !== 'adjusted',
  'whole-department': ({ figure }) => figure.level !== 'unit',
  'one-unit': ({ figure }) => figure.level !== 'department',
  received: saying(RECEIVED),
  'paid-out': (subject, surface) => !RECEIVED.test(subject.label) || saying(PAID_OUT)(subject, surface),
  final: ({ figure }) => figure.basis === 'final_accounts',
  up: (subject, surface) => moved(subject, surface) && subject.figure.direction === 'up',
  down: (subject, surface) => moved(subject, surface) && subject.figure.direction === 'down',
  moved,
  'since-last-year': (subject, surface) => moved(subject, surface) && subject.fact.facet.includes('比上年'),
  sum: either(reckonedAs('sum'), ({ operation, fact }) => operation === null && fact.total),
  difference: reckonedAs('difference', 'shortfall'),
  share: either(
    reckonedAs('share', 'portion'),
    ({ operation, figure }) => operation === null && figure.kind === 'share',
  ),
  average: reckonedAs('average'),
  'three-public': either(({ fact }) => fact.role === 'three_public', saying(/三公/)),
  basic: either(({ fact }) => fact.role === 'basic_expenditure', saying(/基本支出/)),
  project: either(({ fact }) => fact.role === 'project_expenditure', saying(/项目支出/)),
  'general-fund': ofFund('general'),
  'government-fund': ofFund('government_fund'),
  'state-capital': ofFund('state_capital'),
  reason: () => false,
}

/** Claims whose words mean the same wherever they stand; a direction does not. */
const CALM: ReadonlySet<Claim> = new Set([
  'initial',
  'whole-department',
  'one-unit',
  'received',
  'paid-out',
  'three-public',
  'basic',
  'project',
  'general-fund',
  'government-fund',
  'state-capital',
])

/** A passage may give a reason; whatever else is claimed must be in its own words. */
function isToldBy(claim: Claim, surface: string, { basis, text }: ProsePassage): boolean {
  if (claim === 'plain' || claim === 'reason' || claim === 'year-mark') return true
  if (claim === 'budget' && basis === 'budget') return !/实际/.test(surface)
  if (claim === 'final' && basis === 'final_accounts') return true
  return CALM.has(claim) && text.includes(surface)
}
