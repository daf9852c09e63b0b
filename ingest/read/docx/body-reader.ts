import type { Warning } from '../../domain/document.ts'
import type { Place } from '../../domain/place.ts'
import { Problem } from '../../domain/problem.ts'
import { said } from '../../domain/warning.ts'
import { NumberTally } from '../bounds.ts'
import type { Flow } from '../flow/flow.ts'
import { flowAt } from '../flow/flow-at.ts'
import { FlowWriter } from '../flow/flow-writer.ts'
import type { Attribute, XmlHandler } from '../office/xml.ts'
import { DrawingReader, type ReferredPart } from './drawing-reader.ts'
import type { ListCounter } from './list-counter.ts'
import { Paragraph } from './paragraph.ts'
import { isOn, outlineOf, type Styles } from './styles.ts'
import { TableReader } from './table-reader.ts'

/** What the text refers to that stands in other parts of the file. */
export interface Surroundings {
  readonly file: string
  readonly styles: Styles
  readonly lists: ListCounter
  /** Footnotes and endnotes by "footnote 2", as they are read. */
  readonly notes: ReadonlyMap<string, readonly Flow[]>
  readonly partOf: (id: string) => ReferredPart | null
}

/** Parts of the text that were taken back, that say how it was before a change, or are no text. */
const SKIPPED = new Set([
  'moveFrom',
  'delText',
  'instrText',
  'delInstrText',
  'rPrChange',
  'pPrChange',
  'tblPrChange',
  'tblGridChange',
  'trPrChange',
  'tcPrChange',
  'sectPr',
  'sdtPr',
  'ffData',
  'rt',
])

/** Of paragraphs, and of cells; a thousand pages have a quarter of it. */
const MOST_PARAGRAPHS = 600_000
const MOST_CHARACTERS = 30_000_000
const GAP = '\u00a0\u00a0'
const LONGEST_QUOTE = 60

/** Where text goes: the body, a cell, a text box, a note. */
interface Frame {
  readonly writer: FlowWriter
  /** Whether the last paragraph's end was taken back. */
  joining: boolean
}

/** A run of characters set alike. */
interface Run {
  hidden: boolean | null
  style: string | null
}

/**
 * Reads the body of a Word file, or its notes, as it is unpacked. Paragraphs are numbered as they begin in the part, those
 * in cells and boxes, of what was taken back and of what stands there twice for older programs included.
 */
export class BodyReader implements XmlHandler {
  readonly warnings: Warning[] = []
  /** By "footnote 2". */
  readonly notes = new Map<string, readonly Flow[]>()
  readonly #around: Surroundings
  readonly #drawings: DrawingReader
  readonly #numbers: NumberTally
  readonly #tables = new TableReader()
  readonly #frames: Frame[] = [newFrame()]
  readonly #paragraphs: Paragraph[] = []
  readonly #runs: Run[] = []
  readonly #path: string[] = []
  /** For each choice between versions of the same, whether one was taken. */
  readonly #chosen: boolean[] = []
  #note = ''
  #number = 0
  #cells = 0
  #characters = 0
  /** How deep inside something that is skipped. */
  #skipping = 0

  constructor(around: Surroundings) {
    this.#around = around
    this.#drawings = new DrawingReader(around.partOf)
    this.#numbers = new NumberTally(around.file)
  }

  end(): Flow[] {
    return this.#frames[0]?.writer.end() ?? []
  }

