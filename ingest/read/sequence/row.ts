import { enumeratorLevel } from '../../domain/name.ts'
import type { ColumnKind } from './header.ts'
import { isCode, isFigure, isOrdinal, type Token } from './token.ts'

/** Cells of a row with the columns they stand in; columns that are blank are left out. */
export type SequenceRow = ReadonlyMap<number, Token>

/** Columns that name a row with those of its figures; tables of two halves have two. Indices of columns. */
export type Half = readonly { readonly at: number; readonly kind: ColumnKind }[]

/** Splits columns where names begin anew behind figures. */
export function halvesOf(kinds: readonly ColumnKind[]): Half[] {
  const halves: { at: number; kind: ColumnKind }[][] = []
  kinds.forEach((kind, at) => {
    const before = kinds[at - 1]
    if (at === 0 || (kind !== 'figure' && before === 'figure')) halves.push([])
    halves.at(-1)?.push({ at, kind })
  })
  return halves
}

/** A row read from the tokens at `from`: its cells, and where the next one begins. */
export interface ReadRow {
  readonly row: SequenceRow
  readonly next: number
}

/**
 * Reads one half of a row: a code (a total has none), the name, the ordinal and as many figures as there are columns.
 * Null where the tokens are no such row: a row that leaves a figure out cannot be told from others and is none.
 */
export function readHalf(tokens: readonly Token[], from: number, half: Half): ReadRow | null {
  const row = new Map<number, Token>()
  let at = from
  for (const column of half) {
    const [token, next] = [tokens[at], tokens[at + 1]]
    if (!token) return null
    if (column.kind === 'label') {
      const end = nameEnd(tokens, at)
      if (end === at) return null
      row.set(column.at, { text: textOf(tokens.slice(at, end)), line: token.line })
      at = end
      continue
    }
    const blankCode = column.kind === 'code' && !(isCode(token.text) && next && !isFigure(next.text))
    if (blankCode) continue
    if (!fits(token.text, column.kind)) return null
    row.set(column.at, token)
    at += 1
  }
  return { row, next: at }
}

function fits(text: string, kind: ColumnKind): boolean {
  if (kind === 'ordinal') return isOrdinal(text)
  return kind === 'code' ? isCode(text) : isFigure(text)
}

/** Behind the words of a name; letter-spaced words are several tokens. */
function nameEnd(tokens: readonly Token[], from: number): number {
  let at = from
  while (at < tokens.length && !isFigure(tokens[at]?.text ?? '')) {
    // A numbered name begins anew: it is the next row's.
    if (at > from && enumeratorLevel(tokens[at]?.text ?? '') < 3) break
    at += 1
  }
  return at
}

function textOf(tokens: readonly Token[]): string {
  return tokens.map(({ text }) => text).join('')
}
