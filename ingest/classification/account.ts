/** One national account (科目) of the 政府收支分类科目. */
export interface Account {
  /** Digits only: economic 3 (类) or 5 (款); functional 3 (类), 5 (款) or 7 (项). */
  readonly code: string
  /** The official name of the year named in economic.ts / functional.ts, with full-width brackets. */
  readonly name: string
  readonly classification: 'economic' | 'functional'
  /** English forms, the plainest first, separated by "; ". */
  readonly english: string
  /** Everyday ways to say it and official names of earlier years; unique within a classification. */
  readonly synonyms: readonly string[]
}

/** A row of the data files: code, name, English forms, synonyms. */
export type AccountRow = readonly [code: string, name: string, english: string, synonyms?: readonly string[]]

/** Turns a data row into an account of the classification named. */
export function toAccount(classification: Account['classification'], row: AccountRow): Account {
  const [code, name, english, synonyms = []] = row
  return { code, name, classification, english, synonyms }
}
