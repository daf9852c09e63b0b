import { accountByCode, accountsByName } from '../classification/index.ts'
import type { RawCell } from '../domain/block.ts'
import { enumeratorLevel, isTotalName, plainName, squeeze } from '../domain/name.ts'
import { lines } from '../domain/source.ts'
import type { Column, Row } from '../domain/table.ts'
import type { Panel } from './columns.ts'

/** A row of one panel, with what its code and label cells say. */
export interface PanelRow extends Row {
  /** Index of the printed row in the table's body. */
  readonly index: number
  /** Words of the label columns, outermost first, as printed. */
  readonly words: readonly string[]
}

/** Reads the rows of one half of a table: names, codes with what is left out filled in, and the rows that contain them. */
export function readRows(
  body: readonly (readonly RawCell[])[],
  panel: Panel,
  columns: readonly Column[],
  organization: string | null,
): PanelRow[] {
  const codes = new CodeColumns(panel.codes.map((index) => ({ index, leaf: columns[index]?.path.at(-1) ?? '' })))
  const byCode = new Map<string, string>()
  const stack: { level: number; name: string }[] = []
  let sawTotal = false
  return body.flatMap((row, index): PanelRow[] => {
    const words = panel.labels.map((column) => squeeze(row[column]?.text ?? '')).filter((word) => word !== '')
    const filled = [...panel.codes, ...panel.labels, ...panel.amounts].some(
      (column) => (row[column]?.text ?? '') !== '',
    )
    if (!filled) return []
    const last = words.at(-1) ?? ''
    const inline = /^(\d{3}(?:\d{2}){0,2})[\s-]*(\D.*)$/.exec(last)
    const name = plainName(inline?.[2] ?? last)
    const total =
      isTotalName(last) ||
      (organization !== null && isSameUnit(name, organization)) ||
      (words.length === 0 && sawTotal && panel.labels.length > 0)
    sawTotal = total
    const code = total ? null : (inline?.[1] ?? codes.resolve(row, name))
    const label = name !== '' ? name : code ? (accountByCode(code)?.name ?? '') : ''
    const parents = total
      ? []
      : code && inline === null && panel.codes.length > 0
        ? parentNames(code, byCode)
        : enumerated(stack, last, label)
    if (code && words.length <= 1) byCode.set(code, label)
    const source = lines(...rowLines(row))
    const outer = words.slice(0, -1).map(plainName)
    return [
      {
        kind: total ? 'total' : 'item',
        code: words.length > 1 && code && !namesAccount(code, label) ? null : code,
        label,
        parents: [...parents, ...outer],
        source,
        index,
        words,
      },
    ]
  })
}

function rowLines(row: readonly RawCell[]): [number, number] {
  const numbers = row.map((cell) => cell.line)
  return [Math.min(...numbers), Math.max(...numbers)]
}

/** A project's row carries the code of the account it is paid from; that code does not name the project. */
function namesAccount(code: string, label: string): boolean {
  return accountByCode(code)?.name === label
}

function isSameUnit(name: string, organization: string): boolean {
  return (
    name.length >= 4 &&
    (organization.endsWith(name.replace(/(?:本级|本单位|机关)$/, '')) ||
      name.replace(/(?:本级|本单位|机关)$/, '') === organization)
  )
}

function parentNames(code: string, seen: ReadonlyMap<string, string>): string[] {
  return [3, 5, 7]
    .filter((length) => length < code.length)
    .flatMap((length) => {
      const parent = code.slice(0, length)
      return accountByCode(parent)?.name ?? seen.get(parent) ?? []
    })
}

/** Parents by enumerators: 一、 contains 1., 1. contains 其中：, and 其中： goes on over the unnumbered rows below it. */
function enumerated(stack: { level: number; name: string }[], printed: string, label: string): string[] {
  if (label === '') return []
  const level = Math.min(enumeratorLevel(printed), 3)
  if (level === 3 && stack.length === 0) return []
  while ((stack.at(-1)?.level ?? 0) >= level) stack.pop()
  const parents = stack.map((entry) => entry.name)
  stack.push({ level, name: label })
  return parents
}

/** Puts together codes that stand in one column or in three (类, 款, 项), with outer parts left out on inner rows. */
class CodeColumns {
  readonly #columns: readonly { index: number; leaf: string }[]
  #outer: string[] = []

  constructor(columns: readonly { index: number; leaf: string }[]) {
    this.#columns = columns
  }

  resolve(row: readonly RawCell[], label: string): string | null {
    const cells = this.#columns.map(({ index, leaf }) => ({
      leaf,
      text: squeeze(row[index]?.text ?? '').replace(/\D/g, ''),
    }))
    const whole = cells.find(({ text }) => text.length >= 3 && accountByCode(text)?.name === label)
    const parts = cells.filter(({ leaf }) => !/单位/.test(leaf)).map(({ text }) => text)
    const code = this.#join(parts, label)
    if (whole && (code === null || whole.text.startsWith(code) || code.length < whole.text.length)) return whole.text
    const longer = cells.find(({ text }) => code !== null && text.startsWith(code) && text.length > code.length)
    return longer?.text ?? code
  }

  #join(parts: readonly string[], label: string): string | null {
    if (parts.every((part) => part === '')) return this.#byName(label, '')
    const single = parts.filter((part) => part !== '')
    if (single.length === 1 && (single[0]?.length ?? 0) >= 5) return single[0] ?? null
    const filled: string[] = []
    for (const [depth, part] of parts.entries()) {
      const innerLeft = parts.slice(depth).some((inner) => inner !== '')
      if (!innerLeft) break
      filled.push(part !== '' ? part : (this.#outer[depth] ?? ''))
    }
    const code = filled.join('')
    if (!/^\d{3}(?:\d{2})*$/.test(code)) return this.#byName(label, filled.at(-1) ?? '')
    this.#outer = filled
    return code
  }

  /** The one national account of this name whose code ends as printed; null where there is none or more than one. */
  #byName(label: string, ending: string): string | null {
    const accounts = accountsByName(label).filter((account) => account.code.endsWith(ending) && account.code.length > 3)
    const economic = accounts.filter((account) => account.classification === 'economic')
    const only = ending !== '' && economic.length === 1 ? economic[0] : undefined
    return only?.code ?? null
  }
}
