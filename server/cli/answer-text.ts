import type { Answer, Citation, Figure } from '../answer/contract.ts'
import { printable, printableLines } from './terminal-text.ts'

const WORDS = {
  zh: {
    sources: '出处',
    alternatives: '您是指：',
    line: (range: string) => `第 ${range} 行`,
    page: (page: number) => `第 ${page} 页`,
    cell: (sheet: string, cell: string) => `工作表“${sheet}” ${cell}`,
    paragraph: (paragraph: number) => `第 ${paragraph} 段`,
    derived: '计算所得',
    disputed: '另有不同数字',
    unconfirmed: '未核实',
  },
  en: {
    sources: 'Sources',
    alternatives: 'Did you mean:',
    line: (range: string) => `line ${range}`,
    page: (page: number) => `page ${page}`,
    cell: (sheet: string, cell: string) => `sheet “${sheet}”, cell ${cell}`,
    paragraph: (paragraph: number) => `paragraph ${paragraph}`,
    derived: 'computed',
    disputed: 'disputed',
    unconfirmed: 'unconfirmed',
  },
} as const

type AnswerWords = (typeof WORDS)[Answer['language']]

/** An answer for the terminal: its text, notices, alternatives and citations. */
export function answerText(answer: Answer): string {
  const words = WORDS[answer.language]
  const paragraphs = [
    plainText(answer.answer),
    doubts(answer.figures, words),
    answer.notices
      .map(({ message, citations }) => `! ${printable(message)}${citations.map((id) => `[${id}]`).join('')}`)
      .join('\n'),
    answer.alternatives.length === 0
      ? ''
      : [
          words.alternatives,
          ...answer.alternatives.map(({ label, question }) => `  - ${printable(label)}: ${printable(question)}`),
        ].join('\n'),
    answer.citations.length === 0
      ? ''
      : [words.sources, ...answer.citations.map((citation) => citationText(citation, words))].join('\n'),
  ]
  return `${paragraphs.filter((paragraph) => paragraph !== '').join('\n\n')}\n`
}

/** Figures that were not simply read and checked are told apart. */
function doubts(figures: readonly Figure[], words: AnswerWords): string {
  return figures
    .flatMap(({ check, label, value, unit, derivation }) => {
      if (check === 'verified') return []
      const how = derivation ? `: ${derivation.expression}` : ''
      return [`~ ${printable(`${label} ${value} ${unit}`)} (${words[check]}${printable(how)})`]
    })
    .join('\n')
}

/** Markdown without the signs that a terminal does not show. */
function plainText(markdown: string): string {
  return printableLines(markdown.replace(/\*\*(.+?)\*\*/g, '$1').replace(/\\([\\*`[\]|>#_-])/g, '$1'))
}

function citationText(citation: Citation, words: AnswerWords): string {
  const { id, document, file, table, row, column, quote } = citation
  const place = [table?.number, table?.title].filter(Boolean).join(' ')
  const cell = [row?.join(' / '), column?.join(' / ')].filter(Boolean).join(' → ')
  return [
    `  [${id}] ${printable([document, place].filter(Boolean).join(' · '))}`,
    `      ${printable(file)}, ${whereIn(citation, words)}${cell === '' ? '' : `, ${printable(cell)}`}`,
    `      “${printable(quote)}”`,
  ].join('\n')
}

function whereIn(citation: Citation, words: AnswerWords): string {
  if ('page' in citation) return words.page(citation.page)
  if ('sheet' in citation) return words.cell(printable(citation.sheet), citation.cell)
  if ('paragraph' in citation) return words.paragraph(citation.paragraph)
  const [from, to] = citation.lines
  return words.line(from === to ? String(from) : `${from}-${to}`)
}
