/** A figure as the gold or an answer states it. */
interface StatedFigure {
  readonly value: string
  readonly unit?: string | undefined
}

interface ToleratedFigure extends StatedFigure {
  readonly tolerance?: string | undefined
  readonly accept?: readonly StatedFigure[] | undefined
}

/** `magnitude`: −5 and 5 are the same, as the direction may stand in words. */
export type Comparison = 'signed' | 'magnitude'

/** Digits kept after the point; more than any disclosure prints, so that comparing is exact. */
const FRACTION_DIGITS = 12

const MONEY_POWERS: ReadonlyMap<string, bigint> = new Map([
  ['元', 0n],
  ['yuan', 0n],
  ['RMB', 0n],
  ['CNY', 0n],
  ['千元', 3n],
  ['万', 4n],
  ['万元', 4n],
  ['万元人民币', 4n],
  ['10kyuan', 4n],
  ['10000yuan', 4n],
  ['10,000yuan', 4n],
  ['亿', 8n],
  ['亿元', 8n],
])

/** Spellings of one unit. Counters of things (家, 项, 条 …) count as one: a question rarely says which it wants. */
const UNIT_NAMES: ReadonlyMap<string, readonly string[]> = new Map([
  ['人', ['名', '位', '人次', 'people', 'persons', 'person']],
  ['%', ['％', 'percent', '百分点']],
  ['辆', ['辆次', 'vehicle', 'vehicles']],
  ['平方米', ['㎡', '平米', 'sqm']],
  ['个', ['家', '项', '所', '条', '种', '处']],
  ['台', ['台（套）', '台(套)']],
  ['次', ['times']],
  ['分', ['points']],
])
const UNIT_OF_SPELLING: ReadonlyMap<string, string> = new Map(
  [...UNIT_NAMES].flatMap(([unit, spellings]) => spellings.map((spelling): [string, string] => [spelling, unit])),
)

/** "元/月" counts as 元: gold and answers differ in whether they name the period. */
function bareUnit(unit: string | undefined): string {
  return (unit ?? '').replace(/\s/g, '').replace(/\/.*$/, '')
}

/** What a unit measures: "money" for every unit of money, else the unit's first spelling; "" where none is stated. */
export function unitKind(unit: string | undefined): string {
  const bare = bareUnit(unit)
  return MONEY_POWERS.has(bare) ? 'money' : (UNIT_OF_SPELLING.get(bare) ?? bare)
}

/**
 * A decimal text as an integer number of 10⁻¹²; thousands separators, blanks and a per cent sign are passed over.
 * Null if it is not a number.
 */
export function exactNumber(text: string): bigint | null {
  const parts = /^([+-]?)(\d+)(?:\.(\d+))?$/.exec(text.replace(/[,，\s]/g, '').replace(/[%％]$/, ''))
  if (parts === null) return null
  const [, sign, whole = '', fraction = ''] = parts
  const magnitude = BigInt(whole + fraction.padEnd(FRACTION_DIGITS, '0').slice(0, FRACTION_DIGITS))
  return sign === '-' ? -magnitude : magnitude
}

/** The figure in its kind's smallest unit: money in 元, everything else as it stands. */
function scaled(value: string, unit: string | undefined): bigint | null {
  const number = exactNumber(value)
  if (number === null) return null
  return number * 10n ** (MONEY_POWERS.get(bareUnit(unit)) ?? 0n)
}

const magnitudeOf = (n: bigint): bigint => (n < 0n ? -n : n)

function matches(wanted: StatedFigure, stated: StatedFigure, tolerance: string, comparison: Comparison): boolean {
  const wantedKind = unitKind(wanted.unit)
  const statedKind = unitKind(stated.unit)
  if (wantedKind !== statedKind && wantedKind !== '' && statedKind !== '') return false
  const a = scaled(wanted.value, wanted.unit)
  const b = scaled(stated.value, stated.unit)
  if (a === null || b === null) return wanted.value.trim() === stated.value.trim()
  const allowed = scaled(tolerance, wanted.unit) ?? 0n
  if (magnitudeOf(a - b) <= allowed) return true
  return comparison === 'magnitude' && magnitudeOf(magnitudeOf(a) - magnitudeOf(b)) <= allowed
}

/** Whether a stated figure is the wanted one, or one of the forms accepted for it, within the tolerance. */
export function sameFigure(wanted: ToleratedFigure, stated: StatedFigure, comparison: Comparison = 'signed'): boolean {
  const forms: readonly StatedFigure[] = [wanted, ...(wanted.accept ?? [])]
  return forms.some((form) => matches(form, stated, wanted.tolerance ?? '0', comparison))
}
