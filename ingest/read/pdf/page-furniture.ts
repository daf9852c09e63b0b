import type { PagePart, ReadPage } from './page.ts'
import { lineText, type PrintedLine } from './printed-line.ts'

/** Running heads and page numbers stand within this share of the page's height from its upper or lower edge. */
const MARGIN = 0.12
/** A line that comes back on so many pages in the margin is a running head. */
const LEAST_PAGES = 3
const PAGE_NUMBER = /^[-—–−·.\s]*(?:第\s*)?\d{1,4}(?:\s*页)?(?:\s*[,，/／]?\s*(?:共\s*)?\d{0,4}\s*页?)?[-—–−·.\s]*$/

/** The pages without running heads and page numbers. */
export function withoutFurniture(pages: readonly ReadPage[]): ReadPage[] {
  const counts = new Map<string, number>()
  for (const page of pages) {
    const heads = new Set(page.parts.flatMap((part) => headOf(part, page) ?? []))
    for (const head of heads) counts.set(head, (counts.get(head) ?? 0) + 1)
  }
  return pages.map((page) => ({ ...page, parts: page.parts.filter((part, index) => !isFurniture(part, index, page)) }))

  function isFurniture(part: PagePart, index: number, page: ReadPage): boolean {
    const head = headOf(part, page)
    if (head === null || part.kind === 'table') return false
    const outermost = index === 0 || index === page.parts.length - 1
    if (outermost && PAGE_NUMBER.test(lineText(part.line))) return true
    return (counts.get(head) ?? 0) >= LEAST_PAGES && !/\d\.\d/.test(head)
  }
}

/** What a line in the margin of a page says, its numbers and place aside; null for other parts. */
function headOf(part: PagePart, page: ReadPage): string | null {
  if (part.kind === 'table' || !isInMargin(part.line, page)) return null
  return lineText(part.line).replace(/^[\s\d—–−·-]+|[\s\d—–−·-]+$/g, '')
}

function isInMargin({ top, bottom }: PrintedLine, { height }: ReadPage): boolean {
  return bottom < MARGIN * height || top > (1 - MARGIN) * height
}
