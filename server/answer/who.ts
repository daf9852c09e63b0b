import { type BureauSpan, bureausIn, type DivisionSpan, divisionsIn } from '../../ingest/classification/index.ts'
import type { DocumentRecord } from '../../ingest/domain/document.ts'
import { comparable } from '../../ingest/domain/name.ts'
import type { AliasIndex, AliasSpan } from './alias-index.ts'
import { findConcepts } from './concepts.ts'
import { describeHeld, type Held } from './held-units.ts'
import { type NamedPlace, placeBefore, unlistedPlacesIn } from './short-places.ts'
import type { Stretch } from './stretch.ts'

export interface Who {
  /** Names of held organisations that the question means; [] where it names none. */
  readonly named: readonly string[]
  readonly unknown: readonly string[]
  readonly stretches: readonly Stretch[]
}

/** Finds which of the organisations held a question names, by full name, short form, place, body or romanised name. */
export function findOrganizations(question: string, documents: readonly DocumentRecord[]): Who {
  const { held, aliases } = describeHeld(documents)
  const direct = byAlias(question, aliases)
  const places = divisionsIn(question)
  const bodies = bureausIn(question, { after: places.map(({ to }) => to) }).filter((body) => !opensName(question, body))
  const readings = distinctPlaces(places)
    .filter((place) => !direct.some(({ from, to }) => place.from >= from && place.to <= to))
    .map((place) => readPlace(question, place, places, bodies, held))
  const named = new Set([
    ...direct.map(({ organization }) => organization),
    ...readings.flatMap((reading) => reading.named),
  ])
  const found = [...direct, ...readings.filter((reading) => reading.named.length > 0).map(({ stretch }) => stretch)]
  const meant = readings.filter(
    (reading) =>
      reading.named.length > 0 ||
      (reading.unknown !== null && (named.size === 0 || isBeside(question, reading.stretch, found))),
  )
  const unknown = meant.flatMap((reading) => reading.unknown ?? [])
  if (named.size === 0 && unknown.length === 0)
    return byShortPlace(question, held, bodies) ?? byBody(question, held, bodies)
  const stretches = [...direct, ...meant.map(({ stretch }) => stretch)].map(
    ({ from, to }): Stretch => ({
      from,
      to: endOfName(question, from, to),
    }),
  )
  const loose = bodies.filter((body) => stretches.every(({ from, to }) => body.to <= from || body.from >= to))
  const own = loose.filter((body) => isOwnBody(body, held, named))
  // A second unit is named by its body alone: the place was said with the first.
  const beside = loose.filter((body) => !own.includes(body) && isListed(question, body, held))
  const near = held.filter(({ organization, divisions }) =>
    held.some(
      (unit) => named.has(unit.organization) && unit.organization !== organization && sharesPlace(unit, divisions),
    ),
  )
  const more = [
    ...beside.map((body) =>
      unitsOfBody(question, near.some((unit) => unit.bureaus.has(body.bureau.name)) ? near : held, body),
    ),
    ...unlistedBeside(question, held, bodies, found),
  ]
  return {
    named: [...new Set([...named, ...more.flatMap((who) => who.named)])],
    unknown,
    stretches: [...stretches, ...own.map(({ from, to }) => ({ from, to })), ...more.flatMap((who) => who.stretches)],
  }
}

/** Whether a body is but the beginning of an account's name: 小学教育 behind a county's name is what its schools cost. */
function opensName(question: string, { alias, from }: BureauSpan): boolean {
  if (GOVERNS.test(alias)) return false
  const [name] = findConcepts(comparable(question.slice(from, from + LONGEST_NAME)))
  return name !== undefined && name.from === 0 && name.to > alias.length && name.codes.length > 0
}

const LONGEST_NAME = 16

/** Words that an English name of a unit goes on with behind those it is known by: "Jia Subdistrict Office". */
const GOES_ON =
  /^\s+(?:sub-?district|township|bureau|office|commission|committee|department|administration|authority)\b/i

function endOfName(question: string, from: number, to: number): number {
  const more = /[a-z]$/i.test(question.slice(from, to)) ? GOES_ON.exec(question.slice(to)) : null
  return more ? endOfName(question, from, to + more[0].length) : to
}

