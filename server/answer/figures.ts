import { convertMoney, isMoney } from '../../ingest/domain/amount.ts'
import type { Fact } from '../../ingest/domain/fact.ts'
import { calculate, operandName } from './calculate/arithmetic.ts'
import type { Figure, Language } from './contract.ts'
import type { DerivedFigure, PrintedFigure } from './evidence.ts'
import { derivedLabel, labelOf } from './wording.ts'

/** A printed figure as the contract has it. */
export function printedFigure(language: Language, shown: PrintedFigure, citations: number[]): Figure {
  const [fact] = shown.facts
  const { organization, level, fiscalYear, basis, stage, kind, comparator, direction } = fact
  const check = fact.origin === 'declared' ? 'derived' : shown.disputed ? 'disputed' : 'verified'
  return {
    role: shown.role,
    label: labelOf(language, fact),
    value: fact.amount.value,
    unit: fact.amount.unit,
    organization,
    level,
    fiscalYear,
    basis,
    stage,
    kind,
    comparator,
    direction,
    check,
    citations,
  }
}

/** A reckoned figure with its operands, each cited. */
export function derivedFigure(
  language: Language,
  shown: DerivedFigure,
  citations: number[],
  cite: (fact: Fact) => number,
): Figure {
  const [fact] = shown.operands
  const { organization, level, fiscalYear, basis, stage } = fact
  const result = calculate(shown.operation, shown.operands, shown.unit)
  const inputs = shown.operands.map((operand, index) => ({
    name: operandName(index),
    label: labelOf(language, operand),
    value: operand.amount.value,
    unit: operand.amount.unit,
    citation: cite(operand),
  }))
  return {
    role: shown.role,
    label: derivedLabel(language, shown),
    value: result?.value ?? '',
    unit: result?.unit ?? '',
    organization,
    level,
    fiscalYear: shown.operation === 'previous' && fiscalYear !== null ? fiscalYear - 1 : fiscalYear,
    basis: shown.operation === 'previous' ? null : basis,
    stage,
    kind: kindOf(shown),
    comparator: null,
    direction: result?.direction ?? null,
    check: 'derived',
    citations,
    derivation: { expression: result?.expression ?? '', inputs },
  }
}

/** What sort of figure the reckoning gives; a sum and a mean are of the kind of what they are of. */
function kindOf({ operation, operands: [first] }: DerivedFigure): Figure['kind'] {
  switch (operation) {
    case 'share':
    case 'portion':
      return 'share'
    case 'shortfall':
    case 'difference':
      return 'change'
    case 'growth':
    case 'rate':
    case 'times':
      return 'rate'
    case 'count':
      return 'count'
    case 'sum':
    case 'average':
      return first.kind
    case 'quotient':
    case 'previous':
    case 'product':
      return 'level'
  }
}

/** A figure in another unit of money, converted exactly, with the printed one as its operand; null where it cannot be. */
export function convertedFigure(figure: Figure, fact: Fact, wanted: string): Figure | null {
  const { value, unit } = fact.amount
  const [citation] = figure.citations
  if (wanted === unit || !isMoney(unit) || citation === undefined) return null
  const converted = convertMoney(value, unit, wanted)
  if (converted === null) return null
  const input = { name: 'a', label: figure.label, value, unit, citation }
  return {
    ...figure,
    value: converted,
    unit: wanted,
    check: 'derived',
    derivation: { expression: `a (${unit} → ${wanted})`, inputs: [input] },
  }
}
