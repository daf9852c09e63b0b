import type { Pdfium } from './library.ts'
import type { PageView } from './view.ts'

/** The dots of a drawn page: four bytes each, red, green, blue and one that says nothing. */
export interface DrawnPage {
  readonly width: number
  readonly height: number
  /** Bytes from one row to the next. */
  readonly stride: number
  readonly bytes: Uint8Array
}

const POINTS_AN_INCH = 72
/** A page wider than this many points would make a picture that no memory holds. */
const MOST_POINTS = 4000
const WHITE = 0xffffffff
/** fpdfview.h: draw annotations as well, and write red before blue, as PNG has them. */
const FPDF_ANNOT = 0x01
const FPDF_REVERSE_BYTE_ORDER = 0x10

/** What `look` makes of an open page drawn at so many dots an inch; null where it has no size that can be drawn. */
export function drawPage<Made>(
  { call }: Pdfium,
  page: number,
  view: PageView,
  dpi: number,
  look: (drawn: DrawnPage) => Made,
): Made | null {
  const scale = dpi / POINTS_AN_INCH
  const [width, height] = [Math.round(view.width * scale), Math.round(view.height * scale)]
  if (width < 1 || height < 1 || Math.max(view.width, view.height) > MOST_POINTS) return null
  const bitmap = call.FPDFBitmap_Create(width, height, 0)
  if (bitmap === 0) return null
  try {
    call.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE)
    call.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, FPDF_ANNOT | FPDF_REVERSE_BYTE_ORDER)
    const [from, stride] = [call.FPDFBitmap_GetBuffer(bitmap), call.FPDFBitmap_GetStride(bitmap)]
    return look({ width, height, stride, bytes: call.pdfium.HEAPU8.subarray(from, from + stride * height) })
  } finally {
    call.FPDFBitmap_Destroy(bitmap)
  }
}
