import type { Warning } from '../../../ingest/domain/document.ts'
import { warningText } from '../../../ingest/domain/warning.ts'
import { type Language, WORDS } from './words.ts'

/** A warning of a document with its place, in the language of the page. */
export function warningLine(warning: Warning, language: Language): string {
  const place = placeOf(warning, language)
  const text = warningText(warning, language)
  return place === '' ? text : `${place}${language === 'zh' ? '：' : ': '}${text}`
}

/** "" where the sentence names it, or there is none. */
function placeOf({ line, sheet, cell, paragraph }: Warning, language: Language): string {
  const words = WORDS[language]
  if (line !== null) return words.lines(line, line)
  if (sheet !== undefined) return words.cell(sheet, cell ?? '').trim()
  return paragraph === undefined ? '' : words.paragraph(paragraph)
}