function sharesPlace({ divisions }: Held, others: ReadonlySet<string>): boolean {
  return [...divisions].some((division) => others.has(division))
}

/** A place joined to units that are held (甲州和乙地区) is asked for like them; another may stand in the name of a project. */
function isBeside(question: string, { from, to }: Stretch, found: readonly Stretch[]): boolean {
  return found.some((other) => {
    const between = other.to <= from ? question.slice(other.to, from) : question.slice(to, other.from)
    return JOINED.test(between)
  })
}

const JOINED = /^\s*(?:和|与|及|以及|跟|、|,|，|and|vs\.?|versus)\s*$/i

/** Units of a place that no list has, named by it alone or with a body behind it; null where none is. */
function byShortPlace(question: string, held: readonly Held[], bodies: readonly BureauSpan[]): Who | null {
  const [place, ...others] = unlistedIn(question, held)
  return place && others.length === 0 ? unitsOfPlace(place, held, bodies) : null
}

/** Such places that stand beside units found by other names ("甲县和乙"). */
function unlistedBeside(
  question: string,
  held: readonly Held[],
  bodies: readonly BureauSpan[],
  found: readonly Stretch[],
): Who[] {
  return unlistedIn(question, held)
    .filter((place) => isBeside(question, place, found))
    .flatMap((place) => unitsOfPlace(place, held, bodies) ?? [])
}

function unlistedIn(question: string, held: readonly Held[]): NamedPlace[] {
  return unlistedPlacesIn(
    question,
    held.flatMap(({ unlisted }) => unlisted),
  )
}

function unitsOfPlace(place: NamedPlace, held: readonly Held[], bodies: readonly BureauSpan[]): Who | null {
  const here = held.filter(({ unlisted }) => unlisted.includes(place.name))
  const body = bodies.find(({ from }) => from >= place.to && from - place.to <= 2)
  const fitting = body ? here.filter(({ bureaus }) => bureaus.has(body.bureau.name)) : here
  if (fitting.length === 0) return null
  return {
    named: fitting.map(({ organization }) => organization),
    unknown: [],
    stretches: [{ from: place.from, to: body?.to ?? place.to }],
  }
}

interface PlaceReading {
  readonly named: readonly string[]
  /** The place with its body as written, where it is plainly one that is not held. */
  readonly unknown: string | null
  readonly stretch: Stretch
}

/** A place named in the question: the held units in it, of the body named behind it if one is. */
function readPlace(
  question: string,
  place: DivisionSpan,
  places: readonly DivisionSpan[],
  bodies: readonly BureauSpan[],
  held: readonly Held[],
): PlaceReading {
  // 南山区 and 区委社会工作部 share a character.
  const body = bodies.find((span) => span.from >= place.to - 1 && span.to > place.to && span.from - place.to <= 2)
  const candidates = held.filter((unit) =>
    places.some((span) => span.from === place.from && unit.divisions.has(span.division.name)),
  )
  const fitting = body ? candidates.filter((unit) => unit.bureaus.has(body.bureau.name)) : candidates
  const stretch = { from: place.from, to: body?.to ?? place.to }
  const unknown =
    fitting.length === 0 && isPlainlyMeant(question, place, body) ? question.slice(stretch.from, stretch.to) : null
  return { named: fitting.map(({ organization }) => organization), unknown, stretch }
}

function isOwnBody(body: BureauSpan, held: readonly Held[], named: ReadonlySet<string>): boolean {
  return held.some((unit) => named.has(unit.organization) && unit.bureaus.has(body.bureau.name))
}

/** Whole names and aliases found in the question, longest first; two units may not claim the same stretch. */
function byAlias(question: string, aliases: AliasIndex): AliasSpan[] {
  const taken: AliasSpan[] = []
  for (const hit of aliases.spansIn(question.toLowerCase())) {
    const clash = taken.find(({ from, to }) => hit.from < to && hit.to > from)
    if (!clash || (clash.from === hit.from && clash.to === hit.to && clash.organization !== hit.organization))
      taken.push(hit)
  }
  return taken
}

function distinctPlaces(places: readonly DivisionSpan[]): DivisionSpan[] {
  return places.filter((place, index) => places.findIndex(({ from }) => from === place.from) === index)
}

