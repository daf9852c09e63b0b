import { BUREAUS, type Bureau } from './bureau-data.ts'
import { DIVISIONS, type Division, type DivisionKind, PROVINCES, type Province } from './division-data.ts'
import { pick, type Random, shuffled } from './random.ts'
import { BREAK, broken, type Rename } from './renames.ts'

/** No other division or bureau is left to put in the place of one of the corpus. */
export class NothingToChange extends Error {}

export interface Naming {
  readonly renames: readonly Rename[]
  /** Finds organisations in a question of the original that the renames would change by half: 巴州医保居, 巴州医保专线. */
  readonly halfRenamed: RegExp
}

export interface NamingOptions {
  /**
   * Write 红州 for 红河哈尼族彝族自治州 where the corpus has 克州 for 克孜勒苏柯尔克孜自治州. Nobody does, but it asks
   * whether the short form is understood as a rule. Otherwise the form in use: 红河州.
   */
  readonly firstCharacter: boolean
}

const KINDS: readonly DivisionKind[] = ['prefecture', 'city', 'county']

function occurs(name: string, texts: readonly string[]): boolean {
  const pattern = new RegExp(broken(name), 'u')
  return texts.some((text) => pattern.test(text))
}

function formsOf(division: Division): string[] {
  return [division.name, ...(division.nick === undefined ? [] : [division.nick]), `${division.stem}州`, division.stem]
}

/** The kinds of bureau that are part of an organisation's name: they stand right after a division. */
function bureausOf(texts: readonly string[], divisions: readonly Division[]): Bureau[] {
  return BUREAUS.filter(({ name, short }) => {
    const pattern = new RegExp(`${placesOf(divisions)}${BREAK}(?:${broken(name)}|${broken(short)})`, 'u')
    return texts.some((text) => pattern.test(text))
  })
}

function exchanged(sources: readonly Division[], free: readonly Division[], random: Random): Map<Division, Division> {
  const pairs = new Map<Division, Division>()
  for (const kind of KINDS) {
    const targets = shuffled(
      free.filter((division) => division.kind === kind),
      random,
    )
    for (const source of sources.filter((division) => division.kind === kind)) {
      const target = targets.pop()
      if (target !== undefined) pairs.set(source, target)
    }
  }
  return pairs
}

/** Divisions of one province go to divisions of one other province, so that a province named alone can follow. */
function divisionPairs(
  sources: readonly Division[],
  texts: readonly string[],
  random: Random,
): Map<Division, Division> {
  const pairs = new Map<Division, Division>()
  const taken = new Set(sources.map(({ province }) => province))
  for (const province of new Set(taken)) {
    const leaving = sources.filter((division) => division.province === province)
    const choices = PROVINCES.filter(({ short }) => !taken.has(short)).flatMap(({ short }) => {
      const free = DIVISIONS.filter((division) => division.province === short && !occurs(division.stem, texts))
      const found = exchanged(leaving, free, random)
      return found.size === leaving.length ? [{ short, found }] : []
    })
    const choice = pick(choices, random)
    if (choice === undefined) throw new NothingToChange(`no other province has what ${province} needs`)
    taken.add(choice.short)
    for (const [source, target] of choice.found) pairs.set(source, target)
  }
  return pairs
}

const AUTHORITY = '(?:财|政|医保|党|人社|卫|民)'
const SERIES = '(?:办发|发|函|预|企|社|建|行|综|规|字|明电|传|办)'
/** What follows the place in a document number: 克|财预〔2022〕1 号. */
const DOCUMENT_NUMBER = `${AUTHORITY}${SERIES}${BREAK}(?:[〔【\\[]|$)`

function divisionRenames(source: Division, target: Division, { firstCharacter }: NamingOptions): Rename[] {
  const first = (division: Division): string => [...division.stem][0] ?? ''
  const everyday = target.nick ?? `${target.stem}州`
  const renames: Rename[] = [
    { from: source.name, to: target.name },
    { from: source.stem, to: target.stem },
    { from: first(source), to: first(target), followedBy: DOCUMENT_NUMBER },
    ...source.latin.map((from) => ({ from, to: target.latin[0] ?? target.stem })),
  ]
  if (source.nick !== undefined)
    renames.push({ from: source.nick, to: firstCharacter ? `${first(target)}州` : everyday })
  if (source.parent !== undefined && target.parent !== undefined)
    renames.push({ from: source.parent, to: target.parent })
  return renames
}

function provinceRenames(source: Province, target: Province): Rename[] {
  return [
    { from: source.name, to: target.name },
    { from: source.short, to: target.short },
    { from: source.initial, to: target.initial, followedBy: DOCUMENT_NUMBER },
    ...(source.name.endsWith('自治区') ? [{ from: '自治区', to: '省' }] : []),
  ]
}

/** What follows the stem of a bureau where it stands for the bureau: 克州医保 2022, but not 克州医保基金. */
const STEM_ENDS = '\\s*(?:\\d|[，,？?]|$)'

function placesOf(divisions: readonly Division[]): string {
  return `(?:${divisions.flatMap(formsOf).map(broken).join('|')})[市县]?`
}

function halfRenamed(bureaus: readonly Bureau[], divisions: readonly Division[]): RegExp {
  const rests = bureaus.map(({ short, stem }) => `${stem}(?!${short.slice(stem.length)}|${STEM_ENDS})`)
  return rests.length === 0 ? /(?!)/u : new RegExp(`${placesOf(divisions)}(?:${rests.join('|')})`, 'u')
}

function bureauRenames(source: Bureau, target: Bureau, divisions: readonly Division[]): Rename[] {
  return [
    { from: source.name, to: target.name },
    { from: source.short, to: target.short },
    { from: source.stem, to: target.stem, precededBy: placesOf(divisions), followedBy: STEM_ENDS },
    ...source.english.map((from) => ({ from, to: target.english[0] ?? target.name })),
  ]
}

function provinceOf(short: string): Province | undefined {
  return PROVINCES.find((province) => province.short === short)
}

/** Other names for the organisations of the texts: divisions of the same kind elsewhere, and another kind of bureau. */
export function namingFor(texts: readonly string[], random: Random, options: NamingOptions): Naming {
  const sources = DIVISIONS.filter(({ name }) => occurs(name, texts))
  if (sources.length === 0) throw new NothingToChange('no known division is named in the documents')
  const pairs = divisionPairs(sources, texts, random)
  const free = shuffled(
    BUREAUS.filter(({ name, short }) => !occurs(name, texts) && !occurs(short, texts)),
    random,
  )
  const renames = [...pairs].flatMap(([source, target]) => divisionRenames(source, target, options))
  for (const short of new Set(sources.map(({ province }) => province))) {
    const target = [...pairs].find(([source]) => source.province === short)?.[1].province ?? ''
    const [from, to] = [provinceOf(short), provinceOf(target)]
    if (from !== undefined && to !== undefined) renames.push(...provinceRenames(from, to))
  }
  const bureaus = bureausOf(texts, sources)
  for (const source of bureaus) {
    const target = free.pop()
    if (target === undefined) throw new NothingToChange(`no other bureau is left for ${source.name}`)
    renames.push(...bureauRenames(source, target, sources))
  }
  return { renames, halfRenamed: halfRenamed(bureaus, sources) }
}
