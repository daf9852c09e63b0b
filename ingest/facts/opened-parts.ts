import { squeeze } from '../domain/name.ts'

/** How a list numbers its items, by the first characters of one. */
const MARKS = [
  /^[一二三四五六七八九十]{1,3}、/,
  /^[（(][一二三四五六七八九十]{1,3}[)）]/,
  /^\d{1,2}[.、．]/,
  /^[（(]\d{1,2}[)）]/,
]
/** A part is told with its figure right behind its name; a sentence about the year or a reason is none. */
const PART = /^(?!20\d{2}年|[比较与]|主要|原因|以上)[^，。；]{0,40}?\d/

/** The whole that a paragraph opens at its end ("…100 万元，其中："), held over the list of its parts below. */
export class OpenedParts {
  #whole: string | null = null
  #section = ''
  /** How the first part is numbered; null before it. */
  #mark: number | null = null

  /** The whole that a paragraph is a part of; null where it is none. */
  wholeOf(text: string, section: readonly string[]): string | null {
    const words = squeeze(text)
    const mark = MARKS.findIndex((pattern) => pattern.test(words))
    const goesOn = section.join('/') === this.#section && (this.#mark ?? mark) === mark && PART.test(words)
    if (!goesOn) this.#whole = null
    this.#mark ??= mark
    return this.#whole
  }

  /** Takes in what a paragraph opened at its end, if anything. */
  open(whole: string | null, section: readonly string[]): void {
    if (whole === null) return
    this.#whole = whole
    this.#section = section.join('/')
    this.#mark = null
  }
}
