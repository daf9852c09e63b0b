import type { Answer, Citation } from '../../answer/contract.ts'
import { inLanguage } from '../page-language.ts'
import type { Words } from './words.ts'

/** An answer as plain text, with its notices and where each citation stands; `origin` makes the links whole. */
export function answerText(question: string, answer: Answer, words: Words, origin: string): string {
  const notices = answer.notices.map(({ kind, message }) => `${words.notices[kind]}: ${message}`)
  const sources = answer.citations.map(
    (citation) => `[${citation.id}] ${citationText(citation, words)}\n    ${absolute(citation.href, origin)}`,
  )
  return [
    question,
    answer.answer.replaceAll('**', ''),
    ...(notices.length === 0 ? [] : [notices.join('\n')]),
    ...(sources.length === 0 ? [] : [`${words.citations}\n${sources.join('\n')}`]),
  ].join('\n\n')
}

/** Where a citation stands, in words: document, table, place, and what it quotes. */
function citationText(citation: Citation, words: Words): string {
  const { document, file, quote } = citation
  const parts = [document, tableName(citation), `${file}, ${placeText(citation, words)}`].filter((part) => part !== '')
  return `${parts.join(' · ')}: “${quote.replace(/\s+/g, ' ').trim()}”`
}

/** Number and title of the table of a citation; "" where it has none. */
export function tableName({ table }: Citation): string {
  return [table?.number, table?.title].filter(Boolean).join(' ')
}

/** The lines, page, cell or paragraph of a citation. */
export function placeText(citation: Citation, words: Words): string {
  if ('page' in citation) return words.page(citation.page)
  if ('sheet' in citation) return words.cell(citation.sheet, citation.cell)
  if ('paragraph' in citation) return words.paragraph(citation.paragraph)
  return words.lines(citation.lines[0], citation.lines[1])
}

/** Only addresses of pages; a script address leads nowhere. */
export function safeHref(href: string): string {
  return /^(?:https?:\/\/|\/(?!\/))/i.test(href) ? href : '#'
}

function absolute(href: string, origin: string): string {
  return href.startsWith('/') ? `${origin}${href}` : href
}

/** The place of a citation in the source viewer, in the language of these words; "" where there is none. */
export function sourceLink(citation: Citation | undefined, { code }: Words): string {
  return citation ? safeHref(inLanguage(citation.href, code)) : ''
}
