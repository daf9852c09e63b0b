import type { Box } from './drawing.ts'
import type { Pdfium } from './library.ts'

/** How the page's own coordinates (from the bottom left, unturned, uncropped) become those of the page as it is shown. */
export interface PageView {
  readonly width: number
  readonly height: number
  readonly point: (x: number, y: number) => readonly [number, number]
  /** The box of two opposite corners. */
  readonly box: (x0: number, y0: number, x1: number, y1: number) => Box
}

/** The view that a reader of the page has: cropped, and turned as the page asks for. */
export function pageView({ call, scratch }: Pdfium, page: number): PageView {
  const [width, height] = [call.FPDF_GetPageWidthF(page), call.FPDF_GetPageHeightF(page)]
  const turns = call.FPDFPage_GetRotation(page)
  const corner = [scratch.at(0), scratch.at(1), scratch.at(2), scratch.at(3)] as const
  const boxed = call.FPDFPage_GetCropBox(page, ...corner) || call.FPDFPage_GetMediaBox(page, ...corner)
  const [left, bottom] = boxed ? [scratch.float(0), scratch.float(2)] : [0, 0]
  const point = (x: number, y: number): readonly [number, number] => {
    const [right, up] = [x - left, y - bottom]
    if (turns === 1) return [up, right]
    if (turns === 2) return [width - right, up]
    if (turns === 3) return [width - up, height - right]
    return [right, height - up]
  }
  const box = (x0: number, y0: number, x1: number, y1: number): Box => {
    // The usual page, and twice for each of its characters.
    if (turns === 0 && x0 <= x1 && y0 <= y1)
      return { left: x0 - left, top: height - y1 + bottom, right: x1 - left, bottom: height - y0 + bottom }
    const [[a, b], [c, d]] = [point(x0, y0), point(x1, y1)]
    return { left: Math.min(a, c), top: Math.min(b, d), right: Math.max(a, c), bottom: Math.max(b, d) }
  }
  return { width, height, point, box }
}
