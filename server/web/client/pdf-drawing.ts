import { GlobalWorkerOptions, getDocument, type RenderTask } from 'pdfjs-dist'
import workerAddress from 'pdfjs-dist/build/pdf.worker.min.mjs?url'

/** An open PDF. */
export interface PageDrawing {
  readonly pageCount: number
  /** Draws a page (from 1) as sharp as the screen shows it, and tells its size in points. */
  readonly draw: (
    page: number,
    canvas: HTMLCanvasElement,
  ) => Promise<{ readonly width: number; readonly height: number }>
}

/** A canvas of more dots than this is blank in some browsers. */
const MOST_DOTS = 16_000_000

/** Opens a PDF for its pages to be drawn; what of it would be a script, a form or a link is never looked at. */
export async function openPdf(file: string): Promise<PageDrawing> {
  GlobalWorkerOptions.workerPort ??= new Worker(trusted(workerAddress), { type: 'module' })
  const pdf = await getDocument({
    url: file,
    cMapUrl: '/assets/pdf/cmaps/',
    cMapPacked: true,
    standardFontDataUrl: '/assets/pdf/standard_fonts/',
    wasmUrl: '/assets/pdf/wasm/',
    // The policy of these pages lets no text become code, WebAssembly included; pdf.js then decodes by script.
    useWasm: false,
    enableXfa: false,
  }).promise
  let last: RenderTask | null = null
  return {
    pageCount: pdf.numPages,
    draw: async (number, canvas) => {
      const page = await pdf.getPage(number)
      const { width, height } = page.getViewport({ scale: 1 })
      const wide = (canvas.parentElement?.clientWidth ?? width) * devicePixelRatio
      const scale = Math.min(wide / width, Math.sqrt(MOST_DOTS / (width * height)))
      last?.cancel()
      const viewport = page.getViewport({ scale })
      canvas.width = Math.round(viewport.width)
      canvas.height = Math.round(viewport.height)
      const task = page.render({ canvas, viewport })
      last = task
      await task.promise
      return { width, height }
    },
  }
}

/** The policy of these pages lets a script start none by a bare text; this one is known when they are built. */
function trusted(address: string): string {
  const policy = window.trustedTypes?.createPolicy('pdf-worker', { createScriptURL: (known) => known })
  return policy ? policy.createScriptURL(address) : address
}
