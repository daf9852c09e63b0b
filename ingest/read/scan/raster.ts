/** A picture in shades of grey, row by row from the top: 0 is black, 255 white. */
export interface Raster {
  readonly width: number
  readonly height: number
  readonly grey: Uint8Array
}

/** A rectangle of dots; `right` and `bottom` are the first beyond it. */
export interface DotBox {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

export const WHITE = 255

/** A part of a picture with white all round; dots of the box that lie outside the picture are white as well. */
export function cropped({ width, height, grey }: Raster, box: DotBox, margin: number): Raster {
  const [across, down] = [box.right - box.left + 2 * margin, box.bottom - box.top + 2 * margin]
  const part = new Uint8Array(across * down).fill(WHITE)
  const [left, right] = [Math.max(0, box.left), Math.min(width, box.right)]
  for (let y = Math.max(0, box.top); y < Math.min(height, box.bottom); y += 1) {
    const row = grey.subarray(y * width + left, y * width + right)
    part.set(row, (y - box.top + margin) * across + left - box.left + margin)
  }
  return { width: across, height: down, grey: part }
}

/** A picture as many times as large. */
export function scaled(raster: Raster, factor: number): Raster {
  if (factor === 1) return raster
  const side = (length: number) => Math.max(1, Math.round(length * factor))
  const step = 1 / factor
  const first = step / 2 - 0.5
  return resampled(raster, side(raster.width), side(raster.height), {
    xx: step,
    xy: 0,
    x: first,
    yx: 0,
    yy: step,
    y: first,
  })
}

/** A picture turned about its middle by an angle, clockwise in radians; what comes in at the corners is white. */
export function rotated(raster: Raster, angle: number): Raster {
  const { width, height } = raster
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const [cx, cy] = [(width - 1) / 2, (height - 1) / 2]
  const from = { xx: cos, xy: sin, x: cx - cx * cos - cy * sin, yx: -sin, yy: cos, y: cy + cx * sin - cy * cos }
  return resampled(raster, width, height, from)
}

/** A picture turned clockwise by so many quarters. */
export function turned(raster: Raster, quarters: number): Raster {
  const { width, height, grey } = raster
  if (quarters % 4 === 0) return raster
  if (quarters % 4 === 2) return { width, height, grey: grey.toReversed() }
  const back = quarters % 4 === 3
  const turn = new Uint8Array(grey.length)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const to = back ? (width - 1 - x) * height + y : x * height + (height - 1 - y)
      turn[to] = grey[y * width + x] ?? WHITE
    }
  }
  return { width: height, height: width, grey: turn }
}

/** Where a dot at (column, row) comes from: x = xx·column + xy·row + x, y = yx·column + yy·row + y. */
interface Origin {
  readonly xx: number
  readonly xy: number
  readonly x: number
  readonly yx: number
  readonly yy: number
  readonly y: number
}

/** Each dot takes the shade between the four dots around its origin; white outside. */
function resampled({ width, height, grey }: Raster, across: number, down: number, from: Origin): Raster {
  const made = new Uint8Array(across * down).fill(WHITE)
  for (let row = 0; row < down; row += 1) {
    for (let column = 0; column < across; column += 1) {
      const x = Math.min(Math.max(from.xx * column + from.xy * row + from.x, -1), width)
      const y = Math.min(Math.max(from.yx * column + from.yy * row + from.y, -1), height)
      const [left, top] = [Math.floor(x), Math.floor(y)]
      if (left < 0 || top < 0 || left + 1 >= width || top + 1 >= height) {
        made[row * across + column] = shadeAt(width, height, grey, x, y)
        continue
      }
      const at = top * width + left
      const [a, b] = [x - left, y - top]
      const upper = (grey[at] ?? WHITE) * (1 - a) + (grey[at + 1] ?? WHITE) * a
      const lower = (grey[at + width] ?? WHITE) * (1 - a) + (grey[at + width + 1] ?? WHITE) * a
      made[row * across + column] = Math.round(upper * (1 - b) + lower * b)
    }
  }
  return { width: across, height: down, grey: made }
}

/** At the edge of the picture: the nearest dot; white beyond it. */
function shadeAt(width: number, height: number, grey: Uint8Array, x: number, y: number): number {
  const [column, row] = [Math.round(x), Math.round(y)]
  if (column < 0 || row < 0 || column >= width || row >= height) return WHITE
  return grey[row * width + column] ?? WHITE
}
