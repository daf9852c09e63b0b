/** Money, a share, or any number with two decimals. */
const FIGURE = /\d\.\d{2}(?![\d.])|\d\s*(?:[亿万千百]?元|[%％])/

/** Whether a text prints what may be a figure of a budget: where it does, nothing of it must get lost. */
export function printsFigure(text: string): boolean {
  return FIGURE.test(text)
}
