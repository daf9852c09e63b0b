import { compareDecimals, convertMoney, decimal, isMoney } from '../../ingest/domain/amount.ts'
import type { Fact } from '../../ingest/domain/fact.ts'
import { isSameSite } from '../../ingest/domain/place.ts'
import { MAX_CITED_LINES } from '../../ingest/domain/source.ts'
import type { CorpusReader } from '../../ingest/index/open.ts'
import { calculate } from './calculate/arithmetic.ts'
import type { Derivation, Figure } from './contract.ts'
import type { DraftCitation } from './draft-citation.ts'
import type { DerivedFigure, ShownFigure } from './evidence.ts'
import { LONE_FIGURE, MINUS, numbersIn } from './numbers.ts'

/** Why a figure is refused. */
export type Refusal =
  | 'no-citation'
  | 'document-gone'
  | 'raw-not-there'
  | 'site-differs'
  | 'place-differs'
  | 'value-differs'
  | 'unit-differs'
  | 'year-differs'
  | 'unit-of-government-differs'
  | 'meaning-differs'

/**
 * Re-reads a figure at its source, last of all and without trust in what came before: every cited text stands on its
 * lines, on the page or in the cell it names, and prints the figure, its fact's own place is among them, and unit, year, organisation and meaning are its
 * fact's and its document's. Null where all holds.
 */
export function refuseFigure(
  figure: Figure,
  fact: Fact,
  citations: readonly DraftCitation[],
  index: CorpusReader,
): Refusal | null {
  const cited = figure.citations.flatMap((id) => citations.find((citation) => citation.id === id) ?? [])
  if (cited.length === 0 || cited.length < figure.citations.length) return 'no-citation'
  return (
    refusePlaces(cited, index) ??
    (cited.some((citation) => isPlaceOf(citation, fact)) ? null : 'place-differs') ??
    refuseFrame(figure, fact, index) ??
    refuseValue(figure, fact, cited)
  )
}

/**
 * {@link refuseFigure} for a printed figure; a reckoned one is refused with any of its operands, or where it comes out
 * otherwise.
 */
export function refuseShown(
  figure: Figure,
  shown: ShownFigure,
  citations: readonly DraftCitation[],
  index: CorpusReader,
): Refusal | null {
  return shown.form === 'printed'
    ? refuseFigure(figure, shown.facts[0], citations, index)
    : refuseReckoned(figure, shown, citations, index)
}

function refuseReckoned(
  figure: Figure,
  shown: DerivedFigure,
  citations: readonly DraftCitation[],
  index: CorpusReader,
): Refusal | null {
  for (const [at, operand] of shown.operands.entries()) {
    const input = figure.derivation?.inputs[at]
    const refusal = input ? refuseInput(input, operand, citations, index) : 'value-differs'
    if (refusal) return refusal
  }
  const result = calculate(shown.operation, shown.operands, shown.unit)
  if (!result || result.value !== figure.value) return 'value-differs'
  if (result.unit !== figure.unit) return 'unit-differs'
  return refuseReckonedFrame(figure, shown, result.direction, index)
}

/** What is shown of one year: a part of 2030 is no share of 2031. */
const OF_ONE_YEAR: ReadonlySet<DerivedFigure['operation']> = new Set(['share', 'portion', 'rate', 'previous'])

/** A reckoned figure is of its first operand's unit, year and basis; one worked back is of the year before. */
function refuseReckonedFrame(
  figure: Figure,
  { operation, operands }: DerivedFigure,
  direction: Figure['direction'],
  index: CorpusReader,
): Refusal | null {
  const [first] = operands
  const strange = operands.some((fact) => index.document(fact.documentId)?.organization !== fact.organization)
  if (strange || figure.organization !== first.organization) return 'unit-of-government-differs'
  if (OF_ONE_YEAR.has(operation) && operands.some(({ fiscalYear }) => fiscalYear !== first.fiscalYear))
    return 'year-differs'
  const before = operation === 'previous'
  const year = before && first.fiscalYear !== null ? first.fiscalYear - 1 : first.fiscalYear
  if (figure.fiscalYear !== year) return 'year-differs'
  const same =
    figure.level === first.level &&
    figure.basis === (before ? null : first.basis) &&
    figure.stage === first.stage &&
    figure.direction === direction
  return same ? null : 'meaning-differs'
}

