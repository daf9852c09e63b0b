import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Fact } from './domain/fact.ts'
import { squeeze } from './domain/name.ts'
import type { Table } from './domain/table.ts'
import { type Parse, parseDocument } from './parse.ts'

const parsed = (format: string): Promise<Parse> =>
  parseDocument(readFileSync(new URL(`one-disclosure/disclosure.${format}`, import.meta.url)), `disclosure.${format}`)

/** All that a fact says but for its place: numbers in the document, lines, the headings above and the words around it. */
function meaning(fact: Fact): string {
  const {
    id: _id,
    documentId: _document,
    tableId: _table,
    source: _source,
    section: _section,
    quote: _,
    ...rest
  } = fact
  return squeeze(JSON.stringify(rest))
}

/** What a table is; how many columns stand empty between the others is each format's own. */
function outline({ role, unit, columns }: Table) {
  return { role, unit, columns: new Set(columns.map(({ path }) => path.map(squeeze).join('/'))) }
}

/** The words of a table row by row. */
function words({ rows, cells }: Table): string[] {
  return rows.map(({ kind, code, label }, index) => {
    const texts = cells.filter(({ row }) => row === index).map(({ text }) => squeeze(text))
    return `${kind} ${code} ${squeeze(label)}: ${texts.join(' | ')}`
  })
}

/**
 * The HTML is written by hand; the others are made from it by LibreOffice (scripts/convert-disclosure.ts). Held to the same
 * in all of them: the identity, every fact in all fields but its place, and of every table what it is about, its unit and
 * its header. The words of the rows as well in Word and PDF; not in Excel, where LibreOffice made numbers of codes ("05" is
 * shown as 5). Not held to the same: places, the headings above a figure (in a PDF the title of a table is none), and white
 * space, which a PDF does not print.
 */
describe('one disclosure in four formats', () => {
  it('is read from HTML without a loss', async () => {
    const { facts, tables, identity, warnings } = await parsed('html')
    expect(identity).toMatchObject({
      organization: '柳川县农业农村局',
      fiscalYear: 2032,
      basis: 'budget',
      level: 'department',
    })
    expect(warnings).toEqual([])
    expect(tables).toHaveLength(10)
    expect(facts).toHaveLength(321)
    const say = (wanted: Partial<Fact>, value: string, unit: string) =>
      expect(facts).toContainEqual(
        expect.objectContaining({ ...wanted, amount: expect.objectContaining({ value, unit }) }),
      )
    const vehicles = { name: '公务用车运行费', code: '30231', classification: 'economic' as const }
    say({ role: 'three_public', measure: vehicles, origin: 'cell' }, '22.40', '万元')
    say(
      { role: 'basic_expenditure', measure: { ...vehicles, name: '公务用车运行维护费' }, facet: [] },
      '168000.00',
      '元',
    )
    say({ role: 'government_fund', origin: 'declared' }, '0', '万元')
    say({ role: 'project_expenditure', project: '高标准农田建设补助', facet: ['上年结转'] }, '122.00', '万元')
    say({ kind: 'rate', direction: 'up', role: 'operating_expense' }, '5.47', '%')
    say({ kind: 'target', comparator: '>=', role: 'performance', parents: ['产出指标', '质量指标'] }, '98', '%')
  })

  it.each(['docx', 'pdf', 'xlsx'])('says the very same in %s', async (format) => {
    const [html, other] = await Promise.all([parsed('html'), parsed(format)])
    expect(other.identity).toEqual(html.identity)
    expect(other.warnings).toEqual([])
    expect(other.facts.map(meaning).sort()).toEqual(html.facts.map(meaning).sort())
    expect(other.tables.map(outline)).toEqual(html.tables.map(outline))
    if (format !== 'xlsx') expect(other.tables.map(words)).toEqual(html.tables.map(words))
  })
})
