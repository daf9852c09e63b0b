import type { Box } from '../../domain/place.ts'
import type { Pdfium } from './library.ts'
import type { PageView } from './view.ts'

/** The text of a page as PDFium puts it together, by which the reader is checked. */
export interface PlainText {
  readonly text: string
  /** Where characters stand that no one knows the meaning of: their font tells no Unicode for them. */
  readonly unmapped: readonly Box[]
}

/** Of a code point that stands for nothing: none at all, the replacement character, or one for private use. */
const MEANINGLESS = /^[\0\ufffd\ufffe\uffff\ue000-\uf8ff]$/

/** Reads an open page by the plainest means, which share no code with the reader. */
export function plainText({ call, direct, scratch }: Pdfium, page: number, view: PageView): PlainText {
  const text = call.FPDFText_LoadPage(page)
  if (text === 0) return { text: '', unmapped: [] }
  try {
    const unmapped: Box[] = []
    let plain = ''
    const count = call.FPDFText_CountChars(text)
    for (let index = 0; index < count; index += 1) {
      const character = String.fromCodePoint(direct.unicode(text, index))
      plain += character
      const unknown = call.FPDFText_HasUnicodeMapError(text, index) === 1 || MEANINGLESS.test(character)
      if (!unknown || direct.looseBox(text, index, scratch.at(0)) === 0) continue
      // FS_RECTF: left, top, right, bottom.
      const box = view.box(scratch.float(0), scratch.float(3), scratch.float(2), scratch.float(1))
      unmapped.push([box.left, box.top, box.right, box.bottom])
    }
    return { text: plain, unmapped }
  } finally {
    call.FPDFText_ClosePage(text)
  }
}
