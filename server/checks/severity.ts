import type { Bilingual, Finding } from '../../ingest/domain/finding.ts'

/** How much a finding matters, most first. */
export const SEVERITIES = ['error', 'slip', 'scope', 'rounding', 'unreadable'] as const
export type Severity = (typeof SEVERITIES)[number]

/** Names of the severities as a report heads its sections with them. */
export const SEVERITY_NAMES: Readonly<Record<Severity, Bilingual>> = {
  error: { zh: '矛盾', en: 'Contradictions' },
  slip: { zh: '文字与录入差错', en: 'Slips of wording and typing' },
  scope: { zh: '口径不同可以解释的', en: 'Explained by a difference of scope' },
  rounding: { zh: '四舍五入的差异', en: 'Differences of rounding' },
  unreadable: { zh: '可能是本程序误读的', en: 'Perhaps misread by us' },
}

export function severityOf({ verdict, minor }: Pick<Finding, 'verdict' | 'minor'>): Severity {
  if (verdict !== 'contradiction') return verdict
  return minor ? 'slip' : 'error'
}

/** Orders findings by their severity, most serious first. */
export function bySeverity(a: Pick<Finding, 'verdict' | 'minor'>, b: Pick<Finding, 'verdict' | 'minor'>): number {
  return SEVERITIES.indexOf(severityOf(a)) - SEVERITIES.indexOf(severityOf(b))
}
