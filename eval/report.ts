import type { Evaluation, StockEvaluation } from './evaluation.ts'
import { type EvidenceRanks, groupsOf, qualityOf, RANKINGS } from './retrieval.ts'
import type { Result } from './run.ts'
import { accuracy, byKind, milliseconds, OUTCOMES, percent, type Summary, summaryOf } from './summary.ts'

const WIDTHS: Record<(typeof OUTCOMES)[number], number> = { correct: 8, partial: 8, wrong: 8, abstained: 9, error: 7 }
const HEADER = 'kind             n  correct  partial    wrong abstained  errors cite-held cite-gold'
const STOCK_HEADER = '  stock: correct    wrong  ceiling'

function row(name: string, results: readonly Result[]): string {
  const summary = summaryOf(results)
  return [
    name.padEnd(13),
    String(results.length).padStart(4),
    ...OUTCOMES.map((outcome) =>
      percent({ part: summary.outcomes[outcome], whole: results.length }).padStart(WIDTHS[outcome]),
    ),
    percent(summary.citationsHold).padStart(9),
    percent(summary.citesEvidence).padStart(9),
  ].join(' ')
}

/** The same questions, answered by stock RAG; nothing where it was not run. */
function stockColumns(stock: StockEvaluation | null, results: readonly Result[]): string {
  if (stock === null) return ''
  const ids = new Set(results.map(({ id }) => id))
  const { outcomes, questions } = summaryOf(stock.results.filter(({ id }) => ids.has(id)))
  return [
    percent({ part: outcomes.correct, whole: questions }).padStart(16),
    percent({ part: outcomes.wrong, whole: questions }).padStart(8),
    percent({ part: stock.reach.any.filter((id) => ids.has(id)).length, whole: questions }).padStart(8),
  ].join(' ')
}

function latency(summary: Summary): string {
  const [p50, p95, max] = (['p50', 'p95', 'max'] as const).map((at) => milliseconds(summary, at))
  return `p50 ${p50}  p95 ${p95}  max ${max}`
}

/** The scoreboard: a row a kind of question, the total, how many answers are wrong, and latency; beside stock RAG's. */
export function scoreboard(results: readonly Result[], stock: StockEvaluation | null = null): string {
  const summary = summaryOf(results)
  const { part, whole } = summary.wrongOfGiven
  return [
    HEADER + (stock === null ? '' : STOCK_HEADER),
    ...byKind(results).map((group) => row(group.kind, group.results) + stockColumns(stock, group.results)),
    row('ALL', results) + stockColumns(stock, results),
    `wrong answers: ${part} of ${whole} given (${percent(summary.wrongOfGiven)})`,
    `latency ms: ${latency(summary)}`,
  ].join('\n')
}

/** How far the answers are ahead of stock RAG's, in numbers. */
export interface Lead {
  /** How many times stock's accuracy; null where stock has none right. */
  readonly times: number | null
  /** Points of accuracy above what a perfect reader of stock's pieces could reach. */
  readonly aboveCeiling: number
}

export function leadOver(stock: StockEvaluation, results: readonly Result[]): Lead {
  const theirs = accuracy(stock.results)
  return {
    times: theirs === 0 ? null : accuracy(results) / theirs,
    aboveCeiling: 100 * (accuracy(results) - stock.reach.any.length / Math.max(1, results.length)),
  }
}

/** Stock RAG in three lines: what it reached, and how far ahead the answers are. */
export function stockLines(stock: StockEvaluation, results: readonly Result[]): string {
  const summary = summaryOf(stock.results)
  const { times, aboveCeiling } = leadOver(stock, results)
  const reached = (ids: readonly string[]) => `${ids.length} (${percent({ part: ids.length, whole: results.length })})`
  const { part, whole } = summary.wrongOfGiven
  return [
    `stock RAG (${stock.pieces} pieces): ${summary.outcomes.correct} correct (${percent({ part: summary.outcomes.correct, whole: results.length })}), ` +
      `${part} of ${whole} given wrong (${percent(summary.wrongOfGiven)}), ` +
      `cite-held ${percent(summary.citationsHold)}, in-process ms ${latency(summary)}`,
    `its ceiling: evidence in its top 4 for ${reached(stock.reach.any)} questions, all that the answer needs for ${reached(stock.reach.whole)}`,
    `ahead of it: ${times === null ? '–' : `${times.toFixed(1)} times`} its accuracy, ${signed(aboveCeiling)} points above its ceiling`,
  ].join('\n')
}

function signed(points: number): string {
  return `${points < 0 ? '−' : '+'}${Math.abs(points).toFixed(1)}`
}

/** Retrieval quality: a row a group of questions and ranking. */
export function retrievalBoard(ranks: readonly EvidenceRanks[]): string {
  const rows = groupsOf(ranks).flatMap(({ name, ranks: group }) =>
    RANKINGS.map((ranking) => {
      const quality = qualityOf(group.map((rank) => rank[ranking]))
      const hits = [quality.hit1, quality.hit4, quality.hit10].map((hit) =>
        percent({ part: hit, whole: 1 }).padStart(7),
      )
      return [
        name.padEnd(18),
        String(group.length).padStart(4),
        ranking.padEnd(8),
        ...hits,
        quality.mrr.toFixed(3).padStart(6),
      ].join(' ')
    }),
  )
  return ['retrieval             n ranking    hit@1   hit@4  hit@10    mrr', ...rows].join('\n')
}

/** Everything the terminal shows. */
export function terminalReport({ results, stock, retrieval }: Evaluation): string {
  return [
    scoreboard(results, stock),
    ...(stock === null ? [] : [stockLines(stock, results)]),
    ...(retrieval === null ? [] : ['', retrievalBoard(retrieval)]),
  ].join('\n')
}

/** Every question that was not answered correctly, with the reason. */
export function misses(results: readonly Result[]): string {
  return results
    .filter((result) => result.outcome !== 'correct')
    .map(({ outcome, id, kind, question, why }) => `${outcome.padEnd(9)} ${id} [${kind}] ${question}\n          ${why}`)
    .join('\n')
}
