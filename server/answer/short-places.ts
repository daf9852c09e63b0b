import type { Stretch } from './stretch.ts'

/** A place where it stands in a question. */
export interface NamedPlace extends Stretch {
  readonly name: string
}

/** What may stand in front of a place that is named by its short form; within a word it would be any two characters. */
const IN_FRONT = /(?:^|[\s,，、。;；:：?？（(“"《]|[和与及跟比请问查看]|下|在)$/

/**
 * The places of a list (青石县, 青石) that a question names, left to right, the longest form of each once, where they stand
 * free. A short form in front of another rank (青石镇 where 青石县 is held) is another place.
 */
export function unlistedPlacesIn(question: string, names: readonly string[]): NamedPlace[] {
  const longestFirst = [...new Set(names)].sort((a, b) => b.length - a.length)
  const found: NamedPlace[] = []
  for (const name of longestFirst) {
    const from = question.indexOf(name)
    const to = from + name.length
    const taken = found.some((other) => from < other.to && to > other.from)
    if (from < 0 || taken || !IN_FRONT.test(question.slice(0, from)) || isOther(name, question.slice(to))) continue
    found.push({ name, from, to })
  }
  return found.sort((a, b) => a.from - b.from)
}

function isOther(name: string, rest: string): boolean {
  return !/[市县区州旗镇乡道]$/.test(name) && /^(?:[市县州旗镇乡]|区(?!域|划)|街道|自治)/.test(rest)
}

/** "沅溪县" right in front of a body: a place by its rank, though no list of places has it; null for words such as 我们县. */
export function placeBefore(text: string): string | null {
  const place =
    /(?:^|[\s,，、。:：和与及跟比])([一-龥]{2,4}(?:自治[州县旗]|地区|[州市县区旗]))$/.exec(text)?.[1] ?? null
  return place === null || NO_PLACE.test(place) ? null : place
}

const NO_PLACE = /请|问|我|咱|你|他|全|本|各|该|这|那|哪|某|的|个|看|查|下|关于|自治[州县旗]$|年|当地|所在/
