/** Mark-up that extraction tools leave in text: bold, paragraphs, line breaks, LaTeX comparison signs. */
const TAGS = /<\/?(?:b|strong|i|em|p|br|u|span|sub|sup)\s*\/?>/gi
const LATEX: readonly (readonly [RegExp, string])[] = [
  [/\\geq?(?![a-z])/g, '≥'],
  [/\\leq?(?![a-z])/g, '≤'],
  [/\\%/g, '%'],
]

/** The text without its mark-up, trimmed. */
export function stripMarkup(text: string): string {
  let plain = text.includes('<') ? text.replace(TAGS, ' ') : text
  if (plain.includes('**')) plain = plain.replaceAll('**', '')
  if (plain.includes('\\')) plain = LATEX.reduce((result, [sign, character]) => result.replace(sign, character), plain)
  return plain.replace(/[\u00a0\u3000\f]/g, ' ').trim()
}
