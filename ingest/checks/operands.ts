import { convertMoney, type Decimal, decimal, isMoney } from '../domain/amount.ts'
import type { Fact } from '../domain/fact.ts'
import { comparable } from '../domain/name.ts'
import { measureKey } from '../domain/sameness.ts'
import { type PrintRange, rangeIn } from './print-range.ts'

/** The facts of a document by what they measure, where, and for which project. */
export class FactsByMeasure {
  readonly #facts = new Map<string, Fact[]>()

  constructor(facts: readonly Fact[]) {
    for (const fact of facts) {
      const key = keyOf(fact)
      const own = this.#facts.get(key)
      if (own) own.push(fact)
      else this.#facts.set(key, [fact])
    }
  }

  /** Facts of the very thing that a fact is of, in its section or table's scope and project, nearest first; not itself. */
  alike(fact: Fact): Fact[] {
    const near = ({ source }: Fact) => Math.abs(source.from - fact.source.from)
    const own = this.#facts.get(keyOf(fact)) ?? []
    return own.filter((other) => other !== fact).sort((a, b) => near(a) - near(b))
  }
}

function keyOf(fact: Fact): string {
  return [measureKey(fact), fact.role, fact.project ?? ''].join('\t')
}

/** Whether two facts are printed in units that can be reckoned with each other. */
export function sameUnit({ amount: a }: Fact, { amount: b }: Fact): boolean {
  return a.unit === b.unit || (isMoney(a.unit) && isMoney(b.unit))
}

/** The figure of a fact in a unit that it can be converted to; throws RangeError for another. */
export function valueIn({ amount }: Fact, unit: string): Decimal {
  const value = amount.unit === unit ? amount.value : convertMoney(amount.value, amount.unit, unit)
  if (value === null) throw new RangeError(`${amount.unit} is no ${unit}`)
  return decimal(value)
}

/** All that the print of a fact may mean, in a unit that it can be converted to; throws RangeError for another. */
export function printedIn({ amount }: Fact, unit: string): PrintRange {
  const range = rangeIn(amount, unit)
  if (range === null) throw new RangeError(`${amount.unit} is no ${unit}`)
  return range
}

/** A fact's figure as it is printed, with its unit. */
export function shown({ amount }: Fact): string {
  return `${amount.raw}${amount.unit}`
}

/** A name in quotation marks, its own ones turned into single ones. */
export function quoted(name: string): string {
  return `“${name.replace(/“/g, '‘').replace(/”/g, '’')}”`
}

/** Whether the sentence of a fact names what it measures itself, rather than leaving it to one before. */
export function isNamedThere({ measure, quote }: Fact): boolean {
  return comparable(quote).replace(/"/g, '').includes(comparable(measure.name).replace(/"/g, ''))
}
