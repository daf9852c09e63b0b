import type { Basis } from '../domain/document.ts'
import type { Bilingual, Verdict } from '../domain/finding.ts'
import type { DocumentView } from './document-view.ts'
import type { Witness } from './witness.ts'

/** What a relation that does not hold comes to. */
export interface Breach {
  readonly verdict: Verdict
  /** Whether it is a slip of wording or typing. */
  readonly minor?: boolean
  readonly message: Bilingual
  /** The figures or words that do not agree, as printed, and what they should be. */
  readonly values: readonly string[]
  readonly computed?: string
  readonly remedy?: Bilingual
}

/** A relation that a rule could try: what takes part, what the relation would put right first, and what came of it. */
export interface Tried {
  readonly witnesses: readonly Witness[]
  /** Null where the relation holds. */
  readonly breach: Breach | null
}

/** Texts of made-up documents: what a rule must say something about, and what it must not. */
export interface RuleExamples {
  readonly trips: readonly string[]
  readonly passes: readonly string[]
  /** What the made-up documents disclose: a budget unless said. */
  readonly basis?: Basis
}

/** A relation that the figures and words of one document have to one another. */
export interface Rule {
  /** Never reused for another relation. */
  readonly code: string
  readonly title: Bilingual
  /** Why it must hold, how far it may be off, and when it is not tried. */
  readonly reasoning: Bilingual
  readonly examples: RuleExamples
  /** Whether it may hold although a figure of it is wrong, as a limit does that is kept: then it bears out none. */
  readonly oneSided?: boolean
  tries(view: DocumentView): readonly Tried[]
}

/** Of several readings of one relation: the first that holds, else the first that rounding explains, else the first. */
export function bestReading(readings: readonly Tried[]): Tried[] {
  const best =
    readings.find(({ breach }) => breach === null) ??
    readings.find(({ breach }) => breach?.verdict === 'rounding') ??
    readings[0]
  return best ? [best] : []
}
