/** A word or figure of a table of which only the order of its cells is left. */
export interface Token {
  readonly text: string
  /** Line in the source, counted from 1. */
  readonly line: number
}

const FIGURE = /^-?(?:\d{1,3}(?:[,，]\d{3})+|\d+)(?:\.\d+)?[%％]?$/
const NOTHING = /^[-—–]{1,2}$/
/** Codes of the national classification of accounts: 类 three digits, 款 five, 项 seven. */
const CODE = /^\d{3}(?:\d{2}){0,2}$/
const ORDINAL = /^\d{1,3}$/

/** Whether a token is a printed figure, or a dash in place of one. */
export function isFigure(text: string): boolean {
  return FIGURE.test(text) || NOTHING.test(text)
}

/** Whether a token is a dash that says that there is no figure. */
export function isNothing(text: string): boolean {
  return NOTHING.test(text)
}

/** Whether a token can be the code of an account. */
export function isCode(text: string): boolean {
  return CODE.test(text)
}

/** Whether a token can count rows (行次, 序号). */
export function isOrdinal(text: string): boolean {
  return ORDINAL.test(text)
}
