import { bureausIn, organizationParts, soundsOf } from '../classification/index.ts'

/**
 * Every way a unit may be asked for, derived from its official name and the names the document prints: each form of its
 * place (full, short, prefecture's short, romanised) with each form of its body (full, short, everyday), and the printed names.
 */
export function deriveAliases(organization: string, printed: readonly string[]): string[] {
  const { places, body, local, listed } = organizationParts(organization)
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
