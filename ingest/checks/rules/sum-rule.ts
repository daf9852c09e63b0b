import { compareDecimals, decimal } from '../../domain/amount.ts'
import type { Bilingual } from '../../domain/finding.ts'
import type { DocumentView } from '../document-view.ts'
import { quoted } from '../operands.ts'
import type { Breach, Rule, Tried } from '../rule.ts'
import type { Sheet } from '../sheet.ts'
import { type Field, fieldKey, type TriedSum } from '../sum-finding.ts'

/** What a rule of sums says for itself. */
export interface SumRule extends Pick<Rule, 'code' | 'title' | 'reasoning' | 'examples'> {
  readonly sums: (sheet: Sheet) => readonly TriedSum[]
  /** What of the table is added up, for the message. */
  readonly parts: Bilingual
}

/** A rule that holds the wholes of each table against their parts. */
export function sumRule({ sums, parts, ...rule }: SumRule): Rule {
  const tries = (view: DocumentView) =>
    view.sheets.flatMap((sheet) =>
      sums(sheet)
        .filter(({ printed }) => printed !== null)
        .map((sum) => triedSum(view, sheet, sum, parts)),
    )
  return { ...rule, tries }
}

function triedSum(view: DocumentView, sheet: Sheet, sum: TriedSum, parts: Bilingual): Tried {
  const printed = sum.parts.filter((part) => sheet.figure(part) !== null)
  return {
    witnesses: [sum.whole, ...printed].map((field) => view.cell(sheet, field)),
    breach: decimal(sum.difference).digits === 0n && sum.holds ? null : breachOf(sheet, sum, printed, parts),
  }
}

function breachOf(sheet: Sheet, sum: TriedSum, printed: readonly Field[], parts: Bilingual): Breach {
  const unit = sheet.unitOf(sum.whole)
  const name = sheet.nameOf(sum.whole)
  const shown = `${sheet.text(sum.whole)}${unit}`
  const computed = `${sum.computed}${unit}`
  const table = sheet.title
  const values = [sheet.text(sum.whole), sum.computed]
  const arithmetic = `${printed.map((part) => sheet.text(part)).join(' + ')} = ${sum.computed} ≠ ${sheet.text(sum.whole)}`
  if (sum.holds) {
    const message = {
      zh: `${table}${quoted(name)}为 ${shown}，${parts.zh}相加为 ${computed}，相差在四舍五入范围内。`,
      en: `${table}: ${quoted(name)} is ${shown}, ${parts.en} add up to ${computed}, as near as rounding brings it.`,
    }
    return { verdict: 'rounding', message, values, computed: arithmetic }
  }
  return {
    verdict: isMisplaced(sheet, sum) ? 'unreadable' : 'contradiction',
    message: {
      zh: `${table}${quoted(name)}为 ${shown}，${parts.zh}相加为 ${computed}。`,
      en: `${table}: ${quoted(name)} is ${shown}, ${parts.en} add up to ${computed}.`,
    },
    values,
    computed: arithmetic,
    remedy: {
      zh: `若${parts.zh}无误，${quoted(name)}应为 ${computed}。`,
      en: `If ${parts.en} are right, ${quoted(name)} should be ${computed}.`,
    },
  }
}

/** Whether the row prints what is missing in a field that takes no part: then a cell was probably read into a wrong column. */
function isMisplaced(sheet: Sheet, { whole, parts, difference }: TriedSum): boolean {
  const missing = decimal(difference)
  const taken = new Set([whole, ...parts].map(fieldKey))
  return sheet.table.columns.some((_, column) => {
    const field = { row: whole.row, column }
    const figure = taken.has(fieldKey(field)) ? null : sheet.figure(field)
    return figure !== null && compareDecimals(figure, missing) === 0
  })
}
