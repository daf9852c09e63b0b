/** Overlapping pairs of Chinese characters; Latin words and numbers whole; a lone character itself. */
export function gramsOf(text: string): string[] {
  return (text.match(/[a-z0-9.%]+|[^a-z0-9.%\s]+/g) ?? []).flatMap((run) => {
    if (/^[a-z0-9.%]+$/.test(run)) return run.length >= 2 ? [run] : []
    const characters = [...run.replace(/[^\u4e00-\u9fa5]/g, '')]
    if (characters.length === 1) return characters
    return characters.slice(0, -1).map((character, index) => `${character}${characters[index + 1] ?? ''}`)
  })
}

/** Share of the pieces that a question says, 0 to 1; 0 where there are none. */
export function saidShare(grams: readonly string[], question: string): number {
  return grams.length === 0 ? 0 : grams.filter((gram) => question.includes(gram)).length / grams.length
}
