import type { Answer } from '../../answer/contract.ts'
import { csv } from '../../lookup/csv.ts'
import { cellText, figureRows } from './figure-rows.ts'
import { storedWorkbook } from './stored-workbook.ts'

export type ExportFormat = 'csv' | 'xlsx'

const MEDIA_TYPES: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv;charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}
const LONGEST_NAME = 40

/** Gives the figures of an answer to be kept as a file. What a document says is no formula in either format. */
export function exportAnswer(format: ExportFormat, question: string, answer: Answer, server: string): void {
  const rows = figureRows(answer, server)
  const content =
    format === 'csv' ? csv(rows.map((row) => row.map(cellText))) : storedWorkbook(fileName(question), rows)
  const address = URL.createObjectURL(new Blob([content], { type: MEDIA_TYPES[format] }))
  const link = document.createElement('a')
  link.href = address
  link.download = `${fileName(question)}.${format}`
  link.click()
  // Some browsers begin to read it only after the click has ended.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

/** The question without signs that a file's name may not have. */
function fileName(question: string): string {
  const name = question.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
  return name === '' ? 'budget-chat' : Array.from(name).slice(0, LONGEST_NAME).join('').trim()
}
