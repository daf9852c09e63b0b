import type { Warning } from './domain/document.ts'
import type { Fact } from './domain/fact.ts'
import { said } from './domain/warning.ts'
import { printedAmounts } from './facts/printed-amounts.ts'
import { cellAmount, plainNumber } from './tables/cell-amount.ts'

/** How much of what a document prints became facts, and what did not. */
export interface Understanding {
  /** Share of the amounts printed that became facts, 0 to 1; 1 where there are none. */
  readonly share: number
  readonly warnings: readonly Warning[]
}

/** Sections whose numbers explain words (名词解释) are not figures of the unit. */
const GLOSSARY = /名词解释/

/**
 * Counts the amounts that stand in the lines of a document, by a simple look at each line, and names those that no fact
 * cites: a check on the readers that shares no code with them but the spelling of numbers. `cellLines` are the lines that
 * are one cell of a table each, as those of pages are.
 */
export function measureUnderstanding(
  textLines: readonly string[],
  facts: readonly Fact[],
  cellLines: ReadonlySet<number> = new Set(),
): Understanding {
  const cited = new Map<number, Set<number>>()
  for (const { source, amount } of facts) {
    const value = Number(plainNumber(amount.raw) ?? amount.value)
    for (let line = source.from; line <= source.to; line += 1) {
      const known = cited.get(line)
      if (known) known.add(value)
      else cited.set(line, new Set([value]))
    }
  }
  const heading = textLines.findLastIndex((line) => GLOSSARY.test(line) && line.length < 40)
  // A glossary ends the document, unless tables follow it.
  const glossary = [...cellLines].some((line) => line > heading) ? -1 : heading
  let printed = 0
  const warnings: Warning[] = []
  textLines.forEach((text, index) => {
    if (glossary >= 0 && index > glossary) return
    for (const value of cellLines.has(index + 1) ? amountsOfCell(text) : amountsOfLine(text)) {
      printed += 1
      if (!cited.get(index + 1)?.has(Number(value))) {
        warnings.push({
          ...said('amount', { amount: value, text: text.trim().slice(0, 80) }),
          line: index + 1,
          page: null,
        })
      }
    }
  })
  return { share: printed === 0 ? 1 : (printed - warnings.length) / printed, warnings }
}

/** Amounts with a unit in prose, and whole cells that are figures with decimals in table rows. */
function amountsOfLine(text: string): string[] {
  if (/[\t|]/.test(text)) return text.split(/[\t|]/).flatMap(amountsOfCell)
  return printedAmounts(text).map(({ value }) => value)
}

function amountsOfCell(cell: string): string[] {
  const amount = cellAmount(cell)?.amount
  if (amount && amount.unit === '年' && /^20\d{2}$/.test(amount.value)) return []
  return amount && (amount.value.includes('.') || amount.unit !== '')
    ? [amount.value]
    : printedAmounts(cell).map(({ value }) => value)
}
