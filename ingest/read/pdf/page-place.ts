import type { PagePlace } from '../../domain/place.ts'
import type { Box } from './drawing.ts'

/** Where on a page something is printed; with a confidence where it was read from an image. */
export function pagePlace(
  page: number,
  { left, top, right, bottom }: Box,
  confidence: number | null = null,
): PagePlace {
  const place: PagePlace = { kind: 'page', page, box: [tenth(left), tenth(top), tenth(right), tenth(bottom)] }
  return confidence === null ? place : { ...place, confidence }
}

/** A tenth of a point is finer than any print. */
function tenth(points: number): number {
  return Math.round(points * 10) / 10
}
