/** For tests: the cells of a line of text; none for one that is blank or rules a table. */
export function sampleRow(line: string): (string | null)[] {
  const inside = /^\|(.*)\|$/.exec(line)?.[1]
  const cells = inside?.split('|') ?? line.split('\t')
  if (cells.every((cell) => /^\s*(?::?-+:?)?\s*$/.test(cell))) return []
  return cells.map((cell) => cell.replace(/^#+ |\*\*|<\/?b>/g, '').trim() || null)
}
