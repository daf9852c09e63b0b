import { type RawRow, textAt } from './raw-row.ts'

/** Header words of each column, outermost first, where the file tells over which columns each cell goes. */
export function ruledHeaderPaths(header: readonly RawRow[], width: number): string[][] {
  const paths = Array.from({ length: width }, (): string[] => [])
  for (const row of header) {
    row.forEach((cell, column) => {
      const word = textAt(row, column)
      if (word === '') return
      for (const path of paths.slice(column, column + (cell.span?.columns ?? 1))) path.push(word)
    })
  }
  return paths
}
