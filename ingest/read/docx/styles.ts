import type { Archive } from '../office/archive.ts'
import { type Attribute, isTrue, readXml } from '../office/xml.ts'

/** What a style says of the paragraphs or characters that are set in it. */
export interface Style {
  /** 0 for the outermost level of headings; null for running text. */
  readonly outline: number | null
  /** The list that its paragraphs are numbered in; null for none. */
  readonly list: ListPlace | null
  /** Whether its text is not shown. */
  readonly hidden: boolean
}

/** A list by its number in the file, and the 0-based level of an item. */
export interface ListPlace {
  readonly list: string
  readonly level: number
}

/** A style as it stands in the file: what it leaves open, the one that it is based on says. */
interface StyleRecord {
  base: string | null
  title: boolean
  outline: number | null
  list: string | null
  level: number | null
  hidden: boolean | null
}

const PLAIN: Style = { outline: null, list: null, hidden: false }
/** Styles are based on others, on others … no file goes on like this for longer. */
const LONGEST_CHAIN = 20
/** Names of the styles of titles, which stand in no outline. */
const TITLE = /^(?:title|subtitle|标题|副标题)$/i

/** Whether a switch such as <w:vanish/> is on: it is, unless it says otherwise. */
export function isOn(attribute: Attribute): boolean {
  const value = attribute('val')
  return value === undefined || isTrue(value)
}

/** Level of the outline as the file writes it; 9 is running text. */
export function outlineOf(attribute: Attribute): number | null {
  const level = Number(attribute('val'))
  return Number.isInteger(level) && level >= 0 && level < 9 ? level : null
}

/** The styles of a Word file by their ids. */
export class Styles {
  readonly #records: ReadonlyMap<string, StyleRecord>
  readonly #known = new Map<string, Style>()

  private constructor(records: ReadonlyMap<string, StyleRecord>) {
    this.#records = records
  }

  /** None where there is no such part. */
  static async read(archive: Archive, part: string | null): Promise<Styles> {
    const records = new Map<string, StyleRecord>()
    if (part !== null) await readXml(archive, part, new StyleReader(records))
    return new Styles(records)
  }

  /** A style with what it takes over from others; plain text for an unknown one. */
  of(id: string | null): Style {
    if (id === null) return PLAIN
    const known = this.#known.get(id) ?? this.#resolve(id)
    this.#known.set(id, known)
    return known
  }

  #resolve(id: string): Style {
    const chain: StyleRecord[] = []
    for (let at: string | null = id; at !== null && chain.length < LONGEST_CHAIN; at = chain.at(-1)?.base ?? null) {
      const record = this.#records.get(at)
      if (!record) break
      chain.push(record)
    }
    const first = <T>(of: (record: StyleRecord) => T | null): T | null =>
      chain.reduce<T | null>((found, record) => found ?? of(record), null)
    const list = first((record) => record.list)
    return {
      outline: first((record) => record.outline ?? (record.title ? 0 : null)),
      list: list === null ? null : { list, level: first((record) => record.level) ?? 0 },
      hidden: first((record) => record.hidden) ?? false,
    }
  }
}

class StyleReader {
  readonly #records: Map<string, StyleRecord>
  #current: StyleRecord | null = null

  constructor(records: Map<string, StyleRecord>) {
    this.#records = records
  }

  open(name: string, attribute: Attribute): void {
    if (name === 'style') this.#begin(attribute('styleId') ?? '')
    else if (this.#current) this.#read(this.#current, name, attribute)
  }

  close(name: string): void {
    if (name === 'style') this.#current = null
  }

  #begin(id: string): void {
    this.#current = { base: null, title: false, outline: null, list: null, level: null, hidden: null }
    this.#records.set(id, this.#current)
  }

  #read(style: StyleRecord, name: string, attribute: Attribute): void {
    const value = attribute('val')
    if (name === 'basedOn') style.base = value ?? null
    else if (name === 'name') style.title = TITLE.test(value ?? '')
    else if (name === 'outlineLvl') style.outline = outlineOf(attribute)
    else if (name === 'numId') style.list = value ?? null
    else if (name === 'ilvl') style.level = Number(value) || 0
    else if (name === 'vanish') style.hidden = isOn(attribute)
  }
}
