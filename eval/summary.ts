import type { Result } from './run.ts'
import type { Outcome } from './score.ts'

/** The outcomes in the order they are told. */
export const OUTCOMES = ['correct', 'partial', 'wrong', 'abstained', 'error'] as const satisfies (Outcome | 'error')[]

/** A part of a whole; the whole may be nothing. */
export interface Share {
  readonly part: number
  readonly whole: number
}

/** What came of some questions, counted. */
export interface Summary {
  readonly questions: number
  readonly outcomes: Readonly<Record<(typeof OUTCOMES)[number], number>>
  /** Wrong answers of all that were given: what a reader's trust hangs on. */
  readonly wrongOfGiven: Share
  /** Answers with figures whose every citation proves its figure. */
  readonly citationsHold: Share
  /** Answers that cite a place listed as evidence. */
  readonly citesEvidence: Share
  /** Milliseconds; null where nothing was answered. */
  readonly latency: { readonly p50: number; readonly p95: number; readonly max: number } | null
}

export function summaryOf(results: readonly Result[]): Summary {
  const count = (outcome: Result['outcome']): number => results.filter((result) => result.outcome === outcome).length
  const outcomes = {
    correct: count('correct'),
    partial: count('partial'),
    wrong: count('wrong'),
    abstained: count('abstained'),
    error: count('error'),
  }
  const withFigures = results.filter(({ figures }) => figures > 0)
  const withEvidence = results.filter(({ citesEvidence }) => citesEvidence !== null)
  return {
    questions: results.length,
    outcomes,
    wrongOfGiven: { part: outcomes.wrong, whole: outcomes.wrong + outcomes.correct + outcomes.partial },
    citationsHold: { part: withFigures.filter(({ citationsHold }) => citationsHold).length, whole: withFigures.length },
    citesEvidence: {
      part: withEvidence.filter(({ citesEvidence }) => citesEvidence).length,
      whole: withEvidence.length,
    },
    latency: latencyOf(results),
  }
}

function latencyOf(results: readonly Result[]): Summary['latency'] {
  const times = results
    .filter(({ outcome }) => outcome !== 'error')
    .map(({ ms }) => ms)
    .sort((a, b) => a - b)
  const max = times.at(-1)
  if (max === undefined) return null
  const at = (part: number): number => times[Math.floor(times.length * part)] ?? max
  return { p50: at(0.5), p95: at(0.95), max }
}

/** Share of the questions answered correctly; 0 where none was asked. */
export function accuracy(results: readonly Result[]): number {
  return results.length === 0 ? 0 : results.filter(({ outcome }) => outcome === 'correct').length / results.length
}

/** The results by kind of question, in the order of the kinds' names. */
export function byKind(results: readonly Result[]): { kind: Result['kind']; results: Result[] }[] {
  const kinds = [...new Set(results.map(({ kind }) => kind))].sort()
  return kinds.map((kind) => ({ kind, results: results.filter((result) => result.kind === kind) }))
}

/** "12.5%"; a dash where there is no whole. */
export function percent({ part, whole }: Share): string {
  return whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)}%`
}

/** "5.0" milliseconds; a dash where nothing was answered. */
export function milliseconds(summary: Summary, at: 'p50' | 'p95' | 'max'): string {
  return summary.latency?.[at].toFixed(1) ?? '–'
}
