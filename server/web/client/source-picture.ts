import type { PageDrawing } from './pdf-drawing.ts'

/** The page of a PDF as it is printed, with a box around a place on it. */
export interface Picture {
  /** `box`: left, top, right, bottom in points from the page's top left corner, as the server writes them. */
  readonly show: (page: number, box: string) => void
}

interface Parts {
  readonly canvas: HTMLCanvasElement
  readonly frame: HTMLElement
  readonly failure: HTMLElement
  readonly status: HTMLElement
}

/** Draws the page that the section names, and others when they are asked for; null where there is no such section. */
export function openPicture(section: HTMLElement | null): Picture | null {
  const parts = section && partsOf(section)
  if (!section || !parts) return null
  section.hidden = false
  const { file = '', page = '1', box = '' } = section.dataset
  const drawing = import('./pdf-drawing.ts').then(({ openPdf }) => openPdf(file))
  let shown = Number(page)
  const show = (wanted: number, boxed: string): void => {
    shown = wanted
    drawing
      .then((open) => draw(open, wanted, boxed, parts))
      .then((drawn) => {
        shown = drawn
      })
      .catch(() => {
        parts.failure.hidden = false
      })
  }
  for (const button of section.querySelectorAll<HTMLButtonElement>('[data-turn]'))
    button.addEventListener('click', () => show(shown + Number(button.dataset.turn), ''))
  show(shown, box)
  return { show: (wanted, boxed) => show(wanted, boxed) }
}

function partsOf(section: HTMLElement): Parts | null {
  const canvas = section.querySelector('canvas')
  const frame = section.querySelector<HTMLElement>('.page-box')
  const failure = section.querySelector<HTMLElement>('.failure')
  const status = section.querySelector<HTMLElement>('[role=status]')
  return canvas && frame && failure && status ? { canvas, frame, failure, status } : null
}

/** The page that was drawn: the nearest one that there is. */
async function draw(open: PageDrawing, wanted: number, boxed: string, parts: Parts): Promise<number> {
  const page = Math.min(Math.max(1, wanted), open.pageCount)
  const { width, height } = await open.draw(page, parts.canvas)
  const [left = 0, top = 0, right = 0, bottom = 0] = boxed.split(',').map(Number)
  parts.frame.hidden = boxed === ''
  parts.frame.style.left = share(left, width)
  parts.frame.style.top = share(top, height)
  parts.frame.style.width = share(right - left, width)
  parts.frame.style.height = share(bottom - top, height)
  parts.status.textContent = (parts.status.dataset.text ?? '')
    .replace('{page}', String(page))
    .replace('{of}', String(open.pageCount))
  parts.failure.hidden = true
  if (boxed !== '') scrollSideways(parts)
  return page
}

/** On a phone the page is wider than the screen. */
function scrollSideways({ canvas, frame }: Parts): void {
  const window = canvas.closest('.page-canvas')
  if (window) window.scrollLeft = frame.offsetLeft + frame.offsetWidth / 2 - window.clientWidth / 2
}

function share(length: number, of: number): string {
  return `${((length / of) * 100).toFixed(3)}%`
}
