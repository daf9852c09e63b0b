import type { PagePart, ReadPage } from './page.ts'
import type { PrintedLine } from './printed-line.ts'
import type { Ruling } from './rulings.ts'
import { continuedLines, type UnruledTable } from './unruled-continued.ts'
import { type TextLine, textLine } from './unruled-lines.ts'
import { findTableLines, type TableLines } from './unruled-regions.ts'
import { readUnruledTable } from './unruled-table.ts'

/** Pieces of a page beyond which nobody set it as a table. */
const MOST_RUNS = 6_000

/** The pages with the lines that are tables without ruling lines read as such, each going on with the one above it. */
export function withUnruledTables(pages: readonly ReadPage[]): ReadPage[] {
  let above: UnruledTable | null = null
  return pages.map((page) => {
    const { parts, last } = readParts(page, above)
    above = last
    return { ...page, parts }
  })
}

/** `last` is the table that the page ends with. */
function readParts(
  { parts, rules }: ReadPage,
  above: UnruledTable | null,
): { readonly parts: readonly PagePart[]; readonly last: UnruledTable | null } {
  const runs = parts.reduce((sum, part) => sum + (part.kind === 'line' ? part.line.runs.length : 0), 0)
  if (runs > MOST_RUNS) return { parts, last: null }
  const found: PagePart[] = []
  let last: UnruledTable | null = null
  for (const group of groupsOf(parts)) {
    if (group.kind === 'table') {
      found.push(group)
      last = null
      continue
    }
    const lines = group.lines.map(textLine)
    let at = 0
    for (const { from, to } of tablesIn(lines, rules, found.length === 0 ? above : null)) {
      found.push(...group.lines.slice(at, from).map(linePart))
      last = readUnruledTable(lines.slice(from, to), rules, found.length === 0 ? above : null)
      found.push({ kind: 'table', table: last.table })
      at = to
    }
    if (at < lines.length) last = null
    found.push(...group.lines.slice(at).map(linePart))
  }
  return { parts: found, last }
}

/** The tables among lines at the head of a page, below what may go on there. */
function tablesIn(lines: readonly TextLine[], rules: readonly Ruling[], above: UnruledTable | null): TableLines[] {
  const tables = findTableLines(lines, rules)
  const to = above ? continuedLines(lines, above) : 0
  const [first] = tables
  if (to === 0 || (first && first.from < to)) return tables
  return [{ from: 0, to }, ...tables]
}

function linePart(line: PrintedLine): PagePart {
  return { kind: 'line', line }
}

/** The lines between ruled tables, and these. */
function groupsOf(
  parts: readonly PagePart[],
): (Extract<PagePart, { kind: 'table' }> | { readonly kind: 'lines'; readonly lines: PrintedLine[] })[] {
  const groups: ReturnType<typeof groupsOf> = []
  for (const part of parts) {
    const open = groups.at(-1)
    if (part.kind === 'table') groups.push(part)
    else if (open?.kind === 'lines') open.lines.push(part.line)
    else groups.push({ kind: 'lines', lines: [part.line] })
  }
  return groups
}
