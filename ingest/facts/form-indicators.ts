import { squeeze } from '../domain/name.ts'
import { isFirstLevel, isIndicatorClass, standsBelow } from './indicator-values.ts'

/** What one line of a torn form holds, trimmed, with its 1-based line. */
export interface Fragment {
  readonly text: string
  readonly line: number
}

/** A row of a form's indicators, put together again from its fragments. */
export interface FormIndicator {
  readonly name: string
  /** Classes of the indicator, outermost first. */
  readonly classes: readonly string[]
  readonly target: string
  readonly actual: string
  readonly weight: string
  readonly score: string
  /** Why the target was missed, as the form says; "" where it says nothing. */
  readonly reason: string
  readonly from: number
  readonly to: number
  /** Line on which the reason ends; that of the row where there is none. */
  readonly reasonTo: number
}

/** Rebuilds the indicator rows: words pile up until a line closes the row with weight and score. */
export function readIndicators(fragments: readonly Fragment[]): FormIndicator[] {
  const end = fragments.findIndex(({ text }) => /^总分/.test(text))
  const reader = new IndicatorReader()
  for (const fragment of end < 0 ? fragments : fragments.slice(0, end)) reader.take(fragment)
  return reader.rows
}

/** Pieces of the header that stand among the first rows. */
const HEADER_PIECE = /^(?:偏差原|因分析|及改进|措施|年度|绩效|指标|完成|情况|标)$/

/** More pieces than any indicator is torn into: older ones belong to no row. */
const MOST_PIECES = 60

class IndicatorReader {
  readonly rows: FormIndicator[] = []
  #classes: string[] = []
  /** Fragments read since the last row was closed. */
  #pile: Fragment[] = []
  /** Whether the last row missed its target, so that a reason may follow. */
  #reasonOpen = false

  take(fragment: Fragment): void {
    if (this.#takeReason(fragment)) return
    if (HEADER_PIECE.test(fragment.text) && this.#pile.every(({ text }) => HEADER_PIECE.test(text))) return
    const joined = squeeze([...this.#pile.map(({ text }) => text), fragment.text].join(''))
    if (joined.endsWith('指标') && isIndicatorClass(joined)) this.#openClass(joined)
    else this.#takePiece(this.#pile.length > 0 ? fragment : this.#takeClasses(fragment))
  }

  /** A row that is not torn opens with its classes: "产出指标 数量指标 受益人数 ≥500人 …". */
  #takeClasses({ text, line }: Fragment): Fragment {
    const words = text.split(/\s+/)
    const value = words.findIndex((word) => SIGN.test(word) || /\d/.test(word))
    // What stands right before the value is the name, though it may be named like a class.
    const end = words.findIndex((word, at) => at >= value - 1 || !isIndicatorClass(word))
    const classes = words.slice(0, Math.max(0, end))
    for (const name of classes) this.#openClass(name)
    return classes.length > 0 ? { text: words.slice(classes.length).join(' '), line } : { text, line }
  }

  #takeReason({ text, line }: Fragment): boolean {
    const missed = this.rows.at(-1)
    if (!this.#reasonOpen || !missed || this.#pile.length > 0 || !goesOnWithReason(missed.reason, text)) return false
    this.rows[this.rows.length - 1] = { ...missed, reason: missed.reason + squeeze(text), reasonTo: line }
    return true
  }

  /** 成本指标 is a class of its own, or the second level below 产出指标. */
  #openClass(name: string): void {
    const [outer] = this.#classes
    const first = isFirstLevel(name) && !standsBelow(name, outer) && outer !== name
    this.#classes = first || outer === undefined ? [name] : [outer, name]
    this.#pile = []
    this.#reasonOpen = false
  }

  #takePiece(fragment: Fragment): void {
    const row = closeRow(this.#pile, fragment, this.#classes)
    if (!row) {
      this.#pile = [...this.#pile, fragment].slice(-MOST_PIECES)
      return
    }
    this.rows.push(row)
    this.#reasonOpen = Number(row.score) < Number(row.weight) || row.score === '0'
    this.#pile = []
  }
}

/** Reasons stand in a narrow last column: a few characters a line, opened by 因 and closed by a full stop. */
function goesOnWithReason(reason: string, text: string): boolean {
  if (ROW_END.test(text)) return false
  if (reason === '') return /^(?:因|由于|受)/.test(text)
  if (reason.endsWith('。') || squeeze(text).length > 6) return false
  return !isIndicatorClass(text) && !/^(?:效益指|产出指|满意度|成本指)/.test(text)
}

/** Weight and score at the end of a line. */
const ROW_END = /^(.*?)\s*(\d+(?:\.\d+)?)\s+(\d+(?:\.\d+)?)$/
const HIGHEST_WEIGHT = 100

/** The row that a line with weight and score closes; null where the words before them hold no target and result. */
function closeRow(pile: readonly Fragment[], fragment: Fragment, classes: readonly string[]): FormIndicator | null {
  const end = ROW_END.exec(fragment.text)
  if (!end) return null
  const [, before = '', weight = '', score = ''] = end
  const inline = before.trim()
  const values = splitValues(pile.map((piece) => piece.text).join(' '), inline)
  if (!values || Number(weight) > HIGHEST_WEIGHT) return null
  const first = pile[0]?.line ?? fragment.line
  return {
    ...values,
    classes: [...classes],
    weight,
    score,
    reason: '',
    from: first,
    to: fragment.line,
    reasonTo: fragment.line,
  }
}

const SIGN = /(?:<=|>=|≤|≥|=)\s*/
const SIGNED_VALUE =
  /^((?:<=|>=|≤|≥|=)\s*(?:20\d{2} ?年(?: ?\d{1,2} ?月)?(?: ?\d{1,2} ?日)?|-?[\d,.]+\s*(?:%|万元|元|万人次|万人|人次|人|家|次|月|日|天|分钟|年|份|个|辆|条|小时|[\u4e00-\u9fa5]{1,4})?(?:[/／][\u4e00-\u9fa5]{1,3})*))\s*(.*)$/s

/** Name, target and actual value: a comparison sign opens the target; without one, the closing line holds both. */
function splitValues(pile: string, inline: string): { name: string; target: string; actual: string } | null {
  const text = `${pile} ${inline}`.trim()
  const sign = SIGN.exec(text)
  if (sign) {
    const parts = SIGNED_VALUE.exec(text.slice(sign.index))
    return parts
      ? { name: squeeze(text.slice(0, sign.index)), target: squeeze(parts[1] ?? ''), actual: squeeze(parts[2] ?? '') }
      : null
  }
  const date = /(?:(?:20\d{2} ?年 ?)?\d{1,2} ?月(?: ?\d{1,2} ?日)?[\s至]*)+$/.exec(text)
  if (date && date.index > 0) {
    const [target = '', actual = ''] = halves(date[0].trim())
    return { name: squeeze(text.slice(0, date.index)), target, actual }
  }
  const words = inline.split(/\s+/).filter((word) => word !== '')
  if (words.length < 2 || words.length > 3) return null
  return {
    name: squeeze([pile, ...words.slice(0, -2)].join('')),
    target: words.at(-2) ?? '',
    actual: words.at(-1) ?? '',
  }
}

/** "12 月 31 日 12 月 31 日": the same words twice. */
function halves(text: string): string[] {
  const compact = squeeze(text)
  const middle = compact.length / 2
  return compact.slice(0, middle) === compact.slice(middle)
    ? [compact.slice(0, middle), compact.slice(middle)]
    : [compact, '']
}
