import { bureausIn, divisionsIn } from '../classification/index.ts'

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
  const combined = [...forms].flatMap((form) => [...bodies].map((name) => `${form}${name}`))
  return [...new Set([...printed, ...combined])].filter(
    (alias) => alias !== organization && alias.length >= 3 && !bodies.has(alias),
  )
}
