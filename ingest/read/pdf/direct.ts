import type { WrappedPdfiumModule } from '@embedpdf/pdfium'

type Direct = (...numbers: number[]) => number

/** Functions of the library that are called for each character and object: without the wrapper, which costs more than they do. */
export interface DirectCalls {
  readonly unicode: Direct
  readonly looseBox: Direct
  readonly origin: Direct
  readonly textObject: Direct
  readonly renderMode: Direct
  readonly objectAt: Direct
  readonly objectType: Direct
  readonly objectBounds: Direct
  readonly fillColour: Direct
}

/** Throws where the library lacks one of them, as another version of it might. */
export function directCalls(call: WrappedPdfiumModule): DirectCalls {
  const direct = (name: string): Direct => {
    const exported: unknown = Reflect.get(call.pdfium.wasmExports, name)
    if (!isDirect(exported)) throw new Error(`PDFium has no function ${name}`)
    return exported
  }
  return {
    unicode: direct('FPDFText_GetUnicode'),
    looseBox: direct('FPDFText_GetLooseCharBox'),
    origin: direct('FPDFText_GetCharOrigin'),
    textObject: direct('FPDFText_GetTextObject'),
    renderMode: direct('FPDFTextObj_GetTextRenderMode'),
    objectAt: direct('FPDFPage_GetObject'),
    objectType: direct('FPDFPageObj_GetType'),
    objectBounds: direct('FPDFPageObj_GetBounds'),
    fillColour: direct('FPDFPageObj_GetFillColor'),
  }
}

function isDirect(exported: unknown): exported is Direct {
  return typeof exported === 'function'
}
