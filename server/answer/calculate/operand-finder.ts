import type { Fact } from '../../../ingest/domain/fact.ts'
import { basisCaution, dedupeCautions, differing } from '../cautions.ts'
import { type DerivedFigure, type Evidence, type PrintedFigure, printed, type ShownFigure } from '../evidence.ts'
import { HEAD_JOINT } from '../list-groups.ts'
import type { Plan } from '../plan.ts'
import { calculate, type Operation } from './arithmetic.ts'

/** Answers a plan without any arithmetic; the calculations ask it for their operands. */
export type Lookup = (plan: Plan) => Evidence

/** Where the calculations find what they reckon with. */
export class OperandFinder {
  readonly #lookup: Lookup
  readonly #held: (plan: Plan) => readonly Fact[]

  /** `held` gives every fact of the documents, years and basis of a plan. */
  constructor(lookup: Lookup, held: (plan: Plan) => readonly Fact[]) {
    this.#lookup = lookup
    this.#held = held
  }

  held(plan: Plan): readonly Fact[] {
    return this.#held(plan)
  }

  evidence(plan: Plan): Evidence {
    return this.#lookup(plan)
  }

  /** The printed figures that answer a plan; [] where it is not answered, or only in part. */
  figures(plan: Plan): PrintedFigure[] {
    return printedAnswers(this.#lookup({ ...plan, operation: 'lookup' }))
  }

  fact(plan: Plan): Fact | null {
    return this.figures(plan)[0]?.facts[0] ?? null
  }

  /** Members of the list that a plan names, in reading order; [] where it names none. */
  list(plan: Plan): Fact[] {
    return this.headedList(plan).members
  }

  /** The list with the words that it is headed by. */
  headedList(plan: Plan): { readonly heads: readonly string[]; readonly members: Fact[] } {
    const evidence = this.#lookup({ ...plan, operation: 'list' })
    if (evidence.status !== 'answered' || evidence.form !== 'list') return { heads: [], members: [] }
    const members = evidence.figures.flatMap((figure) => (figure.form === 'printed' ? [figure.facts[0]] : []))
    return { heads: evidence.title.split(HEAD_JOINT), members }
  }
}

function printedAnswers(evidence: Evidence): PrintedFigure[] {
  if (evidence.status !== 'answered' || (evidence.form !== 'figures' && evidence.form !== 'list')) return []
  if (evidence.cautions.some(({ kind }) => kind === 'coverage')) return []
  return evidence.figures.filter(
    (figure): figure is PrintedFigure => figure.form === 'printed' && figure.role === 'answer',
  )
}

/** A reckoned figure; null where its operands do not go together. */
export function derived(
  operation: Operation,
  operands: readonly Fact[],
  unit: string | null = null,
): DerivedFigure | null {
  const [first, ...rest] = operands
  if (!first || calculate(operation, operands, unit) === null) return null
  return { form: 'derived', role: 'answer', operation, operands: [first, ...rest], unit }
}

/** An answer of these figures with what is to be said of their bases and years; null for none. */
export function evidenceOf(plan: Plan, figures: readonly ShownFigure[]): Evidence | null {
  const facts = figures.flatMap((figure) => (figure.form === 'printed' ? [figure.facts[0]] : [...figure.operands]))
  if (figures.length === 0) return null
  const cautions = dedupeCautions([...basisCaution(plan, facts), ...differing(facts)])
  return { status: 'answered', form: 'figures', title: '', figures, cautions }
}

/** So many operands are shown each on a line of its own; more stand in the formula alone. */
const MOST_SHOWN = 8

/** A derived answer with its operands beside it for context; null where it cannot be reckoned. */
export function reckoned(
  plan: Plan,
  operation: Operation,
  operands: readonly Fact[],
  unit: string | null = null,
): Evidence | null {
  const figure = derived(operation, operands, unit)
  const shown = operands.length <= MOST_SHOWN ? operands : []
  return figure && evidenceOf(plan, [figure, ...shown.map((fact) => printed(fact, 'context'))])
}
