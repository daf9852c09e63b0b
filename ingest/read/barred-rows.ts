/** Bars between cells: of Markdown, full-width, and of drawn boxes. */
const BAR = /[|｜│┃]/
const BARS = /[|｜│┃]/g

/**
 * The lines that are rows of a table with bars between their cells, by their 0-based index: what stands between the
 * outer bars, with "|" for every bar. A line without bars at both ends is one only beside another with as many cells:
 * a lone "首页 | 新闻" is a navigation bar.
 */
export function barredRows(lines: readonly string[]): ReadonlyMap<number, string> {
  const rows = new Map<number, string>()
  const open = lines.map((line) => insideOf(line))
  open.forEach((row, index) => {
    if (row === null) return
    const besides = [open[index - 1], open[index + 1]]
    if (row.closed || besides.some((other) => other?.bars === row.bars)) rows.set(index, row.inside)
  })
  return rows
}

interface Row {
  readonly inside: string
  readonly bars: number
  /** Whether bars stand at both ends. */
  readonly closed: boolean
}

/** A drawn line between rows. */
const DRAWN_RULING = /^[\s─━═┄┈├┝┠┣┤┥┨┫┼┿╂╋┌┍┏┐┑┓└┕┗┘┙┛┬┯┳┴┷┻╔╦╗╠╬╣╚╩╝]+$/

function insideOf(line: string): Row | null {
  if (line.trim() !== '' && DRAWN_RULING.test(line)) return { inside: '-', bars: 0, closed: true }
  if (!BAR.test(line)) return null
  const text = line.trim().replace(BARS, '|')
  const opened = text.length > 1 && text.startsWith('|')
  // Without a bar in front, one at the end closes the cell before an empty one.
  const inside = opened ? text.slice(1).replace(/\|$/, '') : text
  return { inside, bars: inside.split('|').length - 1, closed: opened && text.endsWith('|') }
}
