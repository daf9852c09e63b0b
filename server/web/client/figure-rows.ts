import type { Answer, Citation, Figure } from '../../answer/contract.ts'
import type { SheetCell } from '../../spreadsheet/workbook-parts.ts'
import { placeText, safeHref, tableName } from './answer-text.ts'
import { EXPORT_WORDS, type ExportWords } from './export-words.ts'
import { WORDS, type Words } from './words.ts'

type Column = keyof ExportWords['columns']
type FigureRow = Readonly<Record<Column, SheetCell>>

/**
 * The figures of an answer as rows of a table, its header first: what was asked before what is context, each with what it
 * is and the first place that it was read at. Columns in which nothing stands are left out. `origin` makes the links whole.
 */
export function figureRows(answer: Answer, origin: string): readonly (readonly SheetCell[])[] {
  const words = EXPORT_WORDS[answer.language]
  const sorted = [
    ...answer.figures.filter(({ role }) => role === 'answer'),
    ...answer.figures.filter(({ role }) => role === 'context'),
  ]
  const rows = sorted.map((figure) => figureRow(figure, answer, origin))
  const all: readonly (readonly [string, string])[] = Object.entries(words.columns)
  const columns = all.flatMap(([name, title]) => {
    const cells = rows.map((row) => new Map<string, SheetCell>(Object.entries(row)).get(name) ?? '')
    return cells.some((cell) => cell !== '') ? [{ title, cells }] : []
  })
  return [columns.map(({ title }) => title), ...rows.map((_, at) => columns.map(({ cells }) => cells[at] ?? ''))]
}

const COMPARATORS: Readonly<Record<string, string>> = { '<=': '≤', '>=': '≥' }

function figureRow(figure: Figure, { language, citations }: Answer, origin: string): FigureRow {
  const words = WORDS[language]
  const { role, open } = EXPORT_WORDS[language]
  const source = citations.find(({ id }) => id === figure.citations[0])
  return {
    role: role[figure.role],
    label: figure.label,
    comparator: COMPARATORS[figure.comparator ?? ''] ?? '',
    direction: figure.direction ? words.direction[figure.direction] : '',
    value: { number: figure.value },
    unit: figure.unit,
    organization: figure.organization,
    level: figure.level ? words.level[figure.level] : '',
    year: figure.fiscalYear === null ? '' : String(figure.fiscalYear),
    basis: figure.basis ? words.basis[figure.basis] : '',
    stage: figure.stage ? words.stage[figure.stage] : '',
    check: words.check[figure.check],
    formula: figure.derivation?.expression ?? '',
    ...(source ? placeOf(source, words, { origin, open }) : NOWHERE),
  }
}

const NOWHERE = { document: '', place: '', printed: '', link: '' }

function placeOf(
  source: Citation,
  words: Words,
  { origin, open }: { readonly origin: string; readonly open: string },
): Pick<FigureRow, keyof typeof NOWHERE> {
  const place = [tableName(source), placeText(source, words)].filter((part) => part !== '').join(' · ')
  return { document: source.document, place, printed: source.raw, link: linkTo(source, origin, open) }
}

/** Only an address of a page; whatever else stands there leads nowhere. */
function linkTo({ href }: Citation, origin: string, text: string): SheetCell {
  const safe = safeHref(href)
  if (safe === '#') return ''
  return { text, href: safe.startsWith('/') ? `${origin}${safe}` : safe }
}

/** Where a cell is no more than words: its number as printed, the address it opens. */
export function cellText(cell: SheetCell): string {
  if (typeof cell === 'string') return cell
  return 'number' in cell ? cell.number : cell.href
}
