import type { Figure } from '../../answer/contract.ts'
import type { Inline } from './markdown.ts'

/** A piece of a line, or a figure of the answer where it is printed. */
export type Piece = Exclude<Inline, { type: 'strong' }> | { readonly type: 'strong'; readonly children: readonly Piece[] } | FigurePiece

export interface FigurePiece {
  readonly type: 'figure'
  readonly figure: Figure
  /** As the answer prints it. */
  readonly text: string
}

/** The pieces with each figure told apart that stands, with its unit, right before a mark of one of its citations. */
export function withFigures(nodes: readonly Inline[], figures: readonly Figure[]): readonly Piece[] {
  return nodes.flatMap((node, at): readonly Piece[] => {
    if (node.type === 'strong') return [{ type: 'strong', children: withFigures(node.children, figures) }]
    const next = nodes[at + 1]
    if (node.type !== 'text' || next?.type !== 'citation') return [node]
    const printed = printedFigure(node.text, next.id, figures)
    if (!printed) return [node]
    const before = node.text.slice(0, -printed.text.length)
    return before === '' ? [printed] : [{ type: 'text', text: before }, printed]
  })
}

function printedFigure(text: string, citation: number, figures: readonly Figure[]): FigurePiece | null {
  for (const figure of figures) {
    if (!figure.citations.includes(citation)) continue
    const form = [`${figure.value} ${figure.unit}`, `${figure.value}${figure.unit}`].find((words) => endsWith(text, words))
    if (form !== undefined) return { type: 'figure', figure, text: form }
  }
  return null
}

/** "3.50 万元" is not the end of "13.50 万元". */
function endsWith(text: string, words: string): boolean {
  return text.endsWith(words) && !/[\d.,]$/.test(text.slice(0, -words.length))
}
