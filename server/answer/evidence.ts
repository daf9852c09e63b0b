import type { Chunk } from '../../ingest/domain/chunk.ts'
import type { DocumentRecord } from '../../ingest/domain/document.ts'
import type { Fact } from '../../ingest/domain/fact.ts'
import type { Finding } from '../../ingest/domain/finding.ts'
import type { Operation } from './calculate/arithmetic.ts'

/** A figure chosen to be shown, with every place that prints it. */
export interface PrintedFigure {
  readonly form: 'printed'
  readonly role: 'answer' | 'context'
  /** The same figure at each of its places, the best first; never empty. */
  readonly facts: readonly [Fact, ...Fact[]]
  readonly disputed: boolean
}

/** A figure of one place. */
export function printed(fact: Fact, role: 'answer' | 'context', disputed = false): PrintedFigure {
  return { form: 'printed', role, facts: [fact], disputed }
}

/** A figure reckoned from printed ones; code does the arithmetic again when it is verified. */
export interface DerivedFigure {
  readonly form: 'derived'
  readonly role: 'answer' | 'context'
  readonly operation: Operation
  readonly operands: readonly [Fact, ...Fact[]]
  /** The unit asked for; null for the operands' own. */
  readonly unit: string | null
}

export type ShownFigure = PrintedFigure | DerivedFigure

/** A reason to warn the reader, as data. */
export type Caution =
  | { readonly kind: 'basis'; readonly spentAsked: boolean; readonly year: number | null }
  | { readonly kind: 'scope'; readonly about: 'three_public' | 'funds' | 'levels' }
  | { readonly kind: 'conflict' | 'sumDiffers'; readonly facts: readonly Fact[] }
  | { readonly kind: 'recomputed'; readonly fact: Fact }
  /** The documents say of themselves that a figure does not agree with others. */
  | { readonly kind: 'doubtful'; readonly fact: Fact; readonly finding: Finding }
  /** A rate of completion that follows from another budget than the document names. */
  | { readonly kind: 'otherBase'; readonly fact: Fact; readonly named: Fact; readonly budget: Fact }
  | { readonly kind: 'asOf'; readonly year: number; readonly documentId: string }
  | { readonly kind: 'basesDiffer' }
  | { readonly kind: 'coverage'; readonly missing: readonly Missing[] }

/** What stands in the way of an answer. */
export type Missing =
  | { readonly what: 'organization'; readonly name: string }
  | { readonly what: 'year'; readonly organization: string; readonly year: number }
  | { readonly what: 'final' | 'budget'; readonly organization: string; readonly year: number | null }
  | { readonly what: 'measure'; readonly organization: string; readonly year: number | null; readonly name: string }
  | { readonly what: 'text' | 'operands'; readonly organization: string; readonly year: number | null }

/** One of several things that a question may mean. */
export interface Alternative {
  readonly organization: string
  readonly year: number | null
  readonly label: string
  readonly as: 'item' | 'project'
}

/** What was found for a question, before a word is written. */
export type Evidence =
  | {
      readonly status: 'answered'
      readonly form: 'figures' | 'list'
      readonly title: string
      readonly figures: readonly ShownFigure[]
      readonly cautions: readonly Caution[]
      /** The words asked for beside the figures. */
      readonly quotes?: readonly Chunk[]
    }
  | { readonly status: 'answered'; readonly form: 'quotes'; readonly quotes: readonly Chunk[] }
  | { readonly status: 'answered'; readonly form: 'coverage'; readonly documents: readonly DocumentRecord[] }
  | {
      readonly status: 'answered'
      readonly form: 'findings'
      readonly documents: readonly DocumentRecord[]
      readonly findings: readonly Finding[]
    }
  | { readonly status: 'not_found'; readonly missing: readonly Missing[]; readonly nearest: readonly ShownFigure[] }
  | { readonly status: 'ambiguous'; readonly alternatives: readonly Alternative[] }

/** The fact whose unit, year and basis a figure is shown under. */
export function leadingFact(shown: ShownFigure): Fact {
  return shown.form === 'printed' ? shown.facts[0] : shown.operands[0]
}

/** A row may print one figure in its total and in a narrower column: the first of them is the place to see. */
export function distinctPlaces(facts: readonly Fact[]): Fact[] {
  const line = ({ documentId, source, amount }: Fact) => `${documentId}:${source.from}-${source.to}:${amount.raw}`
  return facts.filter((fact, at) => facts.findIndex((other) => line(other) === line(fact)) === at)
}
