import type { FindingMarks } from './finding-marks.ts'
import type { Markup } from './html.ts'
import { numberedLines } from './numbered-lines.ts'
import { pageLines } from './page-lines.ts'
import { sheetLines } from './sheet-lines.ts'
import { findRaw, type Mark } from './source-marks.ts'
import type { SourceView } from './source-view.ts'
import type { SourceWords } from './source-words.ts'

/** The 1-based lines to mark, as far as there are such lines. */
export function citedLines({ lines, places, cited }: SourceView): readonly number[] {
  if (cited === null) return []
  const { site } = cited
  if (site.kind === 'whole-page') return places?.linesOnPage(site.page) ?? []
  if (places) return places.linesAt(site)
  if (site.kind !== 'lines') return []
  const to = Math.min(site.to, lines.length)
  return Array.from({ length: Math.max(0, to - site.from + 1) }, (_, at) => site.from + at)
}

/** The text of the document, in the form of its format, with what is cited and what was found marked. */
export function sourceText(
  view: SourceView,
  cited: readonly number[],
  words: SourceWords,
  { onLine }: FindingMarks,
): readonly Markup[] {
  const { lines, places } = view
  const raw = view.cited?.raw ?? ''
  const found = findRaw(
    cited.map((line) => lines[line - 1] ?? ''),
    raw,
    view.cited?.nth ?? null,
  )
  const marksOf = (line: number): readonly Mark[] => found.filter((mark) => cited[mark.line] === line)
  const marked = new Set(cited)
  const shown = { lines, isCited: (line: number) => marked.has(line), marksOf, noteOf: onLine }
  const first = places?.at(1)?.kind
  if (places && first === 'page') return pageLines(shown, places, words.page)
  if (places && first === 'cell') return sheetLines(shown, places, words.sheet)
  return numberedLines(shown, places)
}
