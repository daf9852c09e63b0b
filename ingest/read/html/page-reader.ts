import type { Warning } from '../../domain/document.ts'
import type { Place } from '../../domain/place.ts'
import { said } from '../../domain/warning.ts'
import { NumberTally } from '../bounds.ts'
import { fewWarnings } from '../few-warnings.ts'
import type { Flow } from '../flow/flow.ts'
import { FlowWriter } from '../flow/flow-writer.ts'
import { type Contents, lookThrough } from './contents.ts'
import { listMarkers } from './list-markers.ts'
import { isPageFrame } from './page-frame.ts'
import { pictureOf } from './pictures.ts'
import { captionsOf, hiddenParts, TableSlots } from './table-slots.ts'
import { type HtmlElement, type HtmlNode, isElement, isText, lineOf, textOf } from './tree.ts'
import { isBlock, isHeading, isHidden, isSilent } from './visibility.ts'

/** Parts a term from what defines it. */
const GAP = '\u00a0\u00a0'
const LONGEST_QUOTE = 60

/** Where in the page the reader is. */
interface Context {
  readonly writer: FlowWriter
  /** Inside an article, where a <header> is that of the article. */
  readonly article: boolean
  /** Whether line breaks of the file are line breaks of the text. */
  readonly preformatted: boolean
  readonly markers: ReadonlyMap<HtmlElement, string>
}

/** Reads the nodes of a page, as people see them, into lines and tables. */
export class PageReader {
  readonly #hidden: Warning[] = []
  readonly #nodes: readonly HtmlNode[]
  readonly #contentsOf: (element: HtmlElement) => Contents
  readonly #slots: TableSlots
  readonly #numbers: NumberTally
  #place: Place = { kind: 'line', line: 1 }

  constructor(nodes: readonly HtmlNode[], file: string) {
    this.#nodes = nodes
    this.#contentsOf = lookThrough(nodes)
    this.#slots = new TableSlots(file)
    this.#numbers = new NumberTally(file)
  }

  /** A warning for each part that people do not see, once the page is read. */
  get hidden(): readonly Warning[] {
    return fewWarnings(this.#hidden)
  }

  read(): Flow[] {
    return this.#flowOf(this.#nodes, { article: false, preformatted: false, markers: new Map() })
  }

  #flowOf(nodes: readonly HtmlNode[], context: Omit<Context, 'writer'>): Flow[] {
    const writer = new FlowWriter()
    this.#all(nodes, { ...context, writer })
    return writer.end()
  }

  #all(nodes: readonly HtmlNode[], context: Context): void {
    for (const node of nodes) {
      if (isText(node)) this.#text(node.value, lineOf(node), context)
      else if (isElement(node)) this.#element(node, context)
    }
  }

  /** A piece for each line of the file that the text goes over. */
  #text(value: string, line: number | null, { writer, preformatted }: Context): void {
    this.#numbers.take(value)
    value.split('\n').forEach((part, index) => {
      if (index > 0 && preformatted) writer.lineBreak()
      const text = preformatted || index === 0 ? part : `\n${part}`
      if (text !== '')
        writer.text(preformatted ? text : text.replace(/[ \t\r\f]+/g, ' '), this.#placeAt((line ?? 1) + index))
    })
  }

  /** The very same place for the same line, so that what stands on it is one piece. */
  #placeAt(line: number): Place {
    if (this.#place.kind !== 'line' || this.#place.line !== line) this.#place = { kind: 'line', line }
    return this.#place
  }

  #element(element: HtmlElement, context: Context): void {
    if (isHidden(element)) this.#leaveOut(element)
    else if (!isSilent(element) && !this.#isFrame(element, context)) this.#visible(element, context)
  }

  #isFrame(element: HtmlElement, { article }: Context): boolean {
    return !(article && element.tagName === 'header') && isPageFrame(element, this.#contentsOf(element))
  }

  #visible(element: HtmlElement, context: Context): void {
    const { tagName } = element
    const { writer } = context
    if (tagName === 'br') writer.lineBreak()
    else if (tagName === 'img') this.#picture(element, context)
    else if (tagName === 'table') this.#table(element, context)
    else if (isBlock(element)) this.#block(element, context)
    else this.#all(element.childNodes, context)
  }

  #picture(element: HtmlElement, { writer }: Context): void {
    const picture = pictureOf(element, this.#placeAt(lineOf(element) ?? 1))
    if (picture) writer.picture(picture)
  }

  #block(element: HtmlElement, context: Context): void {
    const { tagName } = element
    const { writer } = context
    const place = this.#placeAt(lineOf(element) ?? 1)
    // What defines a term goes on with its line.
    if (tagName === 'dd') writer.text(GAP, place)
    else writer.paragraph(isHeading(tagName))
    const marker = context.markers.get(element)
    if (marker !== undefined) writer.marker({ text: marker, place })
    this.#all(element.childNodes, {
      writer,
      article: context.article || tagName === 'article' || tagName === 'main',
      preformatted: context.preformatted || tagName === 'pre',
      markers: tagName === 'ol' ? listMarkers(element) : context.markers,
    })
    if (marker !== undefined) writer.marker(null)
    if (tagName !== 'dt') writer.paragraph()
  }

  #table(table: HtmlElement, context: Context): void {
    const { writer } = context
    for (const caption of captionsOf(table)) this.#element(caption, context)
    for (const part of hiddenParts(table)) this.#leaveOut(part)
    const inside = { ...context, preformatted: false }
    const cells = this.#slots.of(table).map(({ cell, ...slot }) => ({
      ...slot,
      content: this.#cell(cell, inside),
    }))
    writer.table({ kind: 'table', cells })
  }

  #cell(cell: HtmlElement, context: Context): Flow[] {
    if (!isHidden(cell)) return this.#isFrame(cell, context) ? [] : this.#flowOf(cell.childNodes, context)
    this.#leaveOut(cell)
    return []
  }

  #leaveOut(element: HtmlElement): void {
    const words = textOf(element, LONGEST_QUOTE)
    if (words === '') return
    this.#hidden.push({ ...said('hiddenText', { words }), line: lineOf(element), page: null })
  }
}
