import type { Raster } from '../scan/raster.ts'
import { type DrawnPage, drawPage } from './draw-page.ts'
import type { Pdfium } from './library.ts'
import type { PageView } from './view.ts'

/** A page drawn in shades of grey. */
export interface PageRaster {
  readonly raster: Raster
  readonly dpi: number
}

/** Coarser pictures are drawn larger, lest their lines be a dot thin; finer ones smaller, which costs nothing that is read. */
const COARSEST = 150
const FINEST = 300
/** No page is drawn with more dots than an A3 sheet has at 300 dots an inch. */
const MOST_DOTS = 18_000_000
const POINTS_AN_INCH = 72

/** An open page as it is to be read, where its picture has so many dots an inch; null where it cannot be drawn. */
export function pageRaster(pdfium: Pdfium, page: number, view: PageView, pictured: number): PageRaster | null {
  const inches = (view.width * view.height) / POINTS_AN_INCH ** 2
  const dpi = Math.min(Math.max(COARSEST, Math.min(FINEST, pictured)), Math.sqrt(MOST_DOTS / inches))
  const raster = drawPage(pdfium, page, view, dpi, greyOf)
  return raster && { raster, dpi }
}

/** Shades by the weights of ITU-R BT.601. */
function greyOf({ width, height, stride, bytes }: DrawnPage): Raster {
  const grey = new Uint8Array(width * height)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const from = y * stride + x * 4
      const [red, green, blue] = [bytes[from] ?? 0, bytes[from + 1] ?? 0, bytes[from + 2] ?? 0]
      grey[y * width + x] = Math.round(0.299 * red + 0.587 * green + 0.114 * blue)
    }
  }
  return { width, height, grey }
}
