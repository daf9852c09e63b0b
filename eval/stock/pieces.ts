import { RecursiveCharacterTextSplitter } from '@langchain/textsplitters'
import type { Place } from '../places.ts'

const PIECE_LENGTH = 1000
const OVERLAP = 200

/** A piece of a raw text, as a stock splitter cuts it. */
export interface Piece extends Place {
  readonly text: string
}

/** Cuts a text by LangChain's recursive character splitter with its stock separators, 1000 characters with 200 of overlap. */
export async function cutPieces(file: string, text: string): Promise<Piece[]> {
  const splitter = new RecursiveCharacterTextSplitter({ chunkSize: PIECE_LENGTH, chunkOverlap: OVERLAP })
  const pieces: Piece[] = []
  let searchFrom = 0
  for (const piece of await splitter.splitText(text)) {
    // Pieces are cut out of the text as they stand there, in its order; so each begins after the one before.
    const start = text.indexOf(piece, searchFrom)
    if (start < 0) throw new Error(`${file}: the splitter gave a piece that is not in the text`)
    searchFrom = start + 1
    const from = lineAt(text, start)
    pieces.push({ file, text: piece, from, to: from + lineAt(piece, piece.length) - 1 })
  }
  return pieces
}

/** The line, from 1, on which a position of the text stands. */
export function lineAt(text: string, position: number): number {
  return text.slice(0, position).split('\n').length
}
