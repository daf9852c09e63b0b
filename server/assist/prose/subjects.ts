import type { Fact } from '../../../ingest/domain/fact.ts'
import type { Operation } from '../../answer/calculate/arithmetic.ts'
import type { Figure } from '../../answer/contract.ts'

/** Whose, of which year, and whether planned or spent: what figures and passages have in common. */
export interface Frame {
  readonly organization: string
  /** Every way in which documents and questions name it. */
  readonly aliases: readonly string[]
  readonly year: number | null
  readonly basis: Figure['basis']
  /** All of it in words, as its slot prints it. */
  readonly frame: string
}

/** A figure that prose may speak of. */
export interface ProseFigure extends Frame {
  readonly kind: 'figure'
  /** Its number among the draft's figures, from 1. */
  readonly number: number
  readonly figure: Figure
  readonly fact: Fact
  /** What was reckoned; null of a printed figure. */
  readonly operation: Operation | null
  /** What its slot prints. */
  readonly label: string
  /** What it may be called in the model's own words. */
  readonly names: readonly string[]
  /** Names of what contains and narrows it, and of where it stands. */
  readonly surroundings: readonly string[]
}

/** A passage that prose may tell again. */
export interface ProsePassage extends Frame {
  readonly kind: 'passage'
  /** Its number among the passages, from 1. */
  readonly number: number
  readonly citation: number
  /** As it stands in the document, without white space. */
  readonly text: string
}

export type Subject = ProseFigure | ProsePassage

/** All that prose may be about. */
export interface Subjects {
  readonly figures: readonly ProseFigure[]
  readonly passages: readonly ProsePassage[]
}
