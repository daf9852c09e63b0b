import { align, type PageColumn } from './columns.ts'

/**
 * For each column of a page the column of the page above that it goes on with, left to right; null where the page has
 * more columns than the one above and so is another table. Pages are set each for itself: what is blank on one of them
 * gets no column there, and the others stand closer together.
 */
export function continuedColumns(page: readonly PageColumn[], above: readonly PageColumn[]): number[] | null {
  if (page.length > above.length) return null
  if (page.length === above.length) return page.map((_, index) => index)
  const places = align(page.length, above.length, -1, (item, place) => {
    const [here, there] = [page[item], above[place]]
    return here && there ? likeness(here, there) : null
  })
  const known = places.flatMap((place) => place ?? [])
  return known.length === page.length ? known : null
}

/** Farther apart than this, two columns are not one. */
const FARTHEST = 40

function likeness(here: PageColumn, there: PageColumn): number | null {
  const apart = Math.abs(here.right - there.right)
  if (apart > FARTHEST || (there.cells > 0 && here.words > 0.5 !== there.words > 0.5)) return null
  return (there.cells > 0 ? 1.2 : 1) - apart / FARTHEST
}
