import type { Fact } from '../../ingest/domain/fact.ts'
import type { CorpusReader } from '../../ingest/index/open.ts'
import { calculate, OPERATIONS } from '../answer/calculate/arithmetic.ts'
import type { Figure } from '../answer/contract.ts'
import type { DraftCitation } from '../answer/draft-citation.ts'
import { type Refusal, refuseFigure, refuseShown } from '../answer/verify.ts'
import type { CitedAgain } from './cited-again.ts'

/** Why a figure of a slip does not hold today; null where it does. */
export function refuseAgain(figure: Figure, cited: readonly CitedAgain[], corpus: CorpusReader): Refusal | null {
  const drafts = cited.flatMap(({ draft }) => draft ?? [])
  const facts = cited.filter(({ citation }) => figure.citations.includes(citation.id)).flatMap((one) => one.facts)
  const refusals = facts.map((fact) => refuseFigure(figure, fact, drafts, corpus))
  if (figure.derivation === undefined || isConversion(figure))
    return refusals.includes(null) ? null : (refusals[0] ?? 'raw-not-there')
  const holds = operandsOf(figure, cited).some((operands) => reckons(figure, operands, drafts, corpus))
  return holds ? null : 'value-differs'
}

/** A figure in another unit of money has one operand and no operation: verification converts it itself. */
function isConversion({ derivation }: Figure): boolean {
  return derivation?.inputs.length === 1 && derivation.expression.includes('→')
}

type Operands = readonly [Fact, ...Fact[]]

/** More ways to read the operands than this are not tried. */
const MOST_READINGS = 64

/**
 * What a figure was reckoned from, as it is read today where its operands are cited: one place may be read as several
 * facts (of two stages, of a thing and of all of it), and a slip does not say which was meant.
 */
function operandsOf({ derivation }: Figure, cited: readonly CitedAgain[]): readonly Operands[] {
  let readings: readonly (readonly Fact[])[] = [[]]
  for (const { value, unit, citation } of derivation?.inputs ?? []) {
    const facts = cited.find((one) => one.citation.id === citation)?.facts ?? []
    const alike = facts.filter(({ amount }) => amount.value === value && amount.unit === unit)
    readings = readings.flatMap((before) => alike.map((fact) => [...before, fact])).slice(0, MOST_READINGS)
  }
  return readings.flatMap(([first, ...others]): Operands[] => (first ? [[first, ...others]] : []))
}

/** Whether an operation of ours gives this figure by this formula; which it was, a slip does not say. */
function reckons(figure: Figure, operands: Operands, drafts: readonly DraftCitation[], corpus: CorpusReader): boolean {
  return OPERATIONS.some((operation) =>
    [null, figure.unit].some(
      (unit) =>
        calculate(operation, operands, unit)?.expression === figure.derivation?.expression &&
        refuseShown(figure, { form: 'derived', role: figure.role, operation, operands, unit }, drafts, corpus) === null,
    ),
  )
}
