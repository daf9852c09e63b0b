import type { Citation } from './contract.ts'

/** Where a citation stands, in one word: file and line, page, cell of a sheet, or paragraph. */
export function placeWords(citation: Citation): string {
  const { file } = citation
  if ('page' in citation) return `${file} p. ${citation.page}`
  if ('sheet' in citation) return `${file} ${citation.sheet}!${citation.cell}`
  return 'paragraph' in citation ? `${file} ¶ ${citation.paragraph}` : `${file}:${citation.lines[0]}`
}
