import { lineFinder, paragraphText } from '../domain/block.ts'
import type { Basis } from '../domain/document.ts'
import type { Fact } from '../domain/fact.ts'
import { squeeze } from '../domain/name.ts'
import { type Clause, clausesOf } from '../facts/clause.ts'
import type { PlacedParagraph } from '../facts/extract.ts'
import { type PrintedAmount, printedAmounts } from '../facts/printed-amounts.ts'

/** A figure of running text where it stands in its paragraph. */
export interface SpokenFigure {
  readonly fact: Fact
  readonly printed: PrintedAmount
  /** Index of its clause in the passage. */
  readonly clause: number
  /** Number of its sentence in the passage; sentences end with a full stop. */
  readonly sentence: number
  /** The words of its clause in front of it, without white space. */
  readonly before: string
}

/** A paragraph with its clauses and the figures that became facts, in reading order. */
export interface Passage extends Pick<PlacedParagraph, 'section' | 'role' | 'project'> {
  readonly text: string
  readonly clauses: readonly Clause[]
  readonly figures: readonly SpokenFigure[]
  /** The 1-based line on which the character at an offset stands. */
  readonly lineAt: (offset: number) => number
}

/** The paragraphs of a document, each with those of the facts that it prints. */
export function passagesOf(paragraphs: readonly PlacedParagraph[], facts: readonly Fact[]): Passage[] {
  const waiting = factsByLine(facts)
  return paragraphs.map(({ block, section, role, project }): Passage => {
    const text = paragraphText(block)
    const lineAt = lineFinder(block.spans)
    const clauses = clausesOf(text)
    const sentences = sentenceNumbers(clauses)
    let clause = 0
    const figures = printedAmounts(text).flatMap((printed): SpokenFigure[] => {
      while ((clauses[clause + 1]?.from ?? Number.POSITIVE_INFINITY) <= printed.from) clause += 1
      const fact = takeFact(waiting, lineAt(printed.to - 1), printed)
      const before = squeeze(text.slice(clauses[clause]?.from ?? 0, printed.from))
      return fact ? [{ fact, printed, clause, sentence: sentences[clause] ?? 0, before }] : []
    })
    return { text, section, role, project, clauses, figures, lineAt }
  })
}

/** Whether the words in front of a figure name another year than its fact is taken to be of. */
export function namesOtherYear({ before, fact }: SpokenFigure): boolean {
  const years = [...before.matchAll(/(20\d{2})年/g)].map(([, year]) => Number(year))
  return fact.fiscalYear !== null && years.length > 0 && !years.includes(fact.fiscalYear)
}

/** Whether the words in front of a figure call it budget or outcome: what they say last; null where they say neither. */
export function toldBasis({ before }: SpokenFigure): Basis | null {
  const [outcome, budget] = [before.lastIndexOf('决算'), before.lastIndexOf('预算')]
  if (outcome === budget) return null
  return outcome > budget ? 'final_accounts' : 'budget'
}

/** The words of a sentence or list item up to a figure, without white space. */
export function itemBefore({ text }: Passage, { printed }: SpokenFigure): string {
  const before = text.slice(0, printed.from)
  return squeeze(before.slice(Math.max(before.lastIndexOf('。'), before.lastIndexOf('；')) + 1))
}

/** Facts of running text by the line on which their figure ends, in reading order. */
function factsByLine(facts: readonly Fact[]): Map<number, Fact[]> {
  const byLine = new Map<number, Fact[]>()
  for (const fact of facts) {
    if (fact.origin !== 'sentence' && fact.origin !== 'reason') continue
    const line = byLine.get(fact.source.to)
    if (line) line.push(fact)
    else byLine.set(fact.source.to, [fact])
  }
  return byLine
}

/** Every figure of a paragraph became one fact, in the order in which they stand. */
function takeFact(waiting: Map<number, Fact[]>, line: number, { raw, unit }: PrintedAmount): Fact | null {
  const onLine = waiting.get(line) ?? []
  const at = onLine.findIndex(({ amount }) => amount.raw === raw && amount.unit === unit)
  return at < 0 ? null : (onLine.splice(at, 1)[0] ?? null)
}

function sentenceNumbers(clauses: readonly Clause[]): number[] {
  let number = 0
  return clauses.map(({ end }) => {
    const own = number
    if (end === '。') number += 1
    return own
  })
}
