import type { PagePlace } from '../../domain/place.ts'
import type { Box } from './drawing.ts'

/** Where on a page something is printed. */
export function pagePlace(page: number, { left, top, right, bottom }: Box): PagePlace {
  return { kind: 'page', page, box: [tenth(left), tenth(top), tenth(right), tenth(bottom)] }
}

/** A tenth of a point is finer than any print. */
function tenth(points: number): number {
  return Math.round(points * 10) / 10
}
