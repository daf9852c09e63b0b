/** A figure with decimals, thousands separators or a unit of money or share: what no reader may lose. */
const AMOUNT =
  /(?<![\d.,])-?(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+|\d+(?=\s*(?:亿元|万元|千元|元|%)))(?![\d]|[.,]\d)/g

/** The amounts of a text as they are printed, white space and width of the letters aside. */
function amountsIn(text: string): string[] {
  return text.normalize('NFKC').match(AMOUNT) ?? []
}

/**
 * The amounts of a page's plain text that its lines, as they were read, do not have as often. A figure that the page
 * breaks in two is not lost where the lines have it in one piece, nor one whose unit stands in the next line.
 */
export function lostAmounts(plain: string, lines: readonly string[]): string[] {
  const [printed, read] = [counted(amountsIn(plain)), counted(amountsIn(lines.join('\n')))]
  const whole = [...read].flatMap(([amount, count]) =>
    Array.from({ length: Math.max(0, count - (printed.get(amount) ?? 0)) }, () => amount),
  )
  return [...printed].flatMap(([amount, count]) => {
    const pieces = whole.filter((longer) => longer.includes(amount)).length
    return Array.from({ length: Math.max(0, count - (read.get(amount) ?? 0) - pieces) }, () => amount)
  })
}

function counted(amounts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const amount of amounts) counts.set(amount, (counts.get(amount) ?? 0) + 1)
  return counts
}