function refuseInput(
  input: Derivation['inputs'][number],
  operand: Fact,
  citations: readonly DraftCitation[],
  index: CorpusReader,
): Refusal | null {
  if (input.value !== operand.amount.value) return 'value-differs'
  if (input.unit !== operand.amount.unit) return 'unit-differs'
  const citation = citations.find(({ id }) => id === input.citation)
  if (!citation) return 'no-citation'
  const refusal = refusePlaces([citation], index)
  if (refusal) return refusal
  if (!isPlaceOf(citation, operand)) return 'place-differs'
  return prints(shownText(citation), operand) ? null : 'value-differs'
}

function refusePlaces(cited: readonly DraftCitation[], index: CorpusReader): Refusal | null {
  if (cited.some(({ documentId }) => !index.document(documentId))) return 'document-gone'
  if (!cited.every((citation) => standsThere(citation, index))) return 'raw-not-there'
  return cited.every((citation) => isAtItsSite(citation, index)) ? null : 'site-differs'
}

/** Whether the place that a citation shows to people is where its lines print its text; in a text file it shows none. */
function isAtItsSite({ documentId, lines: [from, to], raw, place }: DraftCitation, index: CorpusReader): boolean {
  const places = index.places(documentId)
  if (!places || !place) return !places && !place
  const own = places.sites(from, to).find(({ site }) => isSameSite(site, place.site))
  if (!own) return false
  const texts = index.lines(documentId)
  const printed = own.lines.map((line) => texts[line - 1] ?? '')
  return standsIn(bare(raw), bare(place.raw)) && standsOn(printed, place.raw)
}

/** The text that a citation shows for its place. */
function shownText({ raw, place }: DraftCitation): string {
  return place?.raw ?? raw
}

/** Whether a citation is of the very place where a fact was read. */
function isPlaceOf(
  { documentId, lines: [from, to], raw }: DraftCitation,
  { documentId: id, source, amount }: Fact,
): boolean {
  return documentId === id && from === source.from && to === source.to && raw === amount.raw
}

function refuseFrame(figure: Figure, fact: Fact, index: CorpusReader): Refusal | null {
  const document = index.document(fact.documentId)
  if (figure.organization !== fact.organization || document?.organization !== figure.organization)
    return 'unit-of-government-differs'
  if (figure.fiscalYear !== fact.fiscalYear) return 'year-differs'
  const same =
    figure.level === fact.level &&
    figure.basis === fact.basis &&
    figure.stage === fact.stage &&
    figure.kind === fact.kind &&
    figure.comparator === fact.comparator &&
    figure.direction === fact.direction
  return same ? null : 'meaning-differs'
}

function refuseValue(figure: Figure, fact: Fact, cited: readonly DraftCitation[]): Refusal | null {
  const { value, unit } = fact.amount
  const printed = cited.every((citation) =>
    isPlaceOf(citation, fact) ? prints(shownText(citation), fact) : printsAlike(shownText(citation), fact),
  )
  if (!printed) return 'value-differs'
  if (figure.unit === unit) return figure.value === value ? null : 'value-differs'
  if (figure.check !== 'derived') return 'unit-differs'
  const converted = convertMoney(value, unit, figure.unit)
  if (converted === null) return 'unit-differs'
  return compareDecimals(decimal(converted), decimal(figure.value)) === 0 ? null : 'value-differs'
}

/** Whether a fact's own text prints its figure digit by digit; a note that declares a subject empty says zero without one. */
function prints(raw: string, { origin, amount: { value } }: Fact): boolean {
  return origin === 'declared' ? value === '0' : numbersIn(raw).includes(value)
}

/** Whether another place prints the figure of a fact: with other decimals, in another unit of money, or a zero in words. */
function printsAlike(raw: string, { amount: { value, unit } }: Fact): boolean {
  const numbers = numbersIn(raw)
  const money = isMoney(unit)
  const wanted = money ? significant(value) : value
  if (wanted === '') return numbers.every((number) => significant(number) === '' || isYear(number))
  return numbers.some((number) =>
    money ? significant(number) === wanted : compareDecimals(decimal(number), decimal(value)) === 0,
  )
}

