/** A piece of a line that runs of spaces part from its neighbours, with the columns of the page it stands in. */
export interface Fragment {
  readonly text: string
  /** First column. */
  readonly left: number
  /** First column behind it. */
  readonly right: number
  /** 1-based. */
  readonly line: number
}

/**
 * How many columns a full-width character takes: two on a terminal and in text that was set with spaces; one in what
 * `pdftotext -layout` writes, which counts characters.
 */
export type FullWidth = 1 | 2

const FULL_WIDTH = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/
/** Marks that Chinese fonts set full width, though the standard calls them ambiguous. */
const AMBIGUOUS = /[“”‘’—…≥≤×·]/
const SPACE = /[ \u00a0\u3000\f]/

function widthOf(character: string, wide: FullWidth): number {
  if (wide === 1) return 1
  return FULL_WIDTH.test(character) || (character !== ' ' && AMBIGUOUS.test(character)) ? 2 : 1
}

/** The fragments of a line, left to right: pieces with at least two columns of space between them. */
export function fragmentsOf(text: string, line: number, wide: FullWidth): Fragment[] {
  const pieces = spacedPieces(text, line, wide)
  const words = joinLetters(pieces)
  return words.length < 2 ? words : words.flatMap((word) => splitFigures(word, wide))
}

function spacedPieces(text: string, line: number, wide: FullWidth): Fragment[] {
  const pieces: Fragment[] = []
  let column = 0
  let [start, left, end, right, gap] = [-1, 0, 0, 0, 0]
  const close = () => {
    if (start >= 0) pieces.push({ text: text.slice(start, end), left, right, line })
    start = -1
  }
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at)
    const width = widthOf(character, wide)
    if (SPACE.test(character)) {
      gap += character === '\u3000' ? 2 : 1
    } else {
      if (gap >= 2) close()
      if (start < 0) [start, left] = [at, column]
      gap = 0
      end = at + 1
      right = column + width
    }
    if (character !== '\f') column += width
  }
  close()
  return pieces
}

/** Widest gap inside a letter-spaced word. */
const WIDEST_LETTER_GAP = 8
/** Heads of the three columns of a code stand side by side and are no letters of one word. */
const COLUMN_OF_ONE_LETTER = /^[类款项目节]$/

/** "合    计" is one word: letters that stand alone belong to the letter before them. */
function joinLetters(pieces: readonly Fragment[]): Fragment[] {
  const words: Fragment[] = []
  let letters = false
  for (const piece of pieces) {
    const letter = /^[\u4e00-\u9fff]$/.test(piece.text)
    const last = words.at(-1)
    const heads = last && COLUMN_OF_ONE_LETTER.test(last.text.slice(-1)) && /^[款项节]$/.test(piece.text)
    if (last && letters && letter && !heads && piece.left - last.right <= WIDEST_LETTER_GAP)
      words[words.length - 1] = { ...last, text: `${last.text} ${piece.text}`, right: piece.right }
    else words.push(piece)
    letters = letter
  }
  return words
}

/** A single space parts cells too where a figure ends before it or fills the rest. Units stay with their figure. */
const FIGURE_BEFORE = /(?:^|\s)-?\d[\d,]*\.\d+$/
const UNIT_BEHIND = /^(?:[万亿千]?元|[%％]|个|人|辆|台|套|平方米|公里|万|亿)/
const FIGURE_ONLY = /^-?\d[\d,]*\.\d+$/

function splitFigures(fragment: Fragment, wide: FullWidth): Fragment[] {
  const words = fragment.text.split(' ')
  if (words.length < 2 || words.length > 20) return [fragment]
  const groups: string[] = []
  for (const word of words) {
    const last = groups.at(-1)
    const parted = last === undefined || FIGURE_ONLY.test(word) || (FIGURE_BEFORE.test(last) && !UNIT_BEHIND.test(word))
    if (parted) groups.push(word)
    else groups[groups.length - 1] = `${last} ${word}`
  }
  let left = fragment.left
  return groups.map((text) => {
    const right = left + columnsOf(text, wide)
    const piece = { text, left, right, line: fragment.line }
    left = right + 1
    return piece
  })
}

/** The words of a header: there a single space parts those of neighbouring columns that nearly touch. */
export function headerFragments(fragments: readonly Fragment[], wide: FullWidth): Fragment[] {
  return fragments.flatMap((fragment) => {
    const words = fragment.text.split(' ')
    const parted = words.length === 2 && words.every((word) => /^[\u4e00-\u9fff（）()]{4,}$/.test(word))
    if (!parted || fragments.length < 3) return [fragment]
    const [first = '', second = ''] = words
    const right = fragment.left + columnsOf(first, wide)
    return [
      { ...fragment, text: first, right },
      { ...fragment, text: second, left: right + 1 },
    ]
  })
}

function columnsOf(text: string, wide: FullWidth): number {
  let width = 0
  for (let at = 0; at < text.length; at += 1) width += widthOf(text.charAt(at), wide)
  return width
}

/** Whether a fragment prints nothing but a number: an amount or a code. */
export function isNumber(text: string): boolean {
  return /^[-−]?\d[\d,，]*(?:\.\d+)?\s?[%％]?$/.test(text)
}

/** Whether a number is printed as amounts are: with decimals, thousands or a sign. */
export function isAmount(text: string): boolean {
  return isNumber(text) && /[.,，%％]|^[-−]|^0$/.test(text)
}

/** The measure under which most figures of neighbouring lines end in the same column. */
export function fullWidthOf(lines: readonly string[]): FullWidth {
  const agreeing = ([1, 2] as const).map((wide) => {
    let [before, count] = [new Set<number>(), 0]
    lines.forEach((text, index) => {
      const fragments = fragmentsOf(text, index + 1, wide)
      if (fragments.length < 2) return
      const ends = new Set(fragments.filter(({ text }) => isAmount(text)).map(({ right }) => right))
      for (const end of ends) if (before.has(end)) count += 1
      before = ends
    })
    return count
  })
  return (agreeing[0] ?? 0) > (agreeing[1] ?? 0) ? 1 : 2
}
