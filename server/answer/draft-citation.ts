import type { Site } from '../../ingest/domain/place.ts'
import type { Citation, CitationFrame, Where } from './contract.ts'

/** Where a citation's text is printed, in formats whose lines nobody outside knows. */
export interface CitedPlace {
  readonly site: Site
  /** What stands there of the text: all of it, unless it runs on over pages, cells or paragraphs. */
  readonly raw: string
}

/**
 * A citation while its answer is drafted and verified: by the lines that prove it, in every format. In a document whose
 * lines are not those of its file, people are shown the page, cell, paragraph or lines of the file where they are printed.
 */
export interface DraftCitation extends CitationFrame {
  /** 1-based, inclusive. */
  lines: [number, number]
  /** Null in a text file. */
  place: CitedPlace | null
}

/** The citation as the contract has it. */
export function publishedCitation({ lines, place, ...frame }: DraftCitation): Citation {
  return place ? { ...frame, raw: place.raw, ...publishedSite(place.site) } : { ...frame, lines }
}

/** A site in the words of the contract. */
function publishedSite(site: Site): Where {
  if (site.kind === 'page') return { page: site.page, box: site.box }
  if (site.kind === 'cell') return { sheet: site.sheet, cell: site.cell }
  if (site.kind === 'paragraph') return { paragraph: site.paragraph }
  return { lines: [site.from, site.to] }
}
