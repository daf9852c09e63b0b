import { format, getFormatFromId, isDateFormat } from 'numfmt'

/** What Excel calls the format of a number that was given none; Chinese programs write it out so. */
const GENERAL = /^(?:General|G\/通用格式)$/i
/** Excel allows 255. */
const LONGEST_FORMAT = 255
/** Days from the first of 1900 to that of 1904, where files made on old Macs begin to count. */
const DAYS_TO_1904 = 1462
const LAST_BUILT_IN = 58
const OPTIONS = { locale: 'zh-CN', dateErrorThrows: false, nbsp: false } as const

/** The pattern of a format that Excel knows by number, as a Chinese Excel shows it. */
export function builtInFormat(id: number): string {
  return (id <= LAST_BUILT_IN && getFormatFromId(id, OPTIONS.locale)) || 'General'
}

/** Whether numbers of this pattern are days. */
export function isDatePattern(pattern: string): boolean {
  return pattern.length <= LONGEST_FORMAT && !GENERAL.test(pattern) && isDateFormat(pattern)
}

/**
 * A number as people see it in its cell: "6.20" for 6.2 under "0.00", "" where its pattern prints nothing. What is below
 * zero always has its minus, whether the pattern prints it so, in brackets or only in red. Under an unknown pattern it is
 * printed as if it had none.
 */
export function printedNumber(value: number, pattern: string, from1904 = false): string {
  if (GENERAL.test(pattern) || pattern.length > LONGEST_FORMAT) return printedPlainly(value)
  const date = isDatePattern(pattern)
  const printed = formatted(pattern, value + (date && from1904 ? DAYS_TO_1904 : 0))
  if (printed === null) return printedPlainly(value)
  return date ? printed : signed(printed.replace(/[¥￥]\s*/g, ''), value)
}

/** A text under a pattern that adds something to texts. */
export function printedText(text: string, pattern: string): string {
  if (!pattern.includes('@') || pattern.length > LONGEST_FORMAT) return text
  return formatted(pattern, text) ?? text
}

function formatted(pattern: string, value: number | string): string | null {
  try {
    return format(withBackslashes(pattern), value, OPTIONS).trim()
  } catch {
    return null
  }
}

/** Chinese programs write "!" where others write a backslash before a letter that stands for itself; not within quotes. */
function withBackslashes(pattern: string): string {
  const parts = pattern.split('"')
  return parts.map((part, at) => (at % 2 === 0 ? part.replace(/!(.)/g, '\\$1') : part)).join('"')
}

/**
 * As Excel's formula bar shows it: to the fifteen digits that Excel counts to, without the noise of binary fractions, and
 * never as a power of ten. The cell itself may show fewer digits, as its width has it.
 */
function printedPlainly(value: number): string {
  const [digits = '', exponent = '0'] = Math.abs(value).toExponential(14).split('e')
  return signed(shifted(digits.replace('.', ''), Number(exponent) + 1), value)
}

/** Digits with the point behind so many of them. */
function shifted(digits: string, point: number): string {
  const whole = point <= 0 ? '0' : digits.slice(0, point).padEnd(point, '0')
  const rest = (point <= 0 ? '0'.repeat(-point) + digits : digits.slice(point)).replace(/0+$/, '')
  return rest === '' ? whole : `${whole}.${rest}`
}

function signed(printed: string, value: number): string {
  if (value >= 0 || !/[1-9]/.test(printed)) return printed
  const bare = printed.replace(/^[(（]\s*(.*?)\s*[)）]$/, '$1')
  return /[-−－]/.test(bare) ? bare : `-${bare}`
}
