/** Characters that no document, question or phrase can bring in: {@link inert} takes them out. */
const OPEN = '\u0001'
const CLOSE = '\u0002'
const SLOT = new RegExp(`${OPEN}(\\d+)${CLOSE}`, 'g')

/** The place in a draft's text where a figure is printed once it is verified; figures count from 1. */
export function slot(figure: number): string {
  return `${OPEN}${figure}${CLOSE}`
}

/** Words from outside, which must not open a slot. */
export function inert(words: string): string {
  return words.replaceAll(OPEN, '').replaceAll(CLOSE, '')
}

/** The figures whose slots stand in a text, in order. */
export function slotsIn(text: string): number[] {
  return [...text.matchAll(SLOT)].map(([, figure]) => Number(figure))
}

/** The text with its slots filled. */
export function fillSlots(text: string, print: (figure: number) => string): string {
  return text.replace(SLOT, (_, figure: string) => print(Number(figure)))
}
