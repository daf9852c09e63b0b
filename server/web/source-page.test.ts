import { describe, expect, it } from 'vitest'
import { LinePlaces } from '../../ingest/domain/line-places.ts'
import { html, visible } from './html.ts'
import { findRaw } from './source-marks.ts'
import { sourcePage } from './source-page.ts'
import type { SourceView } from './source-view.ts'

const view: SourceView = {
  language: 'zh',
  inOtherLanguage: '?language=en',
  documentId: 'aaaa',
  title: '示例县教育局 2031 年部门预算公开',
  organization: '示例县教育局',
  fiscalYear: 2031,
  basis: 'budget',
  file: 'example.txt',
  lines: ['一', '二 16.20 6.20 6.20', '三'],
  places: null,
  tables: [],
  findings: [],
  pages: null,
  chosen: null,
  cited: { site: { kind: 'lines', from: 2, to: 2 }, raw: '6.20', nth: null },
}

const shownPage = (shown: SourceView) =>
  sourcePage(shown, { script: 'assets/source.js', styles: ['assets/source.css'] })

describe('html', () => {
  it('escapes every value', () => {
    expect(html`<p title="${'"><script>\''}">${'<b>&'}</p>`.text).toBe(
      '<p title="&quot;&gt;&lt;script&gt;&#39;">&lt;b&gt;&amp;</p>',
    )
  })

  it('writes invisible characters out', () => {
    expect(visible('a\u202eb\u0000\tc').text).toBe(
      'a<span class="invisible">U+202E</span>b<span class="invisible">U+0000</span>\tc',
    )
    expect(html`${'a\u2066b'}`.text).toBe('a\ufffdb')
  })
})

describe('findRaw', () => {
  const found = (lines: string[], raw: string, nth: number | null = null) =>
    findRaw(lines, raw, nth).map(({ line, from, to }) => `${line}:${from}-${to}:${lines[line]?.slice(from, to)}`)

  it.each<[string, string[], string, string[]]>([
    ['a whole number only', ['16.20 6.20 6.201 6.20'], '6.20', ['0:6-10:6.20', '0:17-21:6.20']],
    ['not the digits of a negative number', ['-4.20\t4.20'], '4.20', ['0:6-10:4.20']],
    ['a part where it stands nowhere whole', ['16.20'], '6.20', ['0:1-5:6.20']],
    ['with thousands separators', ['1,204.71 204.71'], '204.71', ['0:9-15:204.71']],
    ['cut over lines', ['基本', '支出 1'], '基本支出', ['0:0-2:基本', '1:0-2:支出']],
    ['cut by spaces', ['基 本'], '基本', ['0:0-1:基', '0:2-3:本']],
    ['nothing', ['x'], '', []],
    ['what is not there', ['x'], 'y', []],
    ['signs that mean something elsewhere', ['a.*b(c'], '.*b(', ['0:1-5:.*b(']],
    ['a number before a full stop', ['共 6.20。'], '6.20', ['0:2-6:6.20']],
    ['a number at the end of an English sentence', ['of 6.20.'], '6.20', ['0:3-7:6.20']],
  ])('finds %s', (_name, lines, raw, expected) => {
    expect(found(lines, raw)).toEqual(expected)
  })

  it('picks one of several', () => {
    expect(found(['6.20 6.20'], '6.20', 2)).toEqual(['0:5-9:6.20'])
    expect(found(['6.20 6.20'], '6.20', 3)).toEqual([])
  })
})

