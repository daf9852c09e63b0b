import { plainNumber } from '../tables/cell-amount.ts'

/** A figure found in running text. Offsets are into the text it was found in. */
export interface PrintedAmount {
  /** Where its comparison sign begins, or the figure where it has none. */
  readonly start: number
  readonly from: number
  readonly to: number
  readonly value: string
  readonly unit: string
  readonly raw: string
  readonly comparator: '=' | '<=' | '>=' | null
}

/** Money, shares and counted things, longest first; what is no unit here (号, 月, 岁 …) makes a number no amount. */
const UNITS =
  '亿元|批\\s?[（(]次[)）]|万元|千元|元|[%％]|个百分点|万人次|万人|人次|人天|人|名|辆|台\\s?[（(]套[)）]|台|万平方米|平方公里|亿立方米|万立方米|立方米|平方米|㎡|公里|公顷|万亩|亩|万吨|公斤|吨|万户|万份|万册|万页|批次|次|份|家|个月|个|项|所|张|组|户|起|场|期|册|株|盏|条|万只|只|件|类|处|座|家次|户次|学时|课时|小时|分钟|块|套|栋|幢|间|床|头|天|米|分(?![\\u4e00-\\u9fa5])|万(?=[，,。；;：:、）)]|$)'

const AMOUNT = new RegExp(
  `(?<!\\d[,，])(?<![\\d.第〔\\[【号A-Za-z-])(?:(≥|≤|>=|<=|＞=|＜=|不低于|不少于|不超过|大于等于|小于等于)\\s*)?(-?\\d{1,3}(?:[,，]\\d{3})+(?:\\.\\d+)?|-?\\d+(?:\\.\\d+)?)\\s*(${UNITS})(?!\\s*号)`,
  'g',
)

const COMPARATORS: Readonly<Record<string, '<=' | '>='>> = {
  '≥': '>=',
  '>=': '>=',
  '＞=': '>=',
  不低于: '>=',
  不少于: '>=',
  大于等于: '>=',
  '≤': '<=',
  '<=': '<=',
  '＜=': '<=',
  不超过: '<=',
  小于等于: '<=',
}

/** A bare number that an amount's usual company shows to be one: "基本支出 300.00，占 25.0%", "编制数 30，实有人数". */
const BARE = /(?<=[\u4e00-\u9fa5）)]\s?)(-?\d[\d,]*(?:\.\d+)?)(?=[，,；;。])/g

/** Every amount printed in a text, in order. Years, dates, document numbers and thresholds ("50 万元以上") are none. */
export function printedAmounts(text: string): PrintedAmount[] {
  const found: PrintedAmount[] = []
  for (const match of text.matchAll(AMOUNT)) {
    const [whole, sign, number = '', unit = ''] = match
    const value = plainNumber(number)
    const to = match.index + whole.length
    if (
      value === null ||
      (unit === '万' && !isOfMoney(text.slice(0, match.index))) ||
      isThreshold(text.slice(to)) ||
      isOrdinal(text, match.index) ||
      isAccount(text, match)
    )
      continue
    const from = match.index + whole.indexOf(number, sign ? sign.length : 0)
    found.push({
      start: match.index,
      from,
      to,
      value,
      unit: plainUnit(unit),
      raw: number,
      comparator: sign ? (COMPARATORS[sign] ?? null) : null,
    })
  }
  return [...found, ...bareNumbers(text, found)].sort((a, b) => a.from - b.from)
}

/** "合计为 1,000.86 万": 元 is left out where money is spoken of. */
function isOfMoney(before: string): boolean {
  return /(?:经费|费用?|预算|决算|支出|收入|资金|拨款|投入)[^，,。；;\d]{0,12}$/.test(before)
}

function isThreshold(after: string): boolean {
  return /^\s*(?:[（(]含[)）])?\s*(?:以上|以下|及以上|及以下)/.test(after) && !/^\s*以上[，。；、]/.test(after)
}

/** "第 3 次" numbers a thing and does not count it. */
function isOrdinal(text: string, at: number): boolean {
  return /第\s*$/.test(text.slice(Math.max(0, at - 4), at))
}

/** "（204类）", "（01项）": the code of an account with its level. */
function isAccount(text: string, { 0: whole, index }: RegExpExecArray): boolean {
  return (
    /(?:类|项)$/.test(whole) && /[（(]/.test(text[index - 1] ?? '') && /[)）]/.test(text[index + whole.length] ?? '')
  )
}

/** Numbers without a unit that stand where no amount was found; `known` in order. */
function bareNumbers(text: string, known: readonly PrintedAmount[]): PrintedAmount[] {
  const moneyUnit = known.find(({ unit }) => unit === '万元' || unit === '元')?.unit
  let next = 0
  return [...text.matchAll(BARE)].flatMap((match): PrintedAmount[] => {
    const number = match[1] ?? ''
    const [from, to] = [match.index, match.index + number.length]
    while ((known[next]?.to ?? Number.POSITIVE_INFINITY) <= from) next += 1
    const value = plainNumber(number)
    const unit = bareUnit(text.slice(Math.max(0, from - 8), from), number, moneyUnit)
    const taken = (known[next]?.from ?? Number.POSITIVE_INFINITY) < to
    return value === null || unit === undefined || taken
      ? []
      : [{ start: from, from, to, value, unit, raw: number, comparator: null }]
  })
}

/** People where the label counts them, money where the number has decimals and others around it are money. */
function bareUnit(label: string, number: string, moneyUnit: string | undefined): string | undefined {
  if (/(?:编制|人数|人员)数?\s*$/.test(label)) return '人'
  return number.includes('.') ? moneyUnit : undefined
}

function plainUnit(unit: string): string {
  return unit
    .replace(/\s/g, '')
    .replace('％', '%')
    .replace('㎡', '平方米')
    .replace(/^万$/, '万元')
    .replace(/^批[（(]次[)）]$/, '批次')
}
