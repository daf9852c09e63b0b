import type { Piece } from './pieces.ts'

/** What may follow a value at once: an end or a joint. Anything else may be a limit or a measure ("…以内", "… a head"). */
const AFTER =
  /^\s*(?:$|[，。、；：,.;:（(）)”]|(?:和|与|及|以及|用于|是)|(?:and|for|in|on|according|as|was|is|were|are|which|respectively|to|from|with|by|here|there)\b)/i
/** What may not stand right before one: words that with an amount behind them set a limit, or leave it open. */
const BEFORE = /(?:[下内中里以可从由对于按据在]|\b(?:under|or|of|the|a|an|on|in))\s*$/i

/** Whether the words right beside each value leave it what it is. */
export function leavesValuesAlone(pieces: readonly Piece[]): boolean {
  return pieces.every((piece, at) => {
    if (piece.kind !== 'slot' || piece.of !== 'figure' || piece.part !== 'value') return true
    const before = pieces[at - 1]
    const after = pieces[at + 1]
    return (
      (before?.kind !== 'words' || !BEFORE.test(before.text)) && (after?.kind !== 'words' || AFTER.test(after.text))
    )
  })
}

/** Whether a value stands twice in one sentence, as if there were two of it. */
export function repeatsValue(pieces: readonly Piece[]): boolean {
  const values = pieces.flatMap((piece) =>
    piece.kind === 'slot' && piece.of === 'figure' && piece.part === 'value' ? [piece.number] : [],
  )
  return new Set(values).size < values.length
}
