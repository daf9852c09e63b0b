import { encode } from 'fast-png'
import { type DrawnPage, drawPage } from './draw-page.ts'
import type { Pdfium } from './library.ts'
import type { PageView } from './view.ts'

/** A page as PDFium draws it. */
export interface PagePicture {
  /** Of the picture, in its own points. */
  readonly width: number
  readonly height: number
  readonly png: Uint8Array
}

/** Draws an open page at so many dots an inch; null where it has no size that can be drawn. */
export function pagePicture(pdfium: Pdfium, page: number, view: PageView, dpi: number): PagePicture | null {
  return drawPage(pdfium, page, view, dpi, (drawn) => ({ width: drawn.width, height: drawn.height, png: pngOf(drawn) }))
}

/** Most pages print black on white: told once for each dot, they take a third of the room. */
function pngOf({ width, height, stride, bytes: pixels }: DrawnPage): Uint8Array {
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
