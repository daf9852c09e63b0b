/** Signs that print a minus. */
export const MINUS = /[－−–]/g
/** Commas that part thousands: not those of "2030,2031". */
const THOUSANDS = /(?<=\d)[,，](?=\d{3}(?!\d))/g
/** Any commas, where a text is nothing but one figure, however oddly it is grouped. */
export const LONE_FIGURE = /^\s*[+-]?[\d,，]+(?:\.\d+)?\s*$/

/** Plain decimals printed in a text, thousands separators gone; a dash behind a figure, a date or a letter is no sign. */
export function numbersIn(text: string): string[] {
  const plain = text.replace(MINUS, '-')
  const parted = LONE_FIGURE.test(plain) ? plain.replace(/[,，]/g, '') : plain.replace(THOUSANDS, '')
  return parted.match(/(?:(?<![\da-z年月日号.)）\]-])-)?\d+(?:\.\d+)?/gi) ?? []
}
