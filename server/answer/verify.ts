import { compareDecimals, convertMoney, decimal } from '../../ingest/domain/amount.ts'
import type { Fact } from '../../ingest/domain/fact.ts'
import { squeeze } from '../../ingest/domain/name.ts'
import type { CorpusReader } from '../../ingest/index/open.ts'
import { calculate } from './arithmetic.ts'
import type { Citation, Figure } from './contract.ts'
import type { ShownFigure } from './evidence.ts'

/** Why a figure is refused. */
export type Refusal =
  | 'no-citation'
  | 'raw-not-there'
  | 'value-differs'
  | 'unit-differs'
  | 'year-differs'
  | 'unit-of-government-differs'
  | 'document-gone'

/**
 * Re-reads a figure at its source, last of all and without trust in what came before: each cited text stands on its
 * lines, the number is the printed one (or follows from it exactly), and unit, year and organisation are its fact's
 * and its document's. Null where all holds.
 */
export function refuseFigure(
  figure: Figure,
  fact: Fact,
  citations: readonly Citation[],
  index: CorpusReader,
): Refusal | null {
  const cited = figure.citations.flatMap((id) => citations.find((citation) => citation.id === id) ?? [])
  if (cited.length === 0) return 'no-citation'
  for (const citation of cited) {
    if (!index.document(citation.documentId)) return 'document-gone'
    if (!standsThere(citation, index)) return 'raw-not-there'
  }
  const document = index.document(fact.documentId)
  if (figure.organization !== fact.organization || document?.organization !== figure.organization)
    return 'unit-of-government-differs'
  if (figure.fiscalYear !== fact.fiscalYear) return 'year-differs'
  return refuseValue(figure, fact, cited)
}

/** {@link refuseFigure} for a printed figure; a reckoned one is refused with any of its operands, or where the sum comes out otherwise. */
export function refuseShown(
  figure: Figure,
  shown: ShownFigure,
  citations: readonly Citation[],
  index: CorpusReader,
): Refusal | null {
  if (shown.form === 'printed') return refuseFigure(figure, shown.facts[0], citations, index)
  for (const [at, operand] of shown.operands.entries()) {
    const input = figure.derivation?.inputs[at]
    if (!input || input.value !== operand.amount.value || input.unit !== operand.amount.unit) return 'value-differs'
    const citation = citations.find(({ id }) => id === input.citation)
    if (!citation) return 'no-citation'
    if (!index.document(citation.documentId)) return 'document-gone'
    if (!standsThere(citation, index)) return 'raw-not-there'
    if (operand.origin !== 'declared' && refuseValue({ ...figure, ...operand.amount }, operand, [citation]) !== null)
      return 'value-differs'
  }
  const result = calculate(shown.operation, shown.operands, shown.unit)
  return result && result.value === figure.value && result.unit === figure.unit ? null : 'value-differs'
}

function refuseValue(figure: Figure, fact: Fact, cited: readonly Citation[]): Refusal | null {
  if (fact.origin === 'declared') return figure.value === '0' ? null : 'value-differs'
  const printed = cited.some(({ raw }) =>
    numbersIn(raw).some((number) => compareDecimals(decimal(number), decimal(fact.amount.value)) === 0),
  )
  if (!printed) return 'value-differs'
  if (figure.unit === fact.amount.unit)
    return compareDecimals(decimal(figure.value), decimal(fact.amount.value)) === 0 ? null : 'value-differs'
  if (figure.check !== 'derived') return 'unit-differs'
  const converted = convertMoney(fact.amount.value, fact.amount.unit, figure.unit)
  if (converted === null) return 'unit-differs'
  return compareDecimals(decimal(converted), decimal(figure.value)) === 0 ? null : 'value-differs'
}

/** Plain decimals printed in a text, thousands separators gone. */
export function numbersIn(text: string): string[] {
  return text.replace(/(?<=\d)[,，](?=\d)/g, '').match(/-?\d+(?:\.\d+)?/g) ?? []
}

/** Whether a citation's text stands on its lines: a number as a whole number, words without regard to white space. */
export function standsThere(citation: Citation, index: CorpusReader): boolean {
  const [from, to] = citation.lines
  if (from < 1 || to < from) return false
  const text = index
    .lines(citation.documentId)
    .slice(from - 1, to)
    .join('\n')
  if (!/^-?[\d,，]+(?:\.\d+)?$/.test(citation.raw.trim())) return bare(text).includes(bare(citation.raw))
  const [number] = numbersIn(citation.raw)
  if (number === undefined) return false
  const pattern = new RegExp(`(?<![\\d.])${number.replace('.', '\\.')}(?!\\d|\\.\\d)`)
  return pattern.test(text.replace(/(?<=\d)[,，](?=\d)/g, ''))
}

/** Without white space, mark-up and cell borders, which a quotation leaves out. */
function bare(text: string): string {
  return squeeze(text).replace(/<\/?[a-z]+>|\*\*|[#|,，-]|\\[lg]eq|[≥≤]/gi, '')
}

/**
 * Numbers in an answer's text that are no figure of it, no year, no citation mark and stand in no cited quotation:
 * an answer with any such number must not be shown.
 */
export function strayNumbers(text: string, figures: readonly Figure[], quotations: readonly string[]): string[] {
  const allowed = new Set(figures.map(({ value }) => value))
  const quoted = quotations.map(bare)
  let prose = text.replace(/\[\d+\]/g, ' ').replace(/^>.*$/gm, ' ')
  for (const quotation of quotations) if (quotation.length > 1) prose = prose.replaceAll(quotation, ' ')
  return numbersIn(prose).filter(
    (number) =>
      !allowed.has(number) &&
      !/^(?:19|20)\d{2}$/.test(number) &&
      !quoted.some((quotation) => quotation.includes(bare(number))),
  )
}
