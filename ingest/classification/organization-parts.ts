import { divisionsIn } from './divisions.ts'

/** A name as its place and its body: 甲县水利局 is 甲县 and 水利局. */
export interface OrganizationParts {
  /** The place by its full name and its short forms, in Chinese; [] where the name begins with none. */
  readonly places: readonly string[]
  readonly body: string
  /** The name behind its county or prefecture: of a town, with the town's name. */
  readonly local: string
  /** Whether a list of the country's places has the place: its everyday names are then found in any question. */
  readonly listed: boolean
}

/** Parts a unit's official name behind the innermost place in it, be that listed, a town, or a place no list has. */
export function organizationParts(organization: string): OrganizationParts {
  const spans = divisionsIn(organization)
  const end = Math.max(0, ...spans.map(({ to }) => to))
  const places = spans
    .filter(({ to }) => to === end)
    .flatMap(({ division }) => [division.name, ...division.aliases])
    .filter((alias) => /[\u4e00-\u9fa5]/.test(alias))
  const inner = unlistedPlace(organization, end)
  if (inner === null) {
    const body = organization.slice(end)
    return { places: [...new Set(places)], body, local: body, listed: end > 0 }
  }
  const { from, to, stem } = inner
  const body = organization.slice(to)
  const isTown = /[镇乡道]$/.test(organization.slice(0, to))
  return {
    places: [organization.slice(from, to), stem],
    body,
    local: isTown ? organization.slice(from) : body,
    listed: false,
  }
}

/** The place of a unit that no list of the country's places has, full and short (青石县, 青石); [] for listed ones. */
export function unlistedPlacesOf(organization: string): readonly string[] {
  const { places, listed } = organizationParts(organization)
  return listed ? [] : places
}

/** The innermost place behind the listed ones that has a body behind it; behind a listed one only a town counts. */
function unlistedPlace(name: string, from: number): { from: number; to: number; stem: string } | null {
  const [place = '', stem = '', rank = ''] = UNLISTED_PLACE.exec(name.slice(from)) ?? []
  if (place === '') return null
  const isTown = /[镇乡道]$/.test(rank)
  const inner = isTown ? null : unlistedPlace(name, from + place.length)
  return inner ?? (isTown || from === 0 ? { from, to: from + place.length, stem } : null)
}

/** A place by its rank at the beginning of a name, though no list of places has it, with a body behind it. */
const UNLISTED_PLACE =
  /^([\u4e00-\u9fa5]{2,3}?)(自治[州县旗]|地区|[市州县区旗镇乡]|街道)(?=[\u4e00-\u9fa5]{3})(?!域|道)/
