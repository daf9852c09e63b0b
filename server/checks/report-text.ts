import type { CheckReport, ReportedFinding } from './report.ts'

/** More places than these are left to the other forms of the report. */
const MOST_PLACES = 8

/** The report for a terminal: a heading a severity, a finding a paragraph, its places below it. */
export function reportText({ title, summary, sections, suppressed, suppressedTitle }: CheckReport): string {
  const letBe = suppressed.length > 0 ? [{ title: suppressedTitle, findings: suppressed }] : []
  const parts = [...sections, ...letBe].map(
    (section) => `\n${section.title} (${section.findings.length})\n\n${section.findings.map(paragraph).join('\n')}`,
  )
  return `${title}\n${summary}\n${parts.join('')}`
}

function paragraph({ id, rule, message, computed, remedy, reason, places }: ReportedFinding): string {
  const more = places.length - MOST_PLACES
  const lines = [
    `  ${message}  [${rule}]`,
    ...[computed, remedy, reason].filter((words) => words !== '').map((words) => `    ${words}`),
    ...places
      .slice(0, MOST_PLACES)
      .flatMap(({ where, raw, around, href }) => [`    - ${where}  ${raw}  ${around}`, `      ${href}`]),
    ...(more > 0 ? [`    - +${more}`] : []),
    `    ${id}`,
  ]
  return `${lines.join('\n')}\n`
}
