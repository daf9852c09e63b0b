import { type Amounts, amountEdits, amountsOf } from './amounts.ts'
import { applied, type Edit, merged } from './edits.ts'
import { type Naming, type NamingOptions, namingFor } from './naming.ts'
import { pick, type Random, randomOf, shuffled } from './random.ts'
import { nameEdits } from './renames.ts'
import { yearEdits } from './years.ts'

/** A document before and after. */
export interface ChangedDocument {
  readonly file: string
  readonly original: string
  readonly edits: readonly Edit[]
  readonly amounts: Amounts
  /** The name of the changed file, and what a gold file calls it. */
  readonly changedFile: string
  readonly changedId: string
  readonly changed: string
}

/** What is changed in the same way in all documents and questions. */
export interface Change extends Naming {
  readonly years: number
  /** Every amount is multiplied by this: a whole number, so that nothing is rounded and every sum and share holds. */
  readonly factor: number
}

export interface ChangedCorpus extends Change {
  readonly documents: readonly ChangedDocument[]
}

const FACTORS: readonly number[] = [3, 7, 9, 11, 13]
const YEARS: readonly number[] = [-2, -1, 1]

/** a, b, …, z, aa, ab, … */
function letters(index: number): string {
  const last = String.fromCharCode(97 + (index % 26))
  return index < 26 ? last : letters(Math.floor(index / 26) - 1) + last
}

function changeOf(texts: readonly string[], random: Random, options: NamingOptions): Change {
  return {
    ...namingFor(texts, random, options),
    years: pick(YEARS, random) ?? 1,
    factor: pick(FACTORS, random) ?? 3,
  }
}

function changedDocument(file: string, original: string, id: string, change: Change): ChangedDocument {
  const amounts = amountsOf(original)
  const edits = merged(
    nameEdits(original, change.renames),
    yearEdits(original, change.years),
    amountEdits(original, amounts, change.factor),
  )
  const extension = /\.[^.]+$/.exec(file)?.[0] ?? ''
  return {
    file,
    original,
    edits,
    amounts,
    changedFile: `${id}${extension}`,
    changedId: id,
    changed: applied(original, edits),
  }
}

/**
 * A corpus that says the same of other organisations, in other years, with other amounts; line by line where it was.
 * `texts` are by file name. One seed gives one result.
 */
export function changeCorpus(texts: ReadonlyMap<string, string>, seed: number, options: NamingOptions): ChangedCorpus {
  const random = randomOf(seed)
  const change = changeOf([...texts.values()], random, options)
  const documents = shuffled([...texts], random).map(([file, original], index) =>
    changedDocument(file, original, `doc-${letters(index)}`, change),
  )
  return { ...change, documents }
}
