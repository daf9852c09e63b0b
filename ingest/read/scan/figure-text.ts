/** Signs that readers of pictures take figures for, or that stand for the same in figures. */
const FULL_WIDTH = /[０-９．，％－（）]/g
const SIGN_OF_FIGURE = /[\d.,·'’`~:;%()\-—–−_[\]{}|/\\lLIiJTOoQDBSsZzgq!丨〇一]/g
/** Of a badly read figure, the share of signs that are those of figures. */
const MOST = 0.6

/** A reading without spaces, in plain signs. */
function plainSigns(text: string): string {
  return text
    .replace(/\s+/g, '')
    .replace(FULL_WIDTH, (sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) - 0xfee0))
    .replace(/，/g, ',')
    .replace(/。/g, '.')
}

/** Whether a reading may be one of a figure, however badly read. */
export function looksLikeFigure(text: string): boolean {
  const plain = plainSigns(text)
  const signs = plain.match(SIGN_OF_FIGURE)?.length ?? 0
  return signs >= MOST * plain.length && (/\d/.test(plain) || plain.length > 1)
}

const WELL_FORMED = /^(?:-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?%?|\((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?\))$/
/** Thousands parted by other signs than commas, which nothing but thousands can be: decimals stand behind them. */
const MIXED_THOUSANDS = /^(-?\d{1,3}(?:[.,]\d{3})+)(\.\d{1,2}%?)$/

/** A figure as it is written; null where a reading is none. Digits are never guessed. */
export function figureText(text: string): string | null {
  const plain = plainSigns(text).replace(/^[—–−_]/, '-')
  const mixed = MIXED_THOUSANDS.exec(plain)
  const figure = mixed ? `${(mixed[1] ?? '').replace(/\./g, ',')}${mixed[2]}` : plain
  return /^[-(]?\d[\d,]*(?:\.\d+)?[%)]?$/.test(figure) ? figure : null
}

/** Whether a figure has its separators where they belong. */
export function isWellFormed(figure: string): boolean {
  return WELL_FORMED.test(figure)
}

/** Two figures of one value, wherever they have separators. */
export function isSameFigure(a: string, b: string): boolean {
  return a.replace(/,/g, '') === b.replace(/,/g, '')
}
