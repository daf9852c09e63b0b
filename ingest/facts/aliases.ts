import { bureausIn, divisionsIn, soundsOf } from '../classification/index.ts'

/**
 * Every way a unit may be asked for, derived from its official name and the names the document prints: each form of its
 * place (full, short, prefecture's short, romanised) with each form of its body (full, short), and the printed names.
 */
export function deriveAliases(organization: string, printed: readonly string[]): string[] {
  const places = divisionsIn(organization)
  const end = Math.max(0, ...places.map(({ to }) => to))
  const place = places.filter(({ to }) => to === end)
  const body = organization.slice(end)
  const bureau = bureausIn(body).find(({ from, to }) => from === 0 && to === body.length)
  const bodies = new Set([body, ...(bureau ? [bureau.bureau.name, ...bureau.bureau.short] : [])])
  const forms = new Set(
    place
      .flatMap(({ division }) => [division.name, ...division.aliases])
      .filter((alias) => /[\u4e00-\u9fa5]/.test(alias)),
  )
  for (const name of townshipForms(body)) bodies.add(name)
  const combined = [...forms].flatMap((form) => [...bodies].map((name) => `${form}${name}`))
  return [...new Set([...printed, ...combined, ...townshipForms(body), ...branchForms(organization)])].filter(
    (alias) =>
      alias !== organization && alias.length >= 3 && (!bodies.has(alias) || townshipForms(body).includes(alias)),
  )
}

/** "甲州生态环境局乙分局": the branch of a bureau at a place of its own is called by that place. */
const BRANCH = /[局院所站]([\u4e00-\u9fa5]{2,4}分[局院所站])$/

function branchForms(organization: string): string[] {
  return BRANCH.exec(organization)?.slice(1, 2) ?? []
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
