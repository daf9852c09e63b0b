import { accountByCode, accountsByName } from '../classification/index.ts'
import type { Column } from '../domain/table.ts'
import { type RawRow, textAt } from './raw-row.ts'

/** A whole classification code: 类 of three digits, 款 and 项 of two each. */
const WHOLE_CODE = /^\d{3}(?:\d{2})*$/
const SHORTEST_WHOLE_CELL = 5

/**
 * Puts together codes that stand in one column or in three (类, 款, 项). Inner rows may leave outer parts out, so rows
 * must be resolved from the top downwards, once each.
 */
export class CodeColumns {
  readonly #columns: readonly { readonly index: number; readonly ofUnit: boolean }[]
  /** Parts of the last code put together, which the rows below it may leave out. */
  #outer: string[] = []

  constructor(indices: readonly number[], columns: readonly Column[]) {
    this.#columns = indices.map((index) => ({ index, ofUnit: /单位/.test(columns[index]?.path.at(-1) ?? '') }))
  }

  /** The code of a row named `label`; null where its cells and its name give none. */
  resolve(row: RawRow, label: string): string | null {
    const digits = ({ index }: { readonly index: number }) => textAt(row, index).replace(/\D/g, '')
    const cells = this.#columns.map(digits)
    const joined = this.#join(this.#columns.filter(({ ofUnit }) => !ofUnit).map(digits), label)
    // A cell that holds a whole code of this very name is trusted over parts put together.
    const whole = cells.find((text) => text.length >= 3 && accountByCode(text)?.name === label)
    if (whole && (joined === null || whole.startsWith(joined) || joined.length < whole.length)) return whole
    const longer = cells.find((text) => joined !== null && text.startsWith(joined) && text.length > joined.length)
    return longer ?? joined
  }

  #join(parts: readonly string[], label: string): string | null {
    const printed = parts.filter((part) => part !== '')
    if (printed.length === 0) return codeByName(label, '')
    if (printed.length === 1 && (printed[0]?.length ?? 0) >= SHORTEST_WHOLE_CELL) return printed[0] ?? null
    const innermost = parts.findLastIndex((part) => part !== '')
    const filled = parts
      .slice(0, innermost + 1)
      .map((part, depth) => (part !== '' ? withZero(part, depth) : (this.#outer[depth] ?? '')))
    const code = filled.join('')
    if (!WHOLE_CODE.test(code)) return codeByName(label, filled.at(-1) ?? '') ?? misprintedCode(label, code)
    this.#outer = filled
    return code
  }
}

/** Spreadsheets take the 03 of a 款 for a number and print 3. */
function withZero(part: string, depth: number): string {
  return depth > 0 && part.length === 1 ? `0${part}` : part
}

/** The one economic account of this name whose code ends as printed; null where there is none or more than one. */
function codeByName(label: string, ending: string): string | null {
  if (ending === '') return null
  const accounts = accountsByName(label).filter(
    ({ classification, code }) => classification === 'economic' && code.endsWith(ending) && code.length > 3,
  )
  return accounts.length === 1 ? (accounts[0]?.code ?? null) : null
}

/** The one account of this name in the class that a misprinted code begins with ("301 2 津贴补贴"). */
function misprintedCode(label: string, printed: string): string | null {
  if (printed.length < 3) return null
  const accounts = accountsByName(label).filter(({ code }) => code.startsWith(printed.slice(0, 3)))
  return accounts.length === 1 ? (accounts[0]?.code ?? null) : null
}
