import type { HeadingBlock } from '../domain/block.ts'

/** The headings under which a reader of the document stands, outermost first. */
export class HeadingPath {
  #open: HeadingBlock[] = []

  /** Goes on below a heading: those of its own level and further in are closed. */
  enter(heading: HeadingBlock): void {
    this.#open = [...this.#open.filter(({ level }) => level < heading.level), heading]
  }

  /** Texts of the open headings, outermost first. */
  get texts(): string[] {
    return this.#open.map(({ text }) => text)
  }
}
