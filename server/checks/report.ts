import type { Citation, Language, PublishedFinding } from '../answer/contract.ts'
import { placeWords } from '../answer/place-words.ts'
import { SEVERITIES, SEVERITY_NAMES, type Severity, severityOf } from './severity.ts'
import type { SortedFindings } from './suppressions.ts'

/** A place of a finding, as a report prints it. */
export interface ReportedPlace {
  /** File and line, page or cell. */
  readonly where: string
  /** Table, row and column, or the sentence around it. */
  readonly around: string
  readonly raw: string
  /** Absolute address of the place in the source viewer. */
  readonly href: string
}

/** A finding in the language of its report. */
export interface ReportedFinding {
  readonly id: string
  readonly severity: Severity
  readonly rule: string
  readonly message: string
  readonly computed: string
  readonly remedy: string
  /** The likely culprit first. */
  readonly places: readonly ReportedPlace[]
  /** Why it is let be; "" where it is not. */
  readonly reason: string
}

/** The findings of one severity. */
export interface ReportSection {
  readonly severity: Severity
  readonly title: string
  readonly findings: readonly ReportedFinding[]
}

/** What a report says, whatever it is printed as. */
export interface CheckReport {
  readonly language: Language
  readonly title: string
  /** One sentence: how many findings of which severity, and how many relations were tried. */
  readonly summary: string
  /** Those that have findings, most serious first. */
  readonly sections: readonly ReportSection[]
  readonly suppressed: readonly ReportedFinding[]
  readonly suppressedTitle: string
}

export interface ReportOptions {
  readonly language: Language
  /** Address of the server whose source viewer the links open. */
  readonly base: string
  /** How often each rule was tried. */
  readonly applied: Readonly<Record<string, number>>
}

const TITLE = { zh: '勾稽检查报告', en: 'Reconciliation report' }
const LET_BE = { zh: '已说明理由、不再报告的', en: 'Let be, with a reason' }

export function checkReport({ findings, suppressed }: SortedFindings, options: ReportOptions): CheckReport {
  const { language } = options
  const sections = SEVERITIES.map((severity) => ({
    severity,
    title: SEVERITY_NAMES[severity][language],
    findings: findings
      .filter((finding) => severityOf(finding) === severity)
      .map((finding) => reported(finding, options, '')),
  }))
  return {
    language,
    title: TITLE[language],
    summary: summaryOf(sections, options),
    sections: sections.filter((section) => section.findings.length > 0),
    suppressed: suppressed.map((finding) => reported(finding, options, finding.reason)),
    suppressedTitle: LET_BE[language],
  }
}

function reported(finding: PublishedFinding, { language, base }: ReportOptions, reason: string): ReportedFinding {
  const { id, rule, message, computed, remedy, places } = finding
  return {
    id,
    severity: severityOf(finding),
    rule,
    message: message[language],
    computed,
    remedy: remedy?.[language] ?? '',
    places: places.map((place) => reportedPlace(place, base)),
    reason,
  }
}

function reportedPlace(place: Citation, base: string): ReportedPlace {
  const { table, row = [], column = [], raw, quote, href } = place
  const cell = [[table?.number, table?.title].filter(Boolean).join(' '), row.join(' '), column.join('/')]
  const around = table ? cell.filter((words) => words !== '').join(' · ') : quote
  return { where: placeWords(place), around, raw, href: new URL(href, base).href }
}

function summaryOf(sections: readonly ReportSection[], { language, applied }: ReportOptions): string {
  const tried = Object.values(applied).reduce((sum, times) => sum + times, 0)
  const rules = Object.values(applied).filter((times) => times > 0).length
  const counts = sections.map(({ severity, findings }) => `${SEVERITY_NAMES[severity][language]} ${findings.length}`)
  return language === 'zh'
    ? `按 ${rules} 条规则核对了 ${tried} 项关系：${counts.join('，')}。`
    : `${tried} relations held against each other by ${rules} rules: ${counts.join(', ')}.`
}
