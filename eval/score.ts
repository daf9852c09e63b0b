import type { Answer, Figure } from '../server/answer/contract.ts'
import { citesEvidence, figureHolds, squeeze } from './citations.ts'
import { type Comparison, sameFigure } from './figures.ts'
import type { GoldQuestion, WantedFigure, Words } from './gold.ts'
import type { Sources } from './sources.ts'

/** `wrong`: a figure or a text was given as the answer and is not the right one. `abstained`: nothing was given. */
export type Outcome = 'correct' | 'partial' | 'wrong' | 'abstained'

interface Judgement {
  readonly outcome: Outcome
  /** What is amiss; empty where nothing is. */
  readonly why: string
}

export interface Score extends Judgement {
  /** Number of figures given as the answer. */
  readonly figures: number
  /** Whether every figure given as the answer is proven by its citations; false where there is none. */
  readonly citationsHold: boolean
  /** Whether a place listed as evidence is cited; null where that cannot be told. */
  readonly citesEvidence: boolean | null
}

/** Longer than this, a text that contains the right words is no answer to the question. */
const LONGEST_TEXT = 1500

/** Figures beside the wanted ones that an answer may hold, by the kind of question: operands belong to some answers. */
const EXTRA_FIGURES: Partial<Record<GoldQuestion['kind'], number>> = { compare: 5, derive: 3 }
const EXTRA_SHARE_OF_SEVERAL = 0.25

const CORRECT: Judgement = { outcome: 'correct', why: '' }
const partial = (why: string): Judgement => ({ outcome: 'partial', why })

const answerFigures = (answer: Answer): Figure[] => answer.figures.filter((figure) => figure.role === 'answer')
const show = (figures: readonly { value: string; unit?: string | undefined }[]): string =>
  figures.map(({ value, unit }) => `${value}${unit ?? ''}`).join(', ')

/** The parts that the text does not say, as one line; empty where it says them all. */
function unsaid(text: string, words: Words): string {
  const said = squeeze(text).toLowerCase()
  return words
    .map((part) => (typeof part === 'string' ? [part] : part))
    .filter((alternatives) => !alternatives.some((word) => said.includes(squeeze(word).toLowerCase())))
    .map((alternatives) => alternatives.join('|'))
    .join(' / ')
}

const everythingSaid = (answer: Answer): string =>
  [answer.answer, ...answer.notices.map((notice) => notice.message)].join('\n')

function wantedFigures({ answer }: GoldQuestion): WantedFigure[] {
  if (answer.type === 'figure') return [answer]
  if (answer.type !== 'figures') return []
  return answer.values.map((value) => ({ ...value, tolerance: value.tolerance ?? answer.tolerance }))
}

/** A question that has no answer: it must be refused, or asked back, without any figure as the answer. */
function judgeRefusal(question: GoldQuestion, answer: Answer): Judgement {
  const figures = answerFigures(answer).length
  const right =
    question.kind === 'ambiguous'
      ? answer.status === 'ambiguous' && answer.alternatives.length >= 2
      : answer.status === 'not_found' && figures === 0
  if (right) return CORRECT
  return { outcome: figures > 0 ? 'wrong' : 'abstained', why: `status ${answer.status}` }
}

function judgeText(words: Words, answer: Answer, evidence: boolean | null): Judgement {
  const missing = unsaid(everythingSaid(answer), words)
  if (missing !== '') return { outcome: 'wrong', why: `misses ${missing}` }
  if (answer.answer.length > LONGEST_TEXT) return partial(`an answer of ${answer.answer.length} characters`)
  if (evidence === false) return partial('cites none of the places that say so')
  return CORRECT
}

