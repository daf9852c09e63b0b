/** What a slot prints: the figure itself, or words that belong to it. */
export type SlotPart = 'value' | 'label' | 'frame' | 'organization' | 'year'

export interface SlotPiece {
  readonly kind: 'slot'
  /** A figure, or a passage that is cited. */
  readonly of: 'figure' | 'passage'
  /** Its number, from 1. */
  readonly number: number
  readonly part: SlotPart
}

export interface WordsPiece {
  readonly kind: 'words'
  readonly text: string
}

export type Piece = SlotPiece | WordsPiece

const SLOT = /\{\{\s*([fp])([1-9]\d?)(?:\.(label|frame|organization|year))?\s*\}\}/g

/** A model's sentence in slots and the words between them; what is no slot is left among the words. */
export function piecesOf(sentence: string): Piece[] {
  const pieces: Piece[] = []
  let end = 0
  for (const match of sentence.matchAll(SLOT)) {
    if (match.index > end) pieces.push({ kind: 'words', text: sentence.slice(end, match.index) })
    end = match.index + match[0].length
    pieces.push({
      kind: 'slot',
      of: match[1] === 'f' ? 'figure' : 'passage',
      number: Number(match[2]),
      part: partOf(match[3]),
    })
  }
  if (end < sentence.length) pieces.push({ kind: 'words', text: sentence.slice(end) })
  return pieces
}

const PARTS = ['label', 'frame', 'organization', 'year'] as const

function partOf(name: string | undefined): SlotPart {
  return PARTS.find((part) => part === name) ?? 'value'
}
