import type { Answer, Citation } from './answer/contract.ts'
import { placeWords } from './answer/place-words.ts'

const WORDS = {
  zh: { ask: '可以这样问：', derived: '计算所得', disputed: '另有不同数字', unconfirmed: '未核实' },
  en: { ask: 'You could ask:', derived: 'computed', disputed: 'disputed', unconfirmed: 'unconfirmed' },
} as const

/** A mark of a citation in the text of an answer; one that a quotation holds is escaped, and one before "(" is a link. */
const MARK = /(?<!\\)\[(\d+)\](?!\()/g

/** The text of an answer with its marks as Markdown footnotes: [1] becomes [^1]. */
export function footnoteMarks(text: string): string {
  return text.replace(MARK, '[^$1]')
}

/** So much of a text that is still growing as has no mark begun and not ended. */
export function settledText(text: string): string {
  return text.replace(/\\?\[?\d*$/, (tail) => (tail.includes('[') || tail.includes('\\') ? '' : tail))
}

/** What follows the text: figures that were not simply read, notices, questions to ask instead, and the footnotes. */
function afterword(answer: Answer, base: string): string {
  const words = WORDS[answer.language]
  const doubts = answer.figures.flatMap(({ check, label, value, unit, derivation }) => {
    if (check === 'verified') return []
    const how = derivation ? `${words[check]}: ${derivation.expression}` : words[check]
    return [`> ${inline(`${label} ${value} ${unit}`.trim())} (${inline(how)})`]
  })
  const notices = answer.notices.map(
    ({ message, citations }) => `> ${inline(message)}${citations.map((id) => `[^${id}]`).join('')}`,
  )
  const questions = answer.alternatives.map(({ question }) => `- ${inline(question)}`)
  const parts = [
    doubts.join('\n>\n'),
    notices.join('\n>\n'),
    questions.length > 0 ? [words.ask, ...questions].join('\n') : '',
    answer.citations.map((citation) => footnote(citation, base)).join('\n'),
  ]
  return parts
    .filter((part) => part !== '')
    .map((part) => `\n\n${part}`)
    .join('')
}

/** An answer as Markdown with footnotes; `base` is where the server is found, without a slash at the end. */
export function answerMarkdown(answer: Answer, base: string): string {
  return `${footnoteMarks(answer.answer)}${afterword(answer, base)}`
}

/** What a citation points to, in one line: the document, and the table where it is a cell. */
export function citationTitle({ document, table }: Citation): string {
  const place = [table?.number, table?.title].filter(Boolean).join(' ')
  return [document, place].filter((part) => part !== '').join(' · ')
}

function footnote(citation: Citation, base: string): string {
  const title = inline(citationTitle(citation))
  return `[^${citation.id}]: [${title}](${base}${citation.href}) ${inline(placeWords(citation))}: ${inline(citation.quote)}`
}

/** One line of text from outside, with nothing that Markdown would obey. */
function inline(text: string): string {
  return text
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replace(/[\\`*_[\]<>|~]/g, '\\$&')
    .trim()
}