/** Both figures of a contradiction must be shown, whatever their role, and the contradiction be named. */
function judgeConflict(wanted: readonly WantedFigure[], answer: Answer): Judgement {
  const missing = wanted.filter((figure) => !answer.figures.some((stated) => sameFigure(figure, stated)))
  if (missing.length > 0)
    return { outcome: missing.length < wanted.length ? 'partial' : 'wrong', why: `misses ${show(missing)}` }
  if (wanted.length > 1 && !answer.notices.some((notice) => notice.kind === 'conflict'))
    return partial('no conflict notice')
  return CORRECT
}

function judgeMissing(
  wanted: readonly WantedFigure[],
  missing: readonly WantedFigure[],
  stated: readonly Figure[],
): Judgement {
  const why = `wants ${show(missing)}; got ${show(stated) || 'nothing'}`
  if (missing.length < wanted.length) return partial(why)
  return { outcome: stated.length > 0 ? 'wrong' : 'abstained', why }
}

/** Whether the first figure wanted also stands in the text that a reader sees. */
function statesFirst(wanted: readonly WantedFigure[], stated: readonly Figure[], text: string): boolean {
  const [first] = wanted
  if (first === undefined || first.accept !== undefined) return true
  const read = squeeze(text)
  if (read.includes(squeeze(first.value))) return true
  return stated.some((figure) => sameFigure(first, figure) && read.includes(squeeze(figure.value)))
}

function judgeFigures(question: GoldQuestion, wanted: readonly WantedFigure[], answer: Answer): Judgement {
  // A difference may be stated as a magnitude, with its direction in words.
  const comparison: Comparison = question.kind === 'derive' || question.kind === 'compare' ? 'magnitude' : 'signed'
  const stated = answerFigures(answer)
  const missing = wanted.filter((figure) => !stated.some((given) => sameFigure(figure, given, comparison)))
  if (missing.length > 0) return judgeMissing(wanted, missing, stated)
  const extra = stated.filter((given) => !wanted.some((figure) => sameFigure(figure, given, comparison)))
  const allowed =
    question.answer.type === 'figure'
      ? (EXTRA_FIGURES[question.kind] ?? 0)
      : Math.ceil(wanted.length * EXTRA_SHARE_OF_SEVERAL)
  if (extra.length > allowed) return partial(`extra ${show(extra)}`)
  if (!statesFirst(wanted, stated, answer.answer)) return partial('the figure is not in the answer text')
  return CORRECT
}

function judgeContent(question: GoldQuestion, answer: Answer, evidence: boolean | null): Judgement {
  if (question.answer.type === 'text') return judgeText(question.answer.contains, answer, evidence)
  const wanted = wantedFigures(question)
  return question.kind === 'conflict' ? judgeConflict(wanted, answer) : judgeFigures(question, wanted, answer)
}

function judge(question: GoldQuestion, answer: Answer, evidence: boolean | null): Judgement {
  if (question.kind === 'unanswerable' || question.answer.type === 'none') return judgeRefusal(question, answer)
  if (question.kind === 'ambiguous' && answer.status === 'ambiguous')
    return answer.alternatives.length >= 2 ? CORRECT : partial('ambiguous, with fewer than two alternatives')
  if (answer.status !== 'answered') return { outcome: 'abstained', why: `status ${answer.status}` }
  const content = judgeContent(question, answer, evidence)
  if (content.outcome !== 'correct') return content
  const missing = unsaid(everythingSaid(answer), question.must_say ?? [])
  return missing === '' ? CORRECT : partial(`does not say ${missing}`)
}

/** Scores one answer. Pure: the same question, answer and sources always give the same score. */
export function score(question: GoldQuestion, answer: Answer, sources: Sources): Score {
  const figures = answerFigures(answer)
  const citations = new Map(answer.citations.map((citation) => [citation.id, citation]))
  const evidence =
    answer.status === 'answered' ? citesEvidence(answer.citations, question.evidence ?? [], sources) : null
  return {
    ...judge(question, answer, evidence),
    figures: figures.length,
    citationsHold:
      figures.length > 0 && figures.every((figure) => figureHolds(figure, citations, question.docs, sources)),
    citesEvidence: evidence,
  }
}
