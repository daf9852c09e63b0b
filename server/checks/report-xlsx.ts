import type { SheetCell } from '../spreadsheet/workbook-parts.ts'
import type { CheckReport, ReportedFinding } from './report.ts'
import { xlsxFile } from './xlsx-file.ts'

const HEADERS = {
  zh: ['严重程度', '规则', '发现', '计算', '如何改正', '不再报告的理由', '位置', '原文', '所在', '编号'],
  en: [
    'Severity',
    'Rule',
    'Finding',
    'Arithmetic',
    'What would make it right',
    'Let be because',
    'Place',
    'Printed',
    'Around',
    'Id',
  ],
} as const
const WIDTHS = [14, 18, 60, 36, 40, 24, 32, 24, 50, 30]

/** The report as an Excel file: a row a place, the likely culprit in the first row of its finding. */
export function reportXlsx({ language, title, sections, suppressed, suppressedTitle }: CheckReport): Buffer {
  const rows = [
    [...HEADERS[language]],
    ...sections.flatMap((section) => section.findings.flatMap((finding) => rowsOf(section.title, finding))),
    ...suppressed.flatMap((finding) => rowsOf(suppressedTitle, finding)),
  ]
  return xlsxFile(title, rows, WIDTHS)
}

function rowsOf(severity: string, finding: ReportedFinding): SheetCell[][] {
  const { id, rule, message, computed, remedy, reason, places } = finding
  return places.map(({ where, raw, around, href }) => [
    severity,
    rule,
    message,
    computed,
    remedy,
    reason,
    { text: where, href },
    raw,
    around,
    id,
  ])
}
