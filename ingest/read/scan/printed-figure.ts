import type { Mark } from './marks.ts'
import { heightOf } from './pieces.ts'

/** As shares of the height of a digit: points and commas are lower than this, and stand at least so deep. */
const LOW = 0.45
const DEEP = 0.75
/** A comma reaches so far below the digits. */
const TAIL = 0.12
/** Marks that overlap by this share of the narrower one are parts of one sign. */
const ONE_SIGN = 0.5

interface Sign {
  readonly left: number
  readonly right: number
  readonly kind: 'digit' | 'point' | 'comma'
}

/**
 * A figure with its points and commas where they are printed: a reader tells digits from one another well, but passes over
 * small marks. Null where the marks are not a sign each (they touch, or are torn), so that nothing can be told from them.
 */
export function separatedByMarks(figure: string, marks: readonly Mark[]): string | null {
  const body = figure.replace(/^[-(]|[%)]$/g, '')
  const digits = [...body.replace(/[.,]/g, '')]
  if (body !== figure || digits.length === 0) return null
  const signs = signsOf(marks)
  if (!signs || signs.filter(({ kind }) => kind === 'digit').length !== digits.length) return null
  const written = signs.map(({ kind }) => (kind === 'digit' ? (digits.shift() ?? '') : kind === 'comma' ? ',' : '.'))
  return withKinds(written.join(''))
}

/** The marks as signs from left to right; null where one is neither a digit nor a separator between digits. */
function signsOf(marks: readonly Mark[]): Sign[] | null {
  const tallest = Math.max(...marks.map(heightOf))
  const high = marks.filter((mark) => heightOf(mark) > LOW * tallest)
  const [top, foot] = [median(high.map((mark) => mark.top)), median(high.map((mark) => mark.bottom))]
  const signs: Sign[] = []
  for (const mark of [...marks].sort((a, b) => a.left - b.left)) {
    const last = signs.at(-1)
    const over = last ? (last.right - mark.left) / Math.min(last.right - last.left, mark.right - mark.left) : 0
    if (over > ONE_SIGN) return null
    const low = heightOf(mark) <= LOW * tallest
    if (low && mark.bottom < top + DEEP * (foot - top)) return null
    const tail = mark.bottom > foot + TAIL * tallest
    signs.push({ left: mark.left, right: mark.right, kind: low ? (tail ? 'comma' : 'point') : 'digit' })
  }
  return signs
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0
}

/** Separators told by where they stand: those before others part thousands, the last before one, two or four digits is a point. */
function withKinds(written: string): string | null {
  const parts = written.split(/[.,]/)
  const last = parts.at(-1) ?? ''
  if (parts.some((part) => part === '')) return null
  if (parts.length === 1) return written
  const thousands = parts.slice(1, -1).every((part) => part.length === 3)
  if (!thousands) return null
  const point = last.length !== 3 || written.at(-4) === '.'
  const whole = parts.slice(0, -1).join(',')
  return `${whole}${point ? '.' : ','}${last}`
}
