import type { Block } from '../../domain/block.ts'
import type { Warning } from '../../domain/document.ts'
import type { Place } from '../../domain/place.ts'

/** Who watches the reading of a long file, and what it may leave out. */
export interface PageWatch {
  /** Told when a page has been read; 1-based. */
  readonly onPage?: (page: number, of: number) => void
  /** Pages that were given up on before: left out, with a warning each. */
  readonly skip?: ReadonlySet<number>
}

/** A document of pages as text: blocks count their lines in `lines`, and each line stands at its place. */
export interface PagedText {
  readonly lines: readonly string[]
  /** One a line. */
  readonly places: readonly Place[]
  readonly blocks: readonly Block[]
  readonly warnings: readonly Warning[]
}

/**
 * Reads a PDF. Throws Problem "pdf-protected" where it asks for a password, "pdf-damaged", "file-empty" where it has no
 * page, "pdf-pictures-only" where no page has text.
 */
export async function readPdf(_bytes: Uint8Array, _file: string, _watch: PageWatch = {}): Promise<PagedText> {
  return { lines: [], places: [], blocks: [], warnings: [] }
}
