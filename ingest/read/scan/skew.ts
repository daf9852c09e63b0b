import { type Ink, type InkRun, runsOfRow } from './ink.ts'

/** The largest slant that is looked for, in radians: two and a half degrees and a little more. */
const MOST = 0.045
/** Steps of the search, the second around the best of the first. */
const COARSE = 0.0025
const FINE = 0.00025
/** So many dots are enough to tell the slant of a page. */
const DOTS = 150_000

/**
 * The angle, clockwise in radians, by which the lines of a page slant: that under which its ink gathers most into level
 * rows. 0 for a page with hardly any ink.
 */
export function skewOf(ink: Ink): number {
  const points = edgePoints(ink)
  if (points.length === 0) return 0
  const coarse = best(points, ink, 0, MOST, COARSE)
  return best(points, ink, coarse, COARSE, FINE)
}

interface Point {
  readonly x: number
  readonly y: number
}

/** Lower edges of the ink: those of level lines and of letters that stand on one line gather in one row. */
function edgePoints(ink: Ink): Point[] {
  const points: Point[] = []
  for (let y = 0; y + 1 < ink.height; y += 1) {
    for (const run of runsOfRow(ink, y, 0, 1)) points.push(...openBelow(ink, run))
  }
  const every = Math.ceil(points.length / DOTS)
  return every <= 1 ? points : points.filter((_, index) => index % every === 0)
}

function openBelow({ width, dots }: Ink, { row, left, right }: InkRun): Point[] {
  const points: Point[] = []
  for (let x = left; x < right; x += 1) if (dots[(row + 1) * width + x] === 0) points.push({ x, y: row })
  return points
}

function best(points: readonly Point[], ink: Ink, middle: number, reach: number, step: number): number {
  let [found, most] = [middle, 0]
  const steps = Math.round(reach / step)
  for (let at = -steps; at <= steps; at += 1) {
    const angle = middle + at * step
    const score = gathered(points, ink, angle)
    // Where nothing tells two angles apart, the smaller one is likelier.
    if (score > most || (score === most && Math.abs(angle) < Math.abs(found))) [found, most] = [angle, score]
  }
  return found
}

/** How unevenly the points lie over the rows of a page slanting by an angle. */
function gathered(points: readonly Point[], { width, height }: Ink, angle: number): number {
  const slope = Math.tan(angle)
  const below = Math.ceil(width * Math.tan(MOST + COARSE))
  const rows = new Float64Array(height + 2 * below + 1)
  for (const { x, y } of points) {
    const row = Math.round(y - x * slope) + below
    rows[row] = (rows[row] ?? 0) + 1
  }
  let sum = 0
  for (const count of rows) sum += count * count
  return sum
}