describe('sourcePage', () => {
  it('numbers the lines and marks the cited ones', () => {
    const page = shownPage(view)
    expect(page).toContain('<div class="line" id="L1"><a class="number" href="#L1" tabindex="-1">1</a>')
    expect(page).toContain('<div class="line cited" id="L2" aria-current="location">')
    expect(page).toContain('二 16.20 <mark>6.20</mark> <mark>6.20</mark>')
    expect(page).toContain('引用第 2 行')
  })

  it('marks one of several where the link says which', () => {
    expect(shownPage({ ...view, cited: { site: { kind: 'lines', from: 2, to: 2 }, raw: '6.20', nth: 2 } })).toContain(
      '16.20 6.20 <mark>6.20</mark>',
    )
  })

  it('says where the cited lines are not in the file', () => {
    const page = shownPage({
      ...view,
      language: 'en',
      cited: { site: { kind: 'lines', from: 90, to: 91 }, raw: null, nth: null },
    })
    expect(page).toContain('The cited lines are not in this file; it has 3 lines.')
    expect(page).not.toContain('class="skip"')
  })

  describe('of pages', () => {
    const paged: SourceView = {
      ...view,
      file: 'example.pdf',
      lines: ['公务接待费', '1.50', '合计', '1.50', '完。'],
      places: LinePlaces.of([
        { kind: 'page', page: 1, box: [50, 100, 120, 110] },
        { kind: 'page', page: 1, box: [200, 101, 230, 110] },
        { kind: 'page', page: 1, box: [50, 120, 80, 130] },
        { kind: 'page', page: 1, box: [200, 120, 230, 130] },
        { kind: 'page', page: 3, box: [50, 100, 80, 110] },
      ]),
      cited: { site: { kind: 'page', page: 1, box: [200, 120, 230, 130] }, raw: '1.50', nth: null },
    }

    it('shows each page under its number, and the cells of a row side by side', () => {
      const page = shownPage(paged)
      expect(page.match(/<h2 class="page"[^>]*>[^<]*/g)).toEqual([
        '<h2 class="page" id="P1">第 1 页',
        '<h2 class="page" id="P3">第 3 页',
      ])
      expect(
        page.match(/<div class="row">.*<\/div>/g)?.map((row) => row.replace(/<[^>]*>/g, ' ').split(/\s+/).length),
      ).toEqual([4, 4, 3])
    })

    it('marks what is printed in the cited box, and nothing else', () => {
      const page = shownPage(paged)
      expect(page.match(/cell cited" id="L(\d)"/g)).toEqual(['cell cited" id="L4"'])
      expect(page.match(/<mark>/g)).toHaveLength(1)
      expect(page).toContain('<a href="#L4">引用第 1 页</a>')
    })

    it('marks a whole page where no box is given', () => {
      const page = shownPage({
        ...paged,
        language: 'en',
        cited: { site: { kind: 'whole-page', page: 3 }, raw: null, nth: null },
      })
      expect(page.match(/cell cited" id="L(\d)"/g)).toEqual(['cell cited" id="L5"'])
      expect(page).toContain('Cited: page 3')
    })

    it('says where there is nothing cited on the page', () => {
      const shown = (site: NonNullable<SourceView['cited']>['site'], of = paged) =>
        shownPage({ ...of, cited: { site, raw: '1.50', nth: null } })
      expect(shown({ kind: 'whole-page', page: 2 })).toContain('第 2 页没有引用的内容。')
      expect(shown({ kind: 'page', page: 1, box: [0, 0, 1, 1] })).toContain('第 1 页没有引用的内容。')
      expect(shown({ kind: 'whole-page', page: 1 }, view)).toContain('第 1 页没有')
    })
  })

  describe('of sheets', () => {
    const workbook: SourceView = {
      ...view,
      file: 'example.xlsx',
      lines: ['项目', '金额<万元>', '公务接待费', '1.50', '说明', '完。', '续完。'],
      places: LinePlaces.of([
        { kind: 'cell', sheet: '表一', cell: 'A1' },
        { kind: 'cell', sheet: '表一', cell: 'C1' },
        { kind: 'cell', sheet: '表一', cell: 'A14' },
        { kind: 'cell', sheet: '表一', cell: 'C14' },
        { kind: 'cell', sheet: '表<二>', cell: 'AB3' },
        { kind: 'cell', sheet: '表<二>', cell: 'AB4' },
        { kind: 'cell', sheet: '表<二>', cell: 'AB4' },
      ]),
      cited: { site: { kind: 'cell', sheet: '表一', cell: 'C14' }, raw: '1.50', nth: null },
    }
    const words = (page: string) =>
      page
        .replace(/<[^>]*>/g, ' ')
        .split(/\s+/)
        .join(' ')

    it('shows each sheet as Excel does, blank rows and columns left out', () => {
      expect(words(shownPage(workbook))).toContain(
        '工作表“表一” A C 1 项目 金额&lt;万元&gt; 14 公务接待费 1.50 工作表“表&lt;二&gt;” AB 3 说明 4 完。 续完。',
      )
    })

    it('marks the cited cell, and nothing else', () => {
      const page = shownPage(workbook)
      expect(page.match(/cell cited" id="L(\d)"/g)).toEqual(['cell cited" id="L4"'])
      expect(page).toContain('<mark>1.50</mark>')
      expect(page).toContain('<a href="#L4">引用工作表“表一”单元格 C14</a>')
      const both = shownPage({
        ...workbook,
        cited: { site: { kind: 'cell', sheet: '表<二>', cell: 'AB4' }, raw: null, nth: null },
      })
      expect(both.match(/cell cited" id="L(\d)"/g)).toHaveLength(2)
    })

    it('says where nothing is read in the cited cell', () => {
      const cited = { site: { kind: 'cell', sheet: '表一', cell: 'B1' }, raw: null, nth: null } as const
      expect(shownPage({ ...workbook, cited })).toContain('工作表“表一”单元格 B1 没有引用的内容。')
      expect(shownPage({ ...workbook, cited, language: 'en' })).toContain('Nothing is read in cell B1')
    })
  })

  describe('of paragraphs, or of lines of a file that is marked up', () => {
    const placed = (places: LinePlaces, site: NonNullable<SourceView['cited']>['site']): SourceView => ({
      ...view,
      places,
      cited: { site, raw: '16.20', nth: null },
    })
    const paragraphs = LinePlaces.of([4, 7, 9].map((paragraph) => ({ kind: 'paragraph', paragraph })))
    const fileLines = LinePlaces.of([80, 80, 91].map((line) => ({ kind: 'line', line })))

    it('numbers them as they are cited, and marks what is cited', () => {
      const page = shownPage(placed(paragraphs, { kind: 'paragraph', paragraph: 7 }))
      expect(page.match(/tabindex="-1">(\d+)</g)).toEqual(['tabindex="-1">4<', 'tabindex="-1">7<', 'tabindex="-1">9<'])
      expect(page).toContain('<a href="#L2">引用第 7 段</a>')
      expect(page).toContain('<mark>16.20</mark>')
    })

    it('marks every line that stands on the cited lines of the file', () => {
      const page = shownPage(placed(fileLines, { kind: 'lines', from: 80, to: 80 }))
      expect(page.match(/line cited" id="L(\d)"/g)).toEqual(['line cited" id="L1"', 'line cited" id="L2"'])
      expect(page).toContain('<a href="#L1">引用第 80 行</a>')
    })

    it('says where there is nothing cited', () => {
      expect(shownPage(placed(paragraphs, { kind: 'paragraph', paragraph: 8 }))).toContain('第 8 段没有引用的内容。')
      expect(shownPage(placed(fileLines, { kind: 'lines', from: 2, to: 2 }))).toContain('引用的内容不在文件中。')
    })
  })

  it('lets nothing of the document become markup, in lines, marks and header alike', () => {
    const evil = '"><img src=x onerror=alert(1)></title><script>x</script>'
    const page = shownPage({
      ...view,
      title: evil,
      organization: evil,
      file: evil,
      lines: [evil],
      cited: { site: { kind: 'lines', from: 1, to: 1 }, raw: '<img', nth: null },
    })
    expect(page).not.toMatch(/<img|<script>/)
    expect(page).toContain('<mark>&lt;img</mark>')
    expect(page.match(/<script/g)).toHaveLength(1)
  })

  it('shows lines of 100,000 characters whole', () => {
    const long = `${'字'.repeat(100_000)}6.20`
    const page = shownPage({
      ...view,
      lines: [long],
      cited: { site: { kind: 'lines', from: 1, to: 1 }, raw: '6.20', nth: null },
    })
    expect(page).toContain(`${'字'.repeat(100_000)}<mark>6.20</mark>`)
  })

  it('says what is not known', () => {
    expect(shownPage({ ...view, fiscalYear: null, basis: null, cited: null })).toContain('未注明')
  })
})
