import type { Figure } from '../../answer/contract.ts'
import type { Inline } from './markdown.ts'

/** A piece of a line, or a figure of the answer where it is printed. */
export type Piece =
  | Exclude<Inline, { type: 'strong' }>
  | { readonly type: 'strong'; readonly children: readonly Piece[] }
  | FigurePiece

export interface FigurePiece {
  readonly type: 'figure'
  readonly figure: Figure
  /** As the answer prints it. */
  readonly text: string
}

/**
 * The pieces with each figure told apart: where it stands, with its unit, right before a mark of one of its citations, or
 * in strong letters, as answers print their figures.
 */
export function withFigures(nodes: readonly Inline[], figures: readonly Figure[]): readonly Piece[] {
  return nodes.flatMap((node, at): readonly Piece[] => {
    const next = nodes[at + 1]
    const citation = next?.type === 'citation' ? next.id : null
    if (node.type === 'strong')
      return [strongFigure(node.children, citation, figures) ?? strong(node.children, figures)]
    if (node.type !== 'text' || citation === null) return [node]
    const printed = printedFigure(node.text, citation, figures)
    if (!printed) return [node]
    const before = node.text.slice(0, -printed.text.length)
    return before === '' ? [printed] : [{ type: 'text', text: before }, printed]
  })
}

function strong(children: readonly Inline[], figures: readonly Figure[]): Piece {
  return { type: 'strong', children: withFigures(children, figures) }
}

/** Strong letters that are a figure and nothing else; a derived one is told by its formula and needs no mark. */
function strongFigure(
  children: readonly Inline[],
  citation: number | null,
  figures: readonly Figure[],
): FigurePiece | null {
  const [only, ...others] = children
  if (only?.type !== 'text' || others.length > 0) return null
  const figure = figures.find(
    (one) =>
      printings(one).includes(only.text) &&
      (citation === null ? one.derivation !== undefined : one.citations.includes(citation)),
  )
  return figure ? { type: 'figure', figure, text: only.text } : null
}

function printedFigure(text: string, citation: number, figures: readonly Figure[]): FigurePiece | null {
  for (const figure of figures) {
    const printing = printings(figure).find((words) => endsWith(text, words))
    if (printing !== undefined && figure.citations.includes(citation)) return { type: 'figure', figure, text: printing }
  }
  return null
}

function printings({ value, unit }: Figure): readonly string[] {
  return [`${value} ${unit}`.trim(), `${value}${unit}`]
}

/** "3.50 万元" is not the end of "13.50 万元". */
function endsWith(text: string, words: string): boolean {
  return text.endsWith(words) && !/[\d.,]$/.test(text.slice(0, -words.length))
}
