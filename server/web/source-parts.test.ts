import { describe, expect, it } from 'vitest'
import type { Finding } from '../../ingest/domain/finding.ts'
import type { Table } from '../../ingest/domain/table.ts'
import { sourcePage } from './source-page.ts'
import type { SourceView } from './source-view.ts'

const at = (line: number) => ({ kind: 'lines', from: line, to: line }) as const
const table: Table = {
  id: 'aaaa-t1',
  number: '表七',
  title: '“三公”经费支出表',
  role: 'three_public',
  unit: '万元',
  project: null,
  columns: [
    { path: ['项目'], kind: 'label', unit: null },
    { path: ['预算数', '合计'], kind: 'amount', unit: null },
    { path: ['预算数', '其中：项目'], kind: 'amount', unit: '元' },
  ],
  rows: [
    { kind: 'item', code: '30217', label: '公务接待费', parents: ['“三公”经费'], source: at(2) },
    { kind: 'total', code: null, label: '合计', parents: [], source: at(3) },
  ],
  cells: [
    { row: 0, column: 0, text: '公务接待费', source: at(2) },
    { row: 0, column: 1, text: '1.50', source: at(2) },
    { row: 0, column: 2, text: '1.50', source: at(2) },
    { row: 1, column: 1, text: '<b>\u202e1.50', source: at(3) },
  ],
  emptyNote: null,
  source: at(1),
}
const empty: Table = {
  ...table,
  id: 'aaaa-t2',
  number: null,
  title: '',
  rows: [],
  cells: [],
  emptyNote: { text: '本表为空', source: at(3) },
}

function finding(id: string, ...places: readonly (readonly [line: number, row: number, column: number])[]): Finding {
  return {
    id,
    documentId: 'aaaa',
    rule: 'total',
    title: { zh: '合计', en: 'Total' },
    verdict: 'contradiction',
    minor: false,
    message: { zh: '不等', en: 'Not equal <b>' },
    values: [],
    computed: '1 ≠ 2',
    remedy: null,
    places: places.map(([line, row, column]) => ({
      documentId: 'aaaa',
      tableId: 'aaaa-t1',
      field: { row, column },
      row: ['公务接待费'],
      column: ['合计'],
      raw: '1.50',
      quote: '',
      source: at(line),
    })),
  }
}

const view: SourceView = {
  language: 'zh',
  inOtherLanguage: '?language=en',
  documentId: 'aaaa',
  title: '示例县教育局 2031 年部门预算公开',
  organization: '示例县教育局',
  fiscalYear: 2031,
  basis: 'budget',
  file: 'example.txt',
  lines: ['项目\t合计\t其中：项目', '公务接待费\t1.50\t1.50', '\t1.50', '以上。'],
  places: null,
  tables: [table, empty],
  findings: [],
  pages: null,
  chosen: null,
  cited: { site: at(2), raw: '1.50', nth: 2 },
}

const shownPage = (change: Partial<SourceView>) =>
  sourcePage({ ...view, ...change }, { script: 'assets/source.js', styles: [] })
const words = (page: string) => page.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')

