import type { PagePart, ReadPage } from './page.ts'
import { lineText, type PrintedLine } from './printed-line.ts'

/** Running heads and page numbers stand within this share of the page's height from its upper or lower edge. */
const MARGIN = 0.12
/** A line that comes back at one height on so many pages in the margin is a running head; fewer do in short documents. */
const LEAST_PAGES = 3
const SHORT_DOCUMENT = 4
/** Page numbers are among so many of the outermost lines of a page. */
const OUTERMOST = 2
const PAGE_NUMBER =
  /^[^\p{L}\d]*(?:第\s*)?\d{1,4}(?:\s*页)?(?:[^\p{L}\d]*(?:共\s*)?\d{0,4}\s*页?)?[^\p{L}\d]*$|^共\s*\d{1,4}\s*页$/u
/** A figure, a title or a table's number ("表4") is of its own page, whatever stands at its height on others. */
const OWN_TO_PAGE = /\d\.\d|表$|^附?表\s*(?:\d+|[一二三四五六七八九十]+)(?:[-—.]\d+)*$/

/** The pages without running heads and page numbers. */
export function withoutFurniture(pages: readonly ReadPage[]): ReadPage[] {
  const counts = new Map<string, number>()
  for (const page of pages) {
    const heads = new Set(page.parts.flatMap((part) => headOf(part, page) ?? []))
    for (const head of heads) counts.set(head, (counts.get(head) ?? 0) + 1)
  }
  const least = pages.length <= SHORT_DOCUMENT ? LEAST_PAGES - 1 : LEAST_PAGES
  return pages.map((page) => ({ ...page, parts: page.parts.filter((part, index) => !isFurniture(part, index, page)) }))

  function isFurniture(part: PagePart, index: number, page: ReadPage): boolean {
    const head = headOf(part, page)
    if (head === null || part.kind === 'table') return false
    const outermost = index < OUTERMOST || index >= page.parts.length - OUTERMOST
    if (outermost && PAGE_NUMBER.test(lineText(part.line))) return true
    return (counts.get(head) ?? 0) >= least && !OWN_TO_PAGE.test(lineText(part.line))
  }
}

/** In points: running heads stand at one height on all pages. */
const SAME_HEIGHT = 4

/** What a line in the margin of a page says, the page's number aside, and at what height; null for other parts. */
function headOf(part: PagePart, page: ReadPage): string | null {
  if (part.kind === 'table' || !isInMargin(part.line, page)) return null
  const words = lineText(part.line).replace(/^[\s\d—–−·-]+|[\s\d—–−·-]+$/g, '')
  return `${words} ${Math.round(part.line.baseline / SAME_HEIGHT)}`
}

function isInMargin({ top, bottom }: PrintedLine, { height }: ReadPage): boolean {
  return bottom < MARGIN * height || top > (1 - MARGIN) * height
}
