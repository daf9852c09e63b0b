import { expect, it } from 'vitest'
import { ACCOUNTS } from '../../ingest/classification/index.ts'
import { makePlan } from './make-plan.ts'

/** Far beyond what any takes (some tens of milliseconds), and far below what a pattern that backtracks would. */
const LIMIT_MS = 3_000

const filled = (piece: string) => piece.repeat(Math.ceil(2000 / piece.length)).slice(0, 2000)
const names = (joint: string) =>
  ACCOUNTS.map(({ name }) => name)
    .join(joint)
    .slice(0, 2000)

it.each([
  ['digits', filled('1')],
  ['thousands', filled('1,')],
  ['commas', filled('，')],
  ['spaces', `a${filled(' ')}b`],
  ['numerals', filled('一百万')],
  ['years', filled('二〇二〇年')],
  ['brackets', filled('(（[【「')],
  ['letters', filled('a')],
  ['a phrase that begins again and again', filled('how many a-b ')],
  ['shares', filled('share of ')],
  ['changes', filled('rise ')],
  ['percentages', filled('百分之几')],
  ['accounts joined by "and"', names('和')],
  ['accounts', names('')],
  ['characters that fold into many', filled('\ufdfa')],
])('plans 2000 characters of %s in time', (_name, question) => {
  makePlan(question, [])
  const began = performance.now()
  makePlan(question, [])
  expect(performance.now() - began).toBeLessThan(LIMIT_MS)
})

it('reads a question that folding would grow beyond measure', () => {
  expect(makePlan(filled('\ufdfa'), []).question.length).toBeLessThanOrEqual(4000)
})
