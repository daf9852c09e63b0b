/** A number as printed, with its place. */
export interface NumberToken {
  readonly start: number
  readonly end: number
  readonly text: string
}

const NUMBER = /(?<![\d.,A-Za-z])(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?!\.?\d|[A-Za-z])/g

export function numbersOf(text: string): NumberToken[] {
  return [...text.matchAll(NUMBER)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    text: match[0],
  }))
}

/** One spelling for equal numbers: 1,204.70 and 1204.7 are the same. */
export function plain(number: string): string {
  const digits = number.replace(/[,，\s]/g, '')
  return digits.includes('.') ? digits.replace(/\.?0+$/, '') : digits
}

export function hasDecimals(number: string): boolean {
  return number.includes('.')
}

function separated(whole: string): string {
  return whole.replace(/\B(?=(?:\d{3})+$)/g, ',')
}

/**
 * A printed amount times a whole number, with as many decimals as before and therefore exact: sums of scaled amounts
 * are the scaled sums. `separate` says whether thousands get their commas where the amount had none to show.
 */
export function scaled(number: string, factor: number, separate = false): string {
  const sign = /^[+-]/.exec(number)?.[0] ?? ''
  const clean = number.slice(sign.length).replace(/,/g, '')
  const decimals = clean.includes('.') ? clean.length - clean.indexOf('.') - 1 : 0
  const digits = (BigInt(clean.replace('.', '')) * BigInt(factor)).toString().padStart(decimals + 1, '0')
  const whole = digits.slice(0, digits.length - decimals)
  const fraction = decimals === 0 ? '' : `.${digits.slice(-decimals)}`
  const small = clean.split('.')[0]?.length ?? 0
  const commas = number.includes(',') || (separate && small < 4)
  return `${sign}${commas ? separated(whole) : whole}${fraction}`
}
