import type { ListStyle } from '../list-number.ts'
import type { Archive } from '../office/archive.ts'
import { type Attribute, readXml } from '../office/xml.ts'
import { isOn } from './styles.ts'

/** How the items of one level of a list are numbered. */
export interface ListLevel {
  readonly start: number
  /** null where items carry no number, but a mark or nothing. */
  readonly style: ListStyle | null
  readonly bullet: boolean
  /** "第%1部分": %1 is the number of the outermost level. */
  readonly text: string
  /** Whether the numbers of outer levels are written as figures. */
  readonly figures: boolean
  /** Whether it goes on counting where an outer item begins. */
  readonly goesOn: boolean
  /** Style of the paragraphs that are items of this level; null for none. */
  readonly paragraphStyle: string | null
}

/** A list: lists of one family go on counting from each other. */
export interface List {
  readonly family: string
  readonly levels: ReadonlyMap<number, ListLevel>
  /** Levels that begin anew with this list, at this number. */
  readonly restarts: ReadonlyMap<number, number>
}

/** What a part that numbers lists says, by the ids of the lists. */
export async function readNumbering(archive: Archive, part: string | null): Promise<ReadonlyMap<string, List>> {
  const reader = new NumberingReader()
  if (part !== null) await readXml(archive, part, reader)
  return reader.lists()
}

interface ListRecord {
  family: string
  readonly levels: Map<number, ListLevel>
  readonly restarts: Map<number, number>
}

interface FamilyRecord {
  readonly levels: Map<number, ListLevel>
  /** Style that the family is defined by elsewhere, and the one that it defines. */
  from: string | null
  defines: string | null
}

const STYLES: Readonly<Record<string, ListStyle>> = {
  decimal: 'decimal',
  decimalZero: 'decimal-zero',
  decimalFullWidth: 'full-width',
  decimalFullWidth2: 'full-width',
  decimalEnclosedCircle: 'circled',
  decimalEnclosedCircleChinese: 'circled',
  chineseCounting: 'chinese',
  chineseCountingThousand: 'chinese',
  japaneseCounting: 'chinese',
  taiwaneseCounting: 'chinese',
  taiwaneseCountingThousand: 'chinese',
  ideographDigital: 'chinese-digits',
  taiwaneseDigital: 'chinese-digits',
  japaneseDigitalTenThousand: 'chinese-digits',
  chineseLegalSimplified: 'chinese-formal',
  ideographLegalTraditional: 'chinese-formal',
  ideographTraditional: 'stems',
  ideographZodiac: 'branches',
  lowerLetter: 'lower-letter',
  upperLetter: 'upper-letter',
  lowerRoman: 'lower-roman',
  upperRoman: 'upper-roman',
}

const PLAIN: ListLevel = {
  start: 1,
  style: 'decimal',
  bullet: false,
  text: '',
  figures: false,
  goesOn: false,
  paragraphStyle: null,
}

class NumberingReader {
  readonly #families = new Map<string, FamilyRecord>()
  readonly #lists = new Map<string, ListRecord>()
  #family: FamilyRecord | null = null
  #list: ListRecord | null = null
  #level = 0

  lists(): ReadonlyMap<string, List> {
    return new Map([...this.#lists].map(([id, list]) => [id, this.#whole(list)]))
  }

  open(name: string, attribute: Attribute): void {
    if (name === 'abstractNum') this.#family = addedTo(this.#families, attribute('abstractNumId'), newFamily())
    else if (name === 'num') this.#list = addedTo(this.#lists, attribute('numId'), newList())
    else if (name === 'lvlOverride' || name === 'lvl') this.#level = Number(attribute('ilvl')) || 0
    else if (this.#list) this.#ofList(this.#list, name, attribute)
    else if (this.#family) this.#ofFamily(this.#family, name, attribute)
  }

  close(name: string): void {
    if (name === 'abstractNum') this.#family = null
    if (name === 'num') this.#list = null
  }

  #ofList(list: ListRecord, name: string, attribute: Attribute): void {
    const value = attribute('val') ?? ''
    if (name === 'abstractNumId') list.family = value
    else if (name === 'startOverride') list.restarts.set(this.#level, Number(value) || 0)
    else this.#ofLevel(list.levels, name, attribute)
  }

  #ofFamily(family: FamilyRecord, name: string, attribute: Attribute): void {
    const value = attribute('val') ?? ''
    if (name === 'numStyleLink') family.from = value
    else if (name === 'styleLink') family.defines = value
    else this.#ofLevel(family.levels, name, attribute)
  }

  #ofLevel(levels: Map<number, ListLevel>, name: string, attribute: Attribute): void {
    const said = levelSaid(name, attribute)
    if (said) levels.set(this.#level, { ...(levels.get(this.#level) ?? PLAIN), ...said })
  }

  #whole({ family, levels, restarts }: ListRecord): List {
    const own = this.#families.get(family)
    const linked = own?.from && [...this.#families.values()].find(({ defines }) => defines === own.from)
    const inherited = (linked || own)?.levels ?? new Map<number, ListLevel>()
    return { family, levels: new Map([...inherited, ...levels]), restarts }
  }
}

function newFamily(): FamilyRecord {
  return { levels: new Map(), from: null, defines: null }
}

function newList(): ListRecord {
  return { family: '', levels: new Map(), restarts: new Map() }
}

function addedTo<T>(all: Map<string, T>, id: string | undefined, record: T): T {
  all.set(id ?? '', record)
  return record
}

/** What an element says of the level it stands in; null where it says nothing of it. */
function levelSaid(name: string, attribute: Attribute): Partial<ListLevel> | null {
  const value = attribute('val') ?? ''
  if (name === 'start') return { start: Number(value) || 0 }
  if (name === 'numFmt')
    return { bullet: value === 'bullet', style: value === 'none' ? null : (STYLES[value] ?? 'decimal') }
  if (name === 'lvlText') return { text: value }
  if (name === 'isLgl') return { figures: isOn(attribute) }
  if (name === 'lvlRestart') return { goesOn: value === '0' }
  if (name === 'pStyle') return { paragraphStyle: value }
  return null
}
