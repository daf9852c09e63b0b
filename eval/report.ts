import type { Result } from './run.ts'

const COLUMNS = ['correct', 'partial', 'wrong', 'abstained', 'error'] as const
const WIDTHS: Record<(typeof COLUMNS)[number], number> = { correct: 8, partial: 8, wrong: 8, abstained: 9, error: 7 }
const HEADER = 'kind             n  correct  partial    wrong abstained  errors cite-held cite-gold'

const share = (part: number, whole: number): string => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)}%`)
const count = (results: readonly Result[], outcome: Result['outcome']): number =>
  results.filter((result) => result.outcome === outcome).length

/** Share of the questions answered correctly; 0 where none was asked. */
export function accuracy(results: readonly Result[]): number {
  return results.length === 0 ? 0 : count(results, 'correct') / results.length
}

function row(name: string, results: readonly Result[]): string {
  const withFigures = results.filter((result) => result.figures > 0)
  const withEvidence = results.filter((result) => result.citesEvidence !== null)
  return [
    name.padEnd(13),
    String(results.length).padStart(4),
    ...COLUMNS.map((outcome) => share(count(results, outcome), results.length).padStart(WIDTHS[outcome])),
    share(withFigures.filter((result) => result.citationsHold).length, withFigures.length).padStart(9),
    share(withEvidence.filter((result) => result.citesEvidence).length, withEvidence.length).padStart(9),
  ].join(' ')
}

/** Of the answers that were given at all, how many are wrong: the figure a reader's trust hangs on. */
function wrongAnswers(results: readonly Result[]): string {
  const wrong = count(results, 'wrong')
  const given = wrong + count(results, 'correct') + count(results, 'partial')
  return `wrong answers: ${wrong} of ${given} given (${share(wrong, given)})`
}

function latency(results: readonly Result[]): string {
  const times = results
    .filter((result) => result.outcome !== 'error')
    .map((result) => result.ms)
    .sort((a, b) => a - b)
  const at = (part: number): string => times[Math.floor(times.length * part)]?.toFixed(1) ?? '–'
  return `latency ms: p50 ${at(0.5)}  p95 ${at(0.95)}  max ${times.at(-1)?.toFixed(1) ?? '–'}`
}

/** The scoreboard: a row a kind of question, the total, how many answers are wrong, and latency. */
export function scoreboard(results: readonly Result[]): string {
  const kinds = [...new Set(results.map((result) => result.kind))].sort()
  return [
    HEADER,
    ...kinds.map((kind) =>
      row(
        kind,
        results.filter((result) => result.kind === kind),
      ),
    ),
    row('ALL', results),
    wrongAnswers(results),
    latency(results),
  ].join('\n')
}

/** Every question that was not answered correctly, with the reason. */
export function misses(results: readonly Result[]): string {
  return results
    .filter((result) => result.outcome !== 'correct')
    .map(({ outcome, id, kind, question, why }) => `${outcome.padEnd(9)} ${id} [${kind}] ${question}\n          ${why}`)
    .join('\n')
}
