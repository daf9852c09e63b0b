import { encode } from 'fast-png'
import type { Pdfium } from './library.ts'
import type { PageView } from './view.ts'

/** A page as PDFium draws it. */
export interface PagePicture {
  /** Of the picture, in its own points. */
  readonly width: number
  readonly height: number
  readonly png: Uint8Array
}

const POINTS_AN_INCH = 72
/** A page wider than this many points would make a picture that no memory holds. */
const MOST_POINTS = 4000
const WHITE = 0xffffffff
/** fpdfview.h: draw annotations as well, and write red before blue, as PNG has them. */
const FPDF_ANNOT = 0x01
const FPDF_REVERSE_BYTE_ORDER = 0x10

/** Draws an open page at so many dots an inch; null where it has no size that can be drawn. */
export function pagePicture({ call }: Pdfium, page: number, view: PageView, dpi: number): PagePicture | null {
  const scale = dpi / POINTS_AN_INCH
  const [width, height] = [Math.round(view.width * scale), Math.round(view.height * scale)]
  if (width < 1 || height < 1 || Math.max(view.width, view.height) > MOST_POINTS) return null
  const bitmap = call.FPDFBitmap_Create(width, height, 0)
  if (bitmap === 0) return null
  try {
    call.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE)
    call.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, FPDF_ANNOT | FPDF_REVERSE_BYTE_ORDER)
    const [from, stride] = [call.FPDFBitmap_GetBuffer(bitmap), call.FPDFBitmap_GetStride(bitmap)]
    const pixels = call.pdfium.HEAPU8.subarray(from, from + stride * height)
    return { width, height, png: pngOf(pixels, width, height, stride) }
  } finally {
    call.FPDFBitmap_Destroy(bitmap)
  }
}

/** Most pages print black on white: told once for each dot, they take a third of the room. */
function pngOf(pixels: Uint8Array, width: number, height: number, stride: number): Uint8Array {
  const channels = isGrey(pixels) ? 1 : 3
  const data = new Uint8Array(width * height * channels)
  let at = 0
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      for (let part = 0; part < channels; part += 1) {
        data[at] = pixels[y * stride + x * 4 + part] ?? 0
        at += 1
      }
    }
  }
  return encode({ width, height, data, channels })
}

/** Whether red, green and blue are the same in every dot of four bytes. */
function isGrey(pixels: Uint8Array): boolean {
  for (let at = 0; at < pixels.length; at += 4) {
    if (pixels[at] !== pixels[at + 1] || pixels[at] !== pixels[at + 2]) return false
  }
  return true
}
