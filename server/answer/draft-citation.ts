import type { Citation, CitationFrame, PageBox } from './contract.ts'

/** Where on a page a citation's text is printed. */
export interface PagePlace extends PageBox {
  /** What stands there of the text: all of it, unless it runs on over pages. */
  raw: string
}

/**
 * A citation while its answer is drafted and verified: by the lines that prove it, in a document of pages too. Nobody
 * outside knows the lines of such a document; for them it names the box on a page where they are printed.
 */
export interface DraftCitation extends CitationFrame {
  /** 1-based, inclusive. */
  lines: [number, number]
  /** Null in a text file. */
  place: PagePlace | null
}

/** The citation as the contract has it. */
export function publishedCitation({ lines, place, ...frame }: DraftCitation): Citation {
  return place ? { ...frame, ...place } : { ...frame, lines }
}
