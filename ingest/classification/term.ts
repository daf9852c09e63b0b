/** A fiscal concept that is not an account. */
export interface Term {
  /** Stable, snake_case. */
  readonly id: string
  /** The official wording, “ ” and （ ） as the ministry prints them. */
  readonly name: string
  readonly synonyms: readonly string[]
  readonly english: readonly string[]
  /** What its figures are; "scope": words that narrow which money is meant; "table": a disclosure table. */
  readonly kind: 'money' | 'count' | 'rate' | 'score' | 'scope' | 'table'
  /** The usual unit of a count, rate or score. */
  readonly unit?: string
}
