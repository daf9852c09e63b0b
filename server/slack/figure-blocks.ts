import type { Answer, Citation, Figure } from '../answer/contract.ts'
import { figureText } from '../answer/figure-text.ts'
import { alignedTable, type TextColumn } from '../fixed-width.ts'
import { type Block, context, LIMITS, mrkdwn, packed, section } from './blocks.ts'
import { bold, inert, plainLine, withEntities } from './mrkdwn.ts'
import { MARKS, WORDS, type Words } from './words.ts'

/** So many figures are shown one by one; more of them are a table. */
const MOST_CARDS = 4

/** A table's share of a message, in characters. */
const MOST_TABLE = 3600

/** Whether the figures of an answer are shown as a table. */
export function isList({ figures }: Pick<Answer, 'figures'>): boolean {
  return figures.length > MOST_CARDS
}

/** The figures of an answer, each with its scope, basis, unit and check. */
export function figureBlocks(answer: Answer): Block[] {
  const words = WORDS[answer.language]
  if (isList(answer)) return [...shared(answer, words), ...tableTexts(answer, words).map(section)]
  return answer.figures.map((figure) => card(figure, answer.citations, words))
}

function card(figure: Figure, citations: readonly Citation[], words: Words): Block {
  const also = figure.role === 'context' ? `${words.seeAlso}: ` : ''
  const facts: readonly (readonly [string, string])[] = [
    [words.organization, organizationOf(figure, words)],
    [words.year, frameOf(figure, words)],
    [words.scope, scopeOf(figure, citations, words)],
    [words.check, checkOf(figure, words)],
  ]
  return {
    type: 'section',
    text: mrkdwn(
      `${MARKS[figure.check]} ${also}${bold(printedValue(figure))}  ${inert(figure.label)} ${marksOf(figure)}`,
    ),
    fields: facts
      .filter(([, value]) => value !== '')
      .map(([name, value]) => mrkdwn(`${bold(name)}\n${inert(value)}`, LIMITS.fieldText)),
  }
}

/** The figure with its unit; what goes up or down, or is a limit, says so. */
function printedValue(figure: Figure): string {
  const sign = { '=': '', '<=': '≤', '>=': '≥' }[figure.comparator ?? '=']
  const way = { up: '▲', down: '▼', flat: '' }[figure.direction ?? 'flat']
  return `${way}${sign}${figureText(figure)}`
}

function organizationOf({ organization, level }: Figure, words: Words): string {
  return level === null || organization === '' ? organization : `${organization} (${words.level[level]})`
}

function frameOf({ fiscalYear, basis, stage }: Figure, words: Words): string {
  return [
    fiscalYear === null ? '' : String(fiscalYear),
    basis === null ? '' : words.basis[basis],
    stage === null ? '' : words.stage[stage],
  ]
    .filter((part) => part !== '')
    .join(' ')
}

/** Where a figure counts: the tables it stands in, or the text. */
function scopeOf({ citations: cited }: Figure, citations: readonly Citation[], words: Words): string {
  const scopes = cited.flatMap((id) => {
    const citation = citations.find((one) => one.id === id)
    if (!citation) return []
    const { table } = citation
    return [table ? [table.number, table.title].filter(Boolean).join(' ') : words.inText]
  })
  return [...new Set(scopes)].join('; ')
}

function checkOf({ check, derivation }: Figure, words: Words): string {
  const said = words.checked[check]
  if (!derivation) return said
  const inputs = derivation.inputs.map(
    ({ name, value, unit, citation }) => `${name} = ${`${value} ${unit}`.trim()} [${citation}]`,
  )
  return `${said}: ${derivation.expression}${inputs.length > 0 ? ` (${inputs.join(', ')})` : ''}`
}

function marksOf({ citations }: Figure): string {
  return citations.map((id) => `[${id}]`).join('')
}

/** What is the same of all figures of a table, and so is no column of it. */
function shared({ figures, citations }: Answer, words: Words): Block[] {
  const facets: readonly (readonly [string, (figure: Figure) => string])[] = [
    [words.organization, (figure) => organizationOf(figure, words)],
    [words.year, (figure) => frameOf(figure, words)],
    [words.scope, (figure) => scopeOf(figure, citations, words)],
  ]
  const same = facets.flatMap(([name, of]) => {
    const [value = '', ...others] = new Set(figures.map(of))
    return value === '' || others.length > 0 ? [] : [`${bold(name)} ${inert(value)}`]
  })
  return same.length === 0 ? [] : [context(same.join('  '))]
}

/** A row a figure in letters of one width; organisation and year have a column only where they differ. */
function tableTexts({ figures, citations }: Answer, words: Words): string[] {
  const differ = (of: (figure: Figure) => string) => new Set(figures.map(of)).size > 1
  const columns: TextColumn<Figure>[] = [
    {
      header: words.item,
      cell: ({ label, role }) => plainLine(role === 'context' ? `${words.seeAlso}: ${label}` : label),
      widest: 44,
    },
    { header: words.value, cell: (figure) => plainLine(printedValue(figure)), align: 'right', widest: 30 },
    ...(differ((figure) => organizationOf(figure, words))
      ? [{ header: words.organization, cell: (figure: Figure) => plainLine(organizationOf(figure, words)), widest: 34 }]
      : []),
    ...(differ((figure) => frameOf(figure, words))
      ? [{ header: words.year, cell: (figure: Figure) => frameOf(figure, words), widest: 26 }]
      : []),
    ...(differ((figure) => scopeOf(figure, citations, words))
      ? [
          {
            header: words.scope,
            cell: (figure: Figure) => plainLine(scopeOf(figure, citations, words)),
            widest: 24,
          },
        ]
      : []),
    { header: words.check, cell: ({ check }) => words.checked[check], widest: 14 },
    { header: words.at, cell: marksOf, widest: 16 },
  ]
  const lines = withEntities(alignedTable(columns, figures)).trimEnd().split('\n')
  return packed(lines, MOST_TABLE, words.more, (text) => `\`\`\`\n${text}\n\`\`\``)
}
