import type { Raster } from './raster.ts'

/** Which dots of a picture are printed: 1 where there is ink, row by row. */
export interface Ink {
  readonly width: number
  readonly height: number
  readonly dots: Uint8Array
}

/** A stretch of ink in one row; `right` is the first dot beyond it. */
export interface InkRun {
  readonly row: number
  readonly left: number
  readonly right: number
}

/** Side of the neighbourhood that a dot is held against, in inches: wider than a character, narrower than a shaded field. */
const AROUND = 0.25
/** Ink is darker than its neighbourhood by this share. */
const DARKER = 0.14

/**
 * Tells ink from paper, each dot held against the shades around it, so that grey lines, shaded fields and unevenly lit
 * pages are read as well (D. Bradley, G. Roth: Adaptive Thresholding Using the Integral Image, 2007).
 */
export function inkOf({ width, height, grey }: Raster, dpi: number): Ink {
  const sums = integral(width, height, grey)
  const reach = Math.max(4, Math.round((AROUND * dpi) / 2))
  const dots = new Uint8Array(width * height)
  for (let y = 0; y < height; y += 1) {
    const [top, bottom] = [Math.max(0, y - reach), Math.min(height, y + reach + 1)]
    for (let x = 0; x < width; x += 1) {
      const [left, right] = [Math.max(0, x - reach), Math.min(width, x + reach + 1)]
      const sum =
        at(sums, bottom * (width + 1) + right) -
        at(sums, top * (width + 1) + right) -
        at(sums, bottom * (width + 1) + left) +
        at(sums, top * (width + 1) + left)
      const mean = sum / ((right - left) * (bottom - top))
      if (at(grey, y * width + x) < mean * (1 - DARKER)) dots[y * width + x] = 1
    }
  }
  return { width, height, dots }
}

/** Sums of all dots above and left of each: one row and one column more than the picture has. */
function integral(width: number, height: number, grey: Uint8Array): Float64Array {
  const sums = new Float64Array((width + 1) * (height + 1))
  for (let y = 0; y < height; y += 1) {
    let row = 0
    for (let x = 0; x < width; x += 1) {
      row += at(grey, y * width + x)
      sums[(y + 1) * (width + 1) + x + 1] = at(sums, y * (width + 1) + x + 1) + row
    }
  }
  return sums
}

function at(numbers: Uint8Array | Float64Array, index: number): number {
  return numbers[index] ?? 0
}

/** The same ink with rows and columns exchanged. */
export function transposed({ width, height, dots }: Ink): Ink {
  const other = new Uint8Array(dots.length)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) other[x * height + y] = dots[y * width + x] ?? 0
  }
  return { width: height, height: width, dots: other }
}

/** The stretches of ink of a row, those joined that leave a gap of at most so many dots, and the shorter ones left out. */
export function runsOfRow({ width, dots }: Ink, row: number, gap: number, shortest: number): InkRun[] {
  const runs: InkRun[] = []
  const own = dots.subarray(row * width, (row + 1) * width)
  for (let left = own.indexOf(1); left >= 0; ) {
    let last = left
    for (let x = left + 1; x < width && x - last <= gap + 1; x += 1) if (own[x] === 1) last = x
    if (last + 1 - left >= shortest) runs.push({ row, left, right: last + 1 })
    left = own.indexOf(1, last + 1)
  }
  return runs
}