  open(name: string, attribute: Attribute): void {
    const parent = this.#path.at(-1)
    this.#path.push(name)
    if (name === 'p') this.#number = this.#counted(this.#number)
    if (name === 'tc') this.#cells = this.#counted(this.#cells)
    if (this.#skipping > 0 || this.#skips(name, parent)) this.#skipping += 1
    else {
      this.#tables.open(name, attribute, parent)
      this.#draw(name, attribute)
      this.#opening[name]?.(attribute, parent)
    }
  }

  text(text: string): void {
    const paragraph = this.#paragraphs.at(-1)
    if (this.#skipping > 0 || !paragraph || this.#path.at(-1) !== 't') return
    this.#numbers.take(text)
    this.#characters += text.length
    if (this.#characters > MOST_CHARACTERS) throw this.#tooLarge(`more than ${MOST_CHARACTERS} characters`)
    if (this.#isHidden(paragraph)) paragraph.hidden += text
    else paragraph.text(text)
  }

  close(name: string): void {
    this.#path.pop()
    if (this.#skipping > 0) this.#skipping -= 1
    else {
      this.#drawings.close(name)
      this.#closing[name]?.()
    }
  }

  readonly #opening: Readonly<Record<string, (attribute: Attribute, parent: string | undefined) => void>> = {
    p: () => this.#paragraphs.push(new Paragraph({ kind: 'paragraph', paragraph: this.#number })),
    r: () => this.#runs.push({ hidden: null, style: null }),
    tc: () => this.#frames.push(newFrame()),
    txbxContent: () => this.#frames.push(newFrame()),
    footnote: (attribute) => this.#openNote('footnote', attribute),
    endnote: (attribute) => this.#openNote('endnote', attribute),
    AlternateContent: () => this.#chosen.push(false),
    pStyle: (attribute) => this.#ofParagraph((paragraph) => (paragraph.style = attribute('val') ?? null)),
    outlineLvl: (attribute) => this.#ofParagraph((paragraph) => (paragraph.outline = outlineOf(attribute))),
    numId: (attribute) => this.#ofParagraph((paragraph) => (paragraph.list = attribute('val'))),
    ilvl: (attribute) => this.#ofParagraph((paragraph) => (paragraph.level = Number(attribute('val')) || 0)),
    del: () => {
      // The mark of the paragraph, that is its end, was taken back.
      if (this.#path.at(-3) === 'pPr') this.#ofParagraph((paragraph) => (paragraph.joined = true))
    },
    rStyle: (attribute, parent) => this.#ofRun(parent, (run) => (run.style = attribute('val') ?? null)),
    vanish: (attribute, parent) => this.#ofRun(parent, (run) => (run.hidden = isOn(attribute))),
    tab: (_, parent) => this.#inRun(parent, GAP),
    ptab: (_, parent) => this.#inRun(parent, GAP),
    noBreakHyphen: (_, parent) => this.#inRun(parent, '-'),
    sym: (attribute, parent) => this.#inRun(parent, symbol(attribute('char'))),
    cr: () => this.#ofParagraph((paragraph) => paragraph.break(false)),
    br: (attribute) => {
      const end = ['page', 'column'].includes(attribute('type') ?? '')
      this.#ofParagraph((paragraph) => paragraph.break(end))
    },
    footnoteReference: (attribute) => this.#refer('footnote', attribute),
    endnoteReference: (attribute) => this.#refer('endnote', attribute),
  }

  readonly #closing: Readonly<Record<string, () => void>> = {
    p: () => this.#closeParagraph(),
    r: () => this.#runs.pop(),
    tc: () => this.#closeCell(),
    tbl: () => this.#frames.at(-1)?.writer.table(this.#tables.closeTable()),
    txbxContent: () => {
      const flow = this.#frames.pop()?.writer.end() ?? []
      this.#ofParagraph((paragraph) => paragraph.below(flow))
    },
    footnote: () => this.notes.set(this.#note, this.#frames.pop()?.writer.end() ?? []),
    endnote: () => this.notes.set(this.#note, this.#frames.pop()?.writer.end() ?? []),
    AlternateContent: () => this.#chosen.pop(),
  }

  /** One more, of paragraphs or of cells. */
  #counted(number: number): number {
    if (number === MOST_PARAGRAPHS) throw this.#tooLarge(`more than ${MOST_PARAGRAPHS} paragraphs or cells`)
    return number + 1
  }

  #tooLarge(what: string): Problem {
    return new Problem('file-too-large', `${this.#around.file} has ${what}.`)
  }

  /** Of several versions of the same the first one is read, as current programs do. */
  #skips(name: string, parent: string | undefined): boolean {
    if (name === 'del') return parent !== 'rPr' && parent !== 'trPr'
    if (name !== 'Choice' && name !== 'Fallback') return SKIPPED.has(name)
    const taken = this.#chosen.at(-1) ?? false
    this.#chosen[this.#chosen.length - 1] = true
    return taken
  }

  #draw(name: string, attribute: Attribute): void {
    const place: Place = { kind: 'paragraph', paragraph: Math.max(1, this.#number) }
    const drawn = this.#drawings.open(name, attribute, place)
    if (!drawn) return
    if ('picture' in drawn) this.#ofParagraph((paragraph) => paragraph.picture(drawn.picture))
    else this.#warn(drawn.unread)
  }

  #warn(told: ReturnType<typeof said>, paragraph = Math.max(1, this.#number)): void {
    this.warnings.push({ ...told, line: null, page: null, paragraph })
  }

  #ofParagraph(change: (paragraph: Paragraph) => void): void {
    const paragraph = this.#paragraphs.at(-1)
    if (paragraph) change(paragraph)
  }

  /** The properties of a paragraph's own mark are those of no run. */
  #ofRun(parent: string | undefined, change: (run: Run) => void): void {
    const run = this.#runs.at(-1)
    if (run && parent === 'rPr' && this.#path.at(-3) === 'r') change(run)
  }

  #inRun(parent: string | undefined, text: string): void {
    const paragraph = this.#paragraphs.at(-1)
    if (parent === 'r' && paragraph && !this.#isHidden(paragraph)) paragraph.text(text)
  }

  #isHidden(paragraph: Paragraph): boolean {
    const { styles } = this.#around
    const run = this.#runs.at(-1)
    return run?.hidden ?? (styles.of(run?.style ?? null).hidden || styles.of(paragraph.style).hidden)
  }

  #openNote(kind: string, attribute: Attribute): void {
    this.#note = `${kind} ${attribute('id') ?? ''}`
    this.#frames.push(newFrame())
  }

