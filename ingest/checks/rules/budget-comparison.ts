import { compareDecimals } from '../../domain/amount.ts'
import { squeeze } from '../../domain/name.ts'
import type { DocumentView } from '../document-view.ts'
import { sameUnit, shown, valueIn } from '../operands.ts'
import type { Passage, SpokenFigure } from '../passage.ts'
import type { Breach, Rule, Tried } from '../rule.ts'

/** "决算数小于预算数的主要原因": a comparison in words against the figures before it. */
export const budgetComparisonRule: Rule = {
  code: 'budget-comparison',
  title: { zh: '决算数大于、小于预算数的说法', en: 'Outcome above or below the budget, in words' },
  reasoning: {
    zh: '“决算数大于（小于、等于）预算数”的说法应与前面写出的两数相符。只比较同一句或紧接的下一句；说明是年初预算还是全年预算的，与该预算比较，未说明而有两个预算的，与其中任一相符即可。',
    en: 'Words that say the outcome is above, below or equal to the budget agree with the two figures before them. Tried within the sentence or the next one; where they do not say which budget and there are two, either will do.',
  },
  examples: {
    trips: [
      '五、一般公共预算支出决算情况说明\n\n2031 年水利支出年初预算为 300 万元，支出决算为 320 万元。决算数小于年初预算数的主要原因：项目推迟。\n',
    ],
    passes: [
      '五、一般公共预算支出决算情况说明\n\n2031 年水利支出年初预算为 300 万元，支出决算为 280 万元。决算数小于年初预算数的主要原因：项目推迟。\n',
      '五、一般公共预算支出决算情况说明\n\n2031 年水利支出年初预算为 0 万元，全年预算为 300 万元，支出决算为 280 万元。决算数小于预算数的主要原因：项目推迟。\n',
    ],
    basis: 'final_accounts',
  },
  tries: (view) => view.passages.flatMap((passage) => triedIn(view, passage)),
}

const COMPARISON = /(?:决算数|支出决算)(大于|高于|小于|低于|等于|与)(年初|全年|调整)?预算数?(持平|一致|相同|相等)?/g

function triedIn(view: DocumentView, passage: Passage): Tried[] {
  return passage.clauses.flatMap((clause, at) =>
    [...squeeze(clause.text).matchAll(COMPARISON)].flatMap(([words, verb = '', stage = '', equal = '']) => {
      if (verb === '与' && equal === '') return []
      return triedAt(view, passage, at, { words, verb, stage })
    }),
  )
}

interface Words {
  readonly words: string
  readonly verb: string
  readonly stage: string
}

function triedAt(view: DocumentView, { figures }: Passage, clause: number, words: Words): Tried[] {
  const before = figures.filter((figure) => figure.clause <= clause && figure.fact.kind === 'level')
  const outcomeAt = before.findLastIndex(({ fact }) => fact.basis === 'final_accounts' && fact.stage === null)
  const outcome = before[outcomeAt]
  if (!outcome) return []
  const budgets = before
    .slice(before.slice(0, outcomeAt).findLastIndex(({ fact }) => fact.basis !== 'budget') + 1, outcomeAt)
    .filter(
      ({ fact, sentence }) =>
        sentence === outcome.sentence && isStage(fact.stage, words.stage) && sameUnit(fact, outcome.fact),
    )
  const [first] = budgets
  if (!first) return []
  const fits = budgets.find((budget) => holds(words.verb, orderOf(outcome, budget)))
  const budget = fits ?? first
  const witnesses = [outcome, budget].map(({ fact }) => view.fact(fact))
  return [{ witnesses, breach: fits ? null : breachOf(words, outcome, budget) }]
}

function isStage(stage: 'initial' | 'adjusted' | null, word: string): boolean {
  if (word === '') return true
  return stage === (word === '年初' ? 'initial' : 'adjusted')
}

function orderOf({ fact: outcome }: SpokenFigure, { fact: budget }: SpokenFigure): -1 | 0 | 1 {
  return compareDecimals(valueIn(outcome, outcome.amount.unit), valueIn(budget, outcome.amount.unit))
}

function holds(verb: string, order: -1 | 0 | 1): boolean {
  if (/大于|高于/.test(verb)) return order > 0
  return /小于|低于/.test(verb) ? order < 0 : order === 0
}

function breachOf({ words }: Words, { fact: outcome }: SpokenFigure, { fact: budget }: SpokenFigure): Breach {
  return {
    verdict: 'contradiction',
    message: {
      zh: `文中写“${words}”，而决算为 ${shown(outcome)}，预算为 ${shown(budget)}。`,
      en: `The text says “${words}”, but the outcome is ${shown(outcome)} and the budget ${shown(budget)}.`,
    },
    values: [words, outcome.amount.raw, budget.amount.raw],
    computed: `${shown(outcome)}; ${shown(budget)}`,
  }
}