describe('the table beside its source', () => {
  it('frames the cited one of two equal figures, and lights its row and column', () => {
    const page = shownPage({})
    expect(page.match(/<td class="([^"]*)"[^>]*id="framed"/)?.[1]).toBe('amount lit framed')
    expect(page.match(/<tr class="lit">/g)).toHaveLength(1)
    expect(page.match(/<th [^>]*class="lit"/g)).toHaveLength(2)
    expect(page).toContain('colspan="2" class="lit">预算数</th>')
  })

  it('says in words what the cell is called, and in which unit it is', () => {
    expect(words(shownPage({}))).toContain(
      '引用的数 1.50 行 “三公”经费 / 30217 公务接待费 列 预算数 / 其中：项目 计量单位 元',
    )
  })

  it('shows a table that is chosen without framing anything, and that it is declared empty', () => {
    const page = shownPage({ cited: null, chosen: table })
    expect(page).toContain('role="grid"')
    expect(page).not.toMatch(/framed|<tr class="lit">/)
    expect(page).toContain('href="/api/documents/aaaa/tables/aaaa-t1?format=csv"')
    expect(words(shownPage({ cited: null, chosen: empty }))).toContain('表中没有数字: 本表为空')
  })

  it('shows no more than two hundred rows, the cited one among them', () => {
    const rows = Array.from({ length: 500 }, () => table.rows).flatMap(([row]) => row ?? [])
    const long = { ...table, rows, cells: [{ row: 450, column: 1, text: '1.50', source: at(2) }] }
    const page = shownPage({ tables: [long], cited: { site: at(2), raw: '1.50', nth: null } })
    expect(words(page)).toContain('只列出第 301–500 行，共 500 行。')
    expect(page).toContain('id="framed"')
  })

  it('shows none for a sentence', () => {
    const page = shownPage({ cited: { site: at(4), raw: '以上', nth: null } })
    expect(page).not.toContain('role="grid"')
    expect(page).toContain('<details class="tables" open>')
  })

  it('lists every table, each a way to itself in the same language', () => {
    const page = shownPage({ language: 'en' })
    expect(page).toContain('href="/documents/aaaa?table=aaaa-t2&amp;language=en#L1"')
    expect(words(page)).toContain('Tables recognised (2) 表七 “三公”经费支出表 (no title)')
  })

  it('lets nothing of a cell become markup', () => {
    expect(shownPage({})).toContain('&lt;b&gt;<span class="invisible">U+202E</span>1.50')
  })
})

describe('the findings', () => {
  const shown = (...findings: readonly Finding[]) =>
    findings.map((one) => ({ finding: one, hrefs: one.places.map(({ source }) => `/documents/aaaa#L${source.from}`) }))

  it('are marked on their lines and in their cells, and told where they stand', () => {
    const page = shownPage({ findings: shown(finding('a', [2, 0, 1], [3, 1, 1])) })
    expect(page.match(/href="#F1" aria-label="核对发现 1"/g)).toHaveLength(4)
    expect(words(page)).toContain('此处的核对发现（1） 1 合计 矛盾 不等 1 ≠ 2 涉及: 1.50 (公务接待费 / 合计)')
    expect(page).toContain('href="/documents/aaaa?language=zh#L2"')
  })

  it('are marked at the likely culprit only, where many places take part', () => {
    const page = shownPage({
      language: 'en',
      findings: shown(finding('a', [2, 0, 1], [2, 0, 2], [3, 1, 1], [3, 1, 2])),
    })
    expect(page.match(/href="#F1"/g)).toHaveLength(2)
    expect(words(page)).toContain('1 more place ')
    expect(page).toContain('Not equal &lt;b&gt;')
  })

  it('stand apart where they have to do with something else', () => {
    const other = finding('b', [4, 0, 0])
    const elsewhere = { ...other, places: other.places.map((place) => ({ ...place, tableId: null, field: null })) }
    const page = shownPage({ findings: shown(elsewhere) })
    expect(words(page)).toContain('此文件的其他核对发现（1）')
    expect(page).not.toContain('此处的核对发现')
    expect(words(shownPage({ cited: null, findings: shown(elsewhere) }))).toContain('此文件的核对发现（1）')
    expect(words(shownPage({}))).toContain('没有发现互相矛盾之处')
  })

  it('of other documents are not marked here', () => {
    const foreign = finding('c', [2, 0, 1])
    const places = foreign.places.map((place) => ({ ...place, documentId: 'bbbb' }))
    expect(shownPage({ findings: shown({ ...foreign, places }) })).not.toContain('finding-mark')
  })
})

describe('the picture of a page', () => {
  const pages = '/api/documents/aaaa/file'

  it('is that of the cited page, with the box', () => {
    expect(
      shownPage({ pages, cited: { site: { kind: 'page', page: 3, box: [1.5, 2, 3, 4] }, raw: null, nth: null } }),
    ).toContain('data-file="/api/documents/aaaa/file" data-page="3" data-box="1.5,2,3,4"')
    expect(shownPage({ pages, cited: { site: { kind: 'whole-page', page: 2 }, raw: null, nth: null } })).toContain(
      'data-page="2" data-box=""',
    )
    expect(shownPage({ pages, cited: null })).toContain('data-page="1"')
    expect(shownPage({})).not.toContain('page-picture')
  })
})
