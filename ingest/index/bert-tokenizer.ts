const CJK =
  '\\u{3400}-\\u{4dbf}\\u{4e00}-\\u{9fff}\\u{f900}-\\u{faff}\\u{20000}-\\u{2a6df}\\u{2a700}-\\u{2ceaf}\\u{2f800}-\\u{2fa1f}'
const PUNCTUATION = '\\p{P}$+<=>^`|~'
/** A Chinese character or a punctuation mark is a word by itself; other words end at blanks. */
const WORD = new RegExp(`[${CJK}]|[${PUNCTUATION}]|[^\\s${CJK}${PUNCTUATION}]+`, 'gu')
const INVISIBLE = /[\u{fffd}\p{Cf}\p{Co}\p{Cn}]|(?![\t\n\r])\p{Cc}/gu
const LONGEST_WORD = 100

/** BERT's uncased tokenizer: words first, then the longest pieces of the vocabulary, from the left. */
export class BertTokenizer {
  private readonly pieces: ReadonlyMap<string, number>
  private readonly unknown: number
  private readonly start: number
  private readonly end: number

  /** `vocabulary`: word pieces, the position is the id. */
  constructor(vocabulary: readonly string[]) {
    this.pieces = new Map(vocabulary.map((piece, id) => [piece, id]))
    this.unknown = this.idOf('[UNK]')
    this.start = this.idOf('[CLS]')
    this.end = this.idOf('[SEP]')
  }

  /** Ids of the text between the marks of start and end, at most `limit` of them; what is longer is cut off. */
  encode(text: string, limit: number): number[] {
    const ids = [this.start]
    for (const [word] of normalise(text).matchAll(WORD)) {
      ids.push(...this.wordPieces(word))
      if (ids.length >= limit) break
    }
    return [...ids.slice(0, limit - 1), this.end]
  }

  private idOf(piece: string): number {
    const id = this.pieces.get(piece)
    if (id === undefined) throw new RangeError(`the vocabulary lacks ${piece}`)
    return id
  }

  private wordPieces(word: string): readonly number[] {
    const characters = [...word]
    if (characters.length > LONGEST_WORD) return [this.unknown]
    const ids: number[] = []
    let from = 0
    while (from < characters.length) {
      const piece = this.longestPiece(characters, from)
      if (!piece) return [this.unknown]
      ids.push(piece.id)
      from = piece.end
    }
    return ids
  }

  private longestPiece(characters: readonly string[], from: number): { id: number; end: number } | null {
    for (let end = characters.length; end > from; end -= 1) {
      const id = this.pieces.get(`${from > 0 ? '##' : ''}${characters.slice(from, end).join('')}`)
      if (id !== undefined) return { id, end }
    }
    return null
  }
}

function normalise(text: string): string {
  return text
    .replace(INVISIBLE, '')
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
}