  #refer(kind: string, attribute: Attribute): void {
    const note = this.#around.notes.get(`${kind} ${attribute('id') ?? ''}`)
    if (note) this.#ofParagraph((paragraph) => paragraph.below(flowAt(note, paragraph.place)))
  }

  #closeParagraph(): void {
    const [paragraph, frame] = [this.#paragraphs.pop(), this.#frames.at(-1)]
    if (!paragraph || !frame) return
    const { styles, lists } = this.#around
    const style = styles.of(paragraph.style)
    const inList = paragraph.listPlace
    const ofStyle = style.list && lists.levelOfStyle(style.list, paragraph.style)
    const item = inList === undefined ? ofStyle : inList
    const number = item && !paragraph.joined ? lists.next(item) : ''
    if (!frame.joining) frame.writer.paragraph((paragraph.outline ?? style.outline) !== null)
    paragraph.write(frame.writer, frame.joining ? '' : number)
    frame.joining = paragraph.joined
    if (!paragraph.joined) frame.writer.paragraph()
    this.#tellHidden(paragraph)
  }

  #tellHidden({ hidden, place }: Paragraph): void {
    const words = hidden.replace(/\s+/g, ' ').trim().slice(0, LONGEST_QUOTE)
    if (words !== '' && place.kind === 'paragraph') this.#warn(said('hiddenText', { words }), place.paragraph)
  }

  #closeCell(): void {
    const flow = this.#frames.pop()?.writer.end() ?? []
    if (this.#tables.closeCell(flow)) this.#warn(said('hiddenRow'))
  }
}

function newFrame(): Frame {
  return { writer: new FlowWriter(), joining: false }
}

/** Symbols are characters of fonts of their own, and say nothing without them, but where they are characters of all. */
function symbol(code: string | undefined): string {
  const character = /^[0-9a-f]{4}$/i.test(code ?? '') ? Number.parseInt(code ?? '', 16) : 0
  return character >= 0x20 && character < 0xd800 ? String.fromCodePoint(character) : ''
}
