/** What a paragraph is speaking of and inside what. */
export interface Subject {
  readonly name: string
  readonly parents: readonly string[]
  /** Whether it is a number of persons or things, and so no account of money. */
  readonly counted: boolean
  /** The national code printed in front of the name ("2130301 行政运行："). */
  readonly code?: string
}
