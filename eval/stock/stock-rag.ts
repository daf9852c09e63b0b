import type { Answer, Citation, Figure } from '../../server/answer/contract.ts'
import type { Place } from '../places.ts'
import type { AnsweringServer } from '../run.ts'
import type { Sources } from '../sources.ts'
import { firstAmount } from './first-amount.ts'
import { cutPieces, lineAt, type Piece } from './pieces.ts'

/** How many pieces are retrieved for a question. */
const STOCK_K = 4

/** What turns texts into vectors; the stock pipeline is given the one that the index uses. */
export interface TextEmbedder {
  embedQuery(text: string): Promise<number[]>
  embedDocuments(texts: string[]): Promise<number[][]>
}

/** The pipeline of a hundred tutorials: split by length, embed, take the nearest pieces, answer from them. */
export interface StockRag extends AnsweringServer {
  /** The pieces nearest to a question by cosine, best first. */
  nearest(question: string): Promise<readonly Piece[]>
  readonly pieces: number
}

/** Splits and embeds all sources, once; questions are embedded once too, however often they come. */
export async function buildStockRag(sources: Sources, embedder: TextEmbedder): Promise<StockRag> {
  const cut = sources.files.map((file) => cutPieces(file, (sources.lines(file) ?? []).join('\n')))
  const pieces = (await Promise.all(cut)).flat()
  const vectors = await embedder.embedDocuments(pieces.map(({ text }) => text))
  const found = new Map<string, readonly Piece[]>()
  const nearest = async (question: string): Promise<readonly Piece[]> => {
    const held = found.get(question)
    if (held !== undefined) return held
    const asked = await embedder.embedQuery(question)
    const best = pieces
      .map((piece, at) => ({ piece, score: cosine(asked, vectors[at] ?? []) }))
      .sort((a, b) => b.score - a.score)
      .slice(0, STOCK_K)
      .map(({ piece }) => piece)
    found.set(question, best)
    return best
  }
  return {
    pieces: pieces.length,
    nearest,
    async ask(question) {
      const started = performance.now()
      const [top] = await nearest(question)
      return { answer: stockAnswer(top), ms: performance.now() - started }
    },
  }
}

/** Cosine of the angle between two vectors; 0 where one of them is nothing. */
export function cosine(a: readonly number[], b: readonly number[]): number {
  const dot = a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0)
  const norms = Math.hypot(...a) * Math.hypot(...b)
  return norms === 0 ? 0 : dot / norms
}

/**
 * What is answered from the top piece: the first amount in it, and the piece itself as the words around it, so that
 * questions for words can be answered too. It never refuses and never asks back; only without any piece is nothing found.
 */
export function stockAnswer(top: Piece | undefined): Answer {
  const amount = top === undefined ? null : firstAmount(top.text)
  const citations: Citation[] = []
  if (top !== undefined) {
    citations.push(citation(1, top, top.text))
    if (amount !== null) {
      const line = top.from + lineAt(top.text, amount.at) - 1
      citations.push(citation(2, { file: top.file, from: line, to: line }, amount.raw))
    }
  }
  return {
    id: 'stock',
    conversationId: 'stock',
    status: top === undefined ? 'not_found' : 'answered',
    language: 'zh',
    answer: [amount === null ? '' : `${amount.raw}${amount.unit} [2]`, top?.text ?? ''].join('\n').trim(),
    figures: amount === null ? [] : [figure(amount.value, amount.unit)],
    citations,
    notices: [],
    alternatives: [],
    engine: { mode: 'offline', model: null, fellBack: false },
    timings: { totalMs: 0 },
  }
}

function citation(id: number, { file, from, to }: Place, raw: string): Citation {
  return { id, documentId: file, document: file, file, kind: 'text', raw, lines: [from, to], quote: raw, href: '' }
}

function figure(value: string, unit: string): Figure {
  return {
    role: 'answer',
    label: '',
    value,
    unit,
    organization: '',
    level: null,
    fiscalYear: null,
    basis: null,
    stage: null,
    kind: 'level',
    comparator: null,
    direction: null,
    check: 'verified',
    citations: [2],
  }
}