/** The digits that are the same in every unit of money: 41500.00, 4.15 and 4.150 are all 415; "" for zero. */
function significant(number: string): string {
  const digits = number.replace(/^(-?)(\d+)(?:\.(\d+))?$/, '$1$2$3')
  return digits
    .replace(/^(-?)0+/, '$1')
    .replace(/0+$/, '')
    .replace(/^-$/, '')
}

/** Whether a citation's text stands on its lines: a number as a whole number, words without regard to white space. */
export function standsThere(
  { documentId, lines: [from, to], raw }: Pick<DraftCitation, 'documentId' | 'lines' | 'raw'>,
  index: CorpusReader,
): boolean {
  if (from < 1 || to < from || to - from >= MAX_CITED_LINES) return false
  return standsOn(index.lines(documentId).slice(from - 1, to), raw)
}

/** Whether a text stands on some lines that follow one another. */
export function standsOn(lines: readonly string[], raw: string): boolean {
  const [number] = LONE_FIGURE.test(raw.replace(MINUS, '-')) ? numbersIn(raw) : []
  if (number === undefined)
    return [' ', ''].some((join) => standsIn(bare(lines.join(join)), bare(raw.replace(/\s*\n\s*/g, join))))
  // A page may break its lines inside a figure.
  return lines.flatMap(numbersIn).includes(number) || (lines.length > 1 && isTorn(lines, number))
}

/** Whether a figure begins on one line and ends on the next. */
function isTorn(lines: readonly string[], number: string): boolean {
  return lines.some((line, at) => {
    const [head, tail] = [line.trimEnd(), lines[at + 1]?.trimStart() ?? '']
    return /[\d.,，-]$/.test(head) && /^[\d.,，]/.test(tail) && numbersIn(`${head}${tail}`).includes(number)
  })
}

/** Whether words stand in a text; figures at their ends must be whole ones. */
function standsIn(text: string, words: string): boolean {
  if (words === '') return false
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    const [before, after] = [text.slice(0, at), text.slice(at + words.length)]
    const cut = (/^\d/.test(words) && /\d\.?$/.test(before)) || (/\d$/.test(words) && /^\.?\d/.test(after))
    if (!cut) return true
  }
  return false
}

/** Without mark-up, cell borders and separators, which a quotation leaves out; a space is kept where it parts figures. */
function bare(text: string): string {
  return text
    .replace(/<\/?[a-z]+>|\*\*|\\[lg]eq|[≥≤,，-]/gi, '')
    .replace(/[#|\s]+/g, ' ')
    .replace(/(?<!\d) | (?!\d)/g, '')
}

function isYear(number: string): boolean {
  return /^(?:19|20)\d{2}$/.test(number)
}

/**
 * Numbers in an answer's text that are no figure of it, no year, no citation mark and stand in no quotation (the words
 * of a document or of the question, as they are): an answer with any such number must not be shown.
 */
export function strayNumbers(text: string, figures: readonly Figure[], quotations: readonly string[]): string[] {
  const allowed = new Set(figures.map(({ value }) => value))
  const longestFirst = [...quotations].sort((a, b) => b.length - a.length)
  const prose = longestFirst.reduce(withoutQuotation, text).replace(/\[\d+\]/g, ' ')
  return numbersIn(prose).filter((number) => !allowed.has(number) && !isYear(number))
}

/** The text without a quotation, wherever it stands as a whole: its figures must not be pieces of longer ones. */
function withoutQuotation(text: string, quotation: string): string {
  if (!/\d/.test(quotation)) return text
  let done = ''
  let rest = text
  for (let at = rest.indexOf(quotation); at >= 0; at = rest.indexOf(quotation)) {
    const [before, after] = [rest.slice(0, at), rest.slice(at + quotation.length)]
    const cut =
      (/^[\d.]/.test(quotation) && /\d[.,]?$/.test(before)) || (/\d$/.test(quotation) && /^[.,]?\d/.test(after))
    done += cut ? `${before}${quotation}` : `${before} `
    rest = after
  }
  return done + rest
}