/** A place that no unit held is in counts as asked for only where it is plainly one: with a body, its rank, or in front. */
function isPlainlyMeant(question: string, place: DivisionSpan, body: BureauSpan | undefined): boolean {
  if (place.division.kind === 'province' && !body) return false
  const text = question.slice(place.from, place.to)
  return body !== undefined || /[州市县区旗盟]$/.test(text) || (place.from === 0 && text.length >= 2)
}

/** Bodies that are meant as such without a place; schools, hospitals, centres may stand in the name of any project. */
const GOVERNS = /(?:局|厅|委|委员会|办|办公室|政府|法院|检察院|部|办事处|联合会|总工会)$/

/**
 * No place is named: units of the kinds of bodies named, each narrowed by the rank in front of it (自治州水利局, 市财政局). A
 * body after the first counts where it stands beside another in a list or a comparison.
 */
function byBody(question: string, held: readonly Held[], bodies: readonly BureauSpan[]): Who {
  const first = bodies.find((span) => !span.bare) ?? bodies[0]
  if (!first) return { named: [], unknown: [], stretches: [] }
  const others = bodies.filter((body) => body !== first && isListed(question, body, held))
  const found = [first, ...others].map((body) => unitsOfBody(question, held, body))
  return {
    named: [...new Set(found.flatMap(({ named }) => named))],
    unknown: found.flatMap(({ unknown }) => unknown),
    stretches: found.flatMap(({ stretches }) => stretches),
  }
}

function unitsOfBody(question: string, held: readonly Held[], body: BureauSpan): Who {
  const rank = /(自治州|自治县|地区|州|市|县|区|旗|省)$/.exec(question.slice(0, body.from))?.[1] ?? ''
  const ofBody = held.filter((unit) => unit.bureaus.has(body.bureau.name))
  const place = placeBefore(question.slice(0, body.from))
  if (place !== null && ofBody.length > 0 && !ofBody.some((unit) => isRightIn(unit, place)))
    return {
      named: [],
      unknown: [question.slice(body.from - place.length, body.to)],
      stretches: [{ from: body.from - place.length, to: body.to }],
    }
  const ofRank = rank === '' ? ofBody : ofBody.filter((unit) => [...unit.divisions].some((name) => name.endsWith(rank)))
  const stretches = [{ from: body.from - rank.length, to: body.to }]
  if (ofBody.length === 0 && !GOVERNS.test(body.alias) && !/[a-z]/i.test(body.alias))
    return { named: [], unknown: [], stretches: [] }
  if (ofBody.length === 0)
    return held.length > 0
      ? { named: [], unknown: [question.slice(body.from - rank.length, body.to)], stretches }
      : { named: [], unknown: [], stretches }
  return {
    named: (ofRank.length > 0 ? ofRank : ofBody).map(({ organization }) => organization),
    unknown: [],
    stretches,
  }
}

/** Whether a unit is a body of that very place, not of one within it. */
function isRightIn({ organization, aliases }: Held, place: string): boolean {
  return [organization, ...aliases].some((name) => {
    const at = name.indexOf(place)
    return at >= 0 && !LOWER_PLACE.test(name.slice(at + place.length))
  })
}

const LOWER_PLACE = /^[一-龥]{1,6}?(?:自治[州县旗]|地区|[州县区旗镇乡]|街道)(?!域)/

/** What may stand in front of a unit in a list or comparison, its year aside, and what behind it. */
const LISTED_AFTER =
  /(?:^|和|与|及|跟|比|、|,|，|还是|\band\b|\bvs\.?|[:：])\s*(?:20\d\d\s*年?(?:度)?\s*)?(?:[省州市县区旗])?$/i
const LISTED_BEFORE = /^\s*(?:20)?\d\d(?!\d)/

/** Whether a body that is held stands among others as one of the units asked for, not in the name of something. */
function isListed(question: string, body: BureauSpan, held: readonly Held[]): boolean {
  if (body.bare || !GOVERNS.test(body.alias) || !held.some((unit) => unit.bureaus.has(body.bureau.name))) return false
  return LISTED_AFTER.test(question.slice(0, body.from)) || LISTED_BEFORE.test(question.slice(body.to))
}
