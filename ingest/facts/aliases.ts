import { bureausIn, divisionsIn, soundsOf } from '../classification/index.ts'

/** A name as its place and its body: 甲县水利局 is 甲县 and 水利局. */
interface Parts {
  /** The place by its full name and its short forms, in Chinese; [] where the name begins with none. */
  readonly places: readonly string[]
  readonly body: string
  /** The name behind its county or prefecture: of a town, with the town's name. */
  readonly local: string
  /** Whether a list of the country's places has the place: its everyday names are then found in any question. */
  readonly listed: boolean
}

/**
 * Every way a unit may be asked for, derived from its official name and the names the document prints: each form of its
 * place (full, short, prefecture's short, romanised) with each form of its body (full, short, everyday), and the printed names.
 */
export function deriveAliases(organization: string, printed: readonly string[]): string[] {
  const { places, body, local, listed } = partsOf(organization)
  const bureau = bureausIn(body).find(({ from, to }) => from === 0 && to === body.length)?.bureau
  // A town has no offices in other cities.
  const known = bureau ? [bureau.name, ...bureau.short].filter((name) => local === body || !name.startsWith('驻')) : []
  const own = [...townshipForms(local), ...ownNames(body, bureau !== undefined)]
  const alone = new Set([body, ...known])
  const everyday = listed || local !== body ? [] : (bureau?.bare ?? [])
  const bodies = [...alone, ...everyday, ...numberedForms(body)]
  const combined = places.flatMap((place) =>
    bodies.filter((name) => joins(place, name, places)).map((name) => `${place}${name}`),
  )
  return [...new Set([...printed, ...combined, ...own, ...branchForms(organization)])].filter(
    (alias) => alias !== organization && alias.length >= 3 && (!alone.has(alias) || own.includes(alias)),
  )
}

/** 县政府 stands behind the short name of a county alone: 甲 + 县政府. */
function joins(place: string, name: string, places: readonly string[]): boolean {
  const [, rank] = /^([省市县区州乡镇])(?:人民)?政府$/.exec(name) ?? []
  return rank === undefined || places.includes(`${place}${rank}`)
}

function partsOf(organization: string): Parts {
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
  const { places, listed } = partsOf(organization)
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

/** "甲州生态环境局乙分局": the branch of a bureau at a place of its own is called by that place. */
const BRANCH = /[局院所站]([\u4e00-\u9fa5]{2,4}分[局院所站])$/

function branchForms(organization: string): string[] {
  return BRANCH.exec(organization)?.slice(1, 2) ?? []
}

/** A body under another: 甲县教育局电教服务中心 is called 电教服务中心. */
const WITHIN = /^.{2,}?(?:局|委员会|政府|委|办|厅)(?!办公室)([\u4e00-\u9fa5]{4,})$/
const SHORTEST_OWN_NAME = 5

/** A body whose name is its own, not that of a kind of body of which every place has one, is called by it alone. */
function ownNames(body: string, isKind: boolean): string[] {
  const inner = WITHIN.exec(body)?.[1] ?? ''
  const names = [isKind ? '' : body, inner]
  return names.filter((name) => name.length >= SHORTEST_OWN_NAME && !isKindOfBody(name))
}

function isKindOfBody(name: string): boolean {
  return bureausIn(name).some(({ from, to }) => from === 0 && to === name.length)
}

/** "第三中学" is 三中, "第二小学" 二小: schools and hospitals by their number. */
const NUMBERED =
  /^第([一二三四五六七八九十]+)(?:(?:高级|初级|完全|实验)?(中)学|(?:完全|中心)?(小)学|(幼)儿园|(?:人民)?医(院))$/

function numberedForms(body: string): string[] {
  const [, number, ...kinds] = NUMBERED.exec(body) ?? []
  const kind = kinds.find((found) => found !== undefined)
  return number === undefined || kind === undefined ? [] : [`${number}${kind}`]
}

const TOWNSHIP = /^([\u4e00-\u9fa5]{1,6})(街道|镇|乡|民族乡|苏木)(?:办事处|人民政府|政府|办)?$/

/**
 * How people call a sub-district or township, which no list of divisions down to counties holds: 甲街道办事处 is 甲街道, 甲街道办 and
 * "Jia subdistrict".
 */
function townshipForms(body: string): string[] {
  const match = TOWNSHIP.exec(body)
  if (!match) return []
  const [, name = '', kind = ''] = match
  const latin = soundsOf(name).join('')
  const english =
    kind === '街道' ? [`${latin} subdistrict`, `${latin} sub-district`] : [`${latin} town`, `${latin} township`]
  return [body, `${name}${kind}`, ...(kind === '街道' ? [`${name}${kind}办`] : [`${name}${kind}政府`]), ...english]
}
