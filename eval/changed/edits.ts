/** A piece of a text and what stands there afterwards. */
export interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** All edits in order of place; where two overlap, that of the earlier list stays. */
export function merged(...lists: readonly (readonly Edit[])[]): Edit[] {
  const kept: Edit[] = []
  for (const list of lists) {
    const before = kept.toSorted((a, b) => a.start - b.start)
    kept.push(...list.filter((edit) => !overlaps(before, edit)))
  }
  return kept.toSorted((a, b) => a.start - b.start)
}

function overlaps(sorted: readonly Edit[], { start, end }: Edit): boolean {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle]?.end ?? 0) <= start) low = middle + 1
    else high = middle
  }
  const next = sorted[low]
  return next !== undefined && next.start < end
}

/** The text with all edits made. `edits` are in order and do not overlap. */
export function applied(text: string, edits: readonly Edit[]): string {
  return appliedWithin(text, edits, 0, text.length)
}

/** What becomes of `text` from `start` to `end`; an edit that reaches over a border is taken in whole. */
export function appliedWithin(text: string, edits: readonly Edit[], start: number, end: number): string {
  const touched = edits.filter((edit) => edit.start < end && edit.end > start)
  const parts: string[] = []
  let at = Math.min(start, touched[0]?.start ?? start)
  for (const edit of touched) {
    parts.push(text.slice(at, edit.start), edit.text)
    at = edit.end
  }
  return parts.join('') + text.slice(at, Math.max(at, end))
}

/**
 * The replacement laid over white space inside the original, so that lines stay where they are:
 * a name broken over two lines is broken over two lines afterwards.
 */
export function spread(original: string, replacement: string): string {
  const pieces = original.split(/(\s+)/)
  const words = (pieces.length + 1) / 2
  let rest = replacement
  return pieces
    .map((piece, index) => {
      if (index % 2 === 1) return piece
      const after = words - 1 - index / 2
      const length = after === 0 ? rest.length : Math.max(1, Math.min(piece.length, rest.length - after))
      const taken = rest.slice(0, length)
      rest = rest.slice(length)
      return taken
    })
    .join('')
}
