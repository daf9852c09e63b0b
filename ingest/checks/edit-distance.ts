/**
 * How many characters have to be put in, left out or changed to make one text the other; `limit` + 1 for any number
 * beyond the limit.
 */
export function editDistance(a: string, b: string, limit: number): number {
  const [x, y] = [[...a], [...b]]
  if (Math.abs(x.length - y.length) > limit) return limit + 1
  let before = y.map((_, at) => at + 1)
  for (const [row, character] of x.entries()) {
    let diagonal = row
    let left = row + 1
    before = before.map((above, at) => {
      const changed = diagonal + (character === y[at] ? 0 : 1)
      diagonal = above
      left = Math.min(changed, above + 1, left + 1)
      return left
    })
    if (Math.min(row + 1, ...before) > limit) return limit + 1
  }
  return Math.min(before.at(-1) ?? x.length, limit + 1)
}
