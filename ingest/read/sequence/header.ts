import type { Token } from './token.ts'

/** What the cells of a column are. */
export type ColumnKind = 'code' | 'label' | 'ordinal' | 'figure'

/** A column with the words above it, outermost first. */
export interface HeaderColumn {
  readonly path: readonly Token[]
  readonly kind: ColumnKind
}

/** A word with the columns below it, as positions among the columns: `from` is its first, `to` behind its last. */
export interface HeaderGroup {
  readonly from: number
  readonly to: number
}

/** One way to hang the words of a header over each other. */
export interface Header {
  readonly columns: readonly HeaderColumn[]
  readonly groups: readonly HeaderGroup[]
}

interface Node {
  readonly columns: readonly HeaderColumn[]
  readonly groups: readonly HeaderGroup[]
}

/** Ways looked at for one header; words in such numbers that there are more are no header of a budget table. */
const MOST_WAYS = 2000

/**
 * All ways in which words of a header, a level a list and outermost first, can span each other: each word stands over
 * a run of those of the next level, or over none and is a column itself. Where merged cells began and ended is lost.
 */
export function possibleHeaders(levels: readonly (readonly Token[])[]): Header[] {
  const [outer = [], ...inner] = levels
  if (inner.length === 0) return [joined(outer.map(leaf))]
  return possibleHeaders(inner)
    .flatMap((below) => waysToSpan(outer, topNodes(below)))
    .slice(0, MOST_WAYS)
    .map(joined)
}

/** The kind of a column by its word. */
function kindOf(word: string): ColumnKind {
  if (/^(?:行次|序号)$/.test(word)) return 'ordinal'
  if (/(?:编码|代码)$/.test(word)) return 'code'
  return /(?:名称|项目|科目|内容)(?:[（(].{1,10}[)）])?$/.test(word) ? 'label' : 'figure'
}

function leaf(word: Token): Node {
  return { columns: [{ path: [word], kind: kindOf(word.text) }], groups: [] }
}

function joined(nodes: readonly Node[]): Header {
  let at = 0
  const groups: HeaderGroup[] = []
  for (const node of nodes) {
    for (const { from, to } of node.groups) groups.push({ from: from + at, to: to + at })
    at += node.columns.length
  }
  return { columns: nodes.flatMap(({ columns }) => columns), groups }
}

/** The outermost words of a header, each with what it spans. */
function topNodes({ columns, groups }: Header): Node[] {
  const nodes: Node[] = []
  for (let from = 0; from < columns.length; ) {
    const to = columns.findIndex((column, at) => at > from && column.path[0] !== columns[from]?.path[0])
    const end = to < 0 ? columns.length : to
    const own = groups.filter((group) => group.from >= from && group.to <= end)
    nodes.push({
      columns: columns.slice(from, end),
      groups: own.map((group) => ({ from: group.from - from, to: group.to - from })),
    })
    from = end
  }
  return nodes
}

/** Every choice of words of one level for the runs of the next. */
function waysToSpan(words: readonly Token[], below: readonly Node[]): Node[][] {
  return runsOf(below).flatMap((runs) =>
    choices(words.length, runs.length).map((chosen) =>
      words.map((word, at) => {
        const run = runs[chosen.indexOf(at)]
        return chosen.includes(at) && run ? over(word, run) : leaf(word)
      }),
    ),
  )
}

function over(word: Token, run: readonly Node[]): Node {
  const { columns, groups } = joined(run)
  return {
    columns: columns.map(({ path, kind }) => ({ path: [word, ...path], kind })),
    groups: [{ from: 0, to: columns.length }, ...groups],
  }
}

/** The runs that words of the level above may span: they begin where names come anew, and may begin at any total. */
function runsOf(nodes: readonly Node[]): Node[][][] {
  const starts = nodes.flatMap((_, at) => (at > 0 && mustBegin(nodes, at) ? [at] : []))
  const optional = nodes.flatMap((node, at) => (at > 0 && !starts.includes(at) && isTotal(node) ? [at] : []))
  return subsets(optional).map((more) => {
    const all = [0, ...[...starts, ...more].sort((a, b) => a - b)]
    return all.map((from, index) => nodes.slice(from, all[index + 1] ?? nodes.length))
  })
}

function mustBegin(nodes: readonly Node[], at: number): boolean {
  const kind = (index: number) => nodes[index]?.columns[0]?.kind
  return kind(at) !== 'figure' && kind(at - 1) === 'figure'
}

function isTotal({ columns }: Node): boolean {
  return /^(?:合计|小计|总计)$/.test(columns[0]?.path[0]?.text ?? '')
}

/** Totals beyond this many in one level are taken as columns of one run. */
const MOST_OPTIONAL = 6

function subsets(items: readonly number[]): number[][] {
  let sets: number[][] = [[]]
  for (const item of items.slice(0, MOST_OPTIONAL)) sets = sets.flatMap((set) => [set, [...set, item]])
  return sets
}

/** All rising lists of `count` numbers below `length`; none where there are fewer, or too many to look at. */
function choices(length: number, count: number, from = 0): number[][] {
  if (count === 0) return [[]]
  const lists: number[][] = []
  for (let first = from; first <= length - count && lists.length < MOST_WAYS; first += 1)
    for (const rest of choices(length, count - 1, first + 1)) lists.push([first, ...rest])
  return lists
}
