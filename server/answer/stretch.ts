/** A stretch of the question, to be taken out once it is understood. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

/** The text with stretches blanked: positions, in UTF-16 units, stay. */
export function without(text: string, stretches: readonly Stretch[]): string {
  const characters = text.split('')
  for (const { from, to } of stretches) for (let at = from; at < to; at += 1) characters[at] = ' '
  return characters.join('')
}
