import { describe, expect, it } from 'vitest'
import { LinePlaces } from '../../ingest/domain/place.ts'
import { html, visible } from './html.ts'
import { findRaw } from './source-marks.ts'
import { type SourceView, sourcePage } from './source-page.ts'

const view: SourceView = {
  language: 'zh',
  title: '示例县教育局 2031 年部门预算公开',
  organization: '示例县教育局',
  fiscalYear: 2031,
  basis: 'budget',
  file: 'example.txt',
  lines: ['一', '二 16.20 6.20 6.20', '三'],
  places: null,
  cited: { from: 2, to: 2, raw: '6.20', nth: null },
}

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
    const page = sourcePage(view)
    expect(page).toContain('<div class="line" id="L1"><a class="number" href="#L1" tabindex="-1">1</a>')
    expect(page).toContain('<div class="line cited" id="L2" aria-current="location">')
    expect(page).toContain('二 16.20 <mark>6.20</mark> <mark>6.20</mark>')
    expect(page).toContain('引用第 2 行')
  })

  it('marks one of several where the link says which', () => {
    expect(sourcePage({ ...view, cited: { from: 2, to: 2, raw: '6.20', nth: 2 } })).toContain(
      '16.20 6.20 <mark>6.20</mark>',
    )
  })

  it('says where the cited lines are not in the file', () => {
    const page = sourcePage({ ...view, language: 'en', cited: { from: 90, to: 91, raw: null, nth: null } })
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
      cited: { page: 1, box: [200, 120, 230, 130], raw: '1.50', nth: null },
    }

    it('shows each page under its number, and the cells of a row side by side', () => {
      const page = sourcePage(paged)
      expect(page.match(/<h2 class="page"[^>]*>[^<]*/g)).toEqual([
        '<h2 class="page" id="P1">第 1 页',
        '<h2 class="page" id="P3">第 3 页',
      ])
      expect(
        page.match(/<div class="row">.*<\/div>/g)?.map((row) => row.replace(/<[^>]*>/g, ' ').split(/\s+/).length),
      ).toEqual([4, 4, 3])
    })

    it('marks what is printed in the cited box, and nothing else', () => {
      const page = sourcePage(paged)
      expect(page.match(/cell cited" id="L(\d)"/g)).toEqual(['cell cited" id="L4"'])
      expect(page.match(/<mark>/g)).toHaveLength(1)
      expect(page).toContain('<a href="#L4">引用第 1 页</a>')
    })

    it('marks a whole page where no box is given', () => {
      const page = sourcePage({ ...paged, language: 'en', cited: { page: 3, box: null, raw: null, nth: null } })
      expect(page.match(/cell cited" id="L(\d)"/g)).toEqual(['cell cited" id="L5"'])
      expect(page).toContain('Cited: page 3')
    })

    it('says where there is nothing cited on the page', () => {
      for (const cited of [
        { page: 2, box: null, raw: null, nth: null },
        { page: 1, box: [0, 0, 1, 1], raw: '1.50', nth: null } satisfies SourceView['cited'],
      ])
        expect(sourcePage({ ...paged, cited })).toContain(`第 ${cited.page} 页没有引用的内容。`)
      expect(sourcePage({ ...view, cited: { page: 1, box: null, raw: null, nth: null } })).toContain('第 1 页没有')
    })
  })

  it('lets nothing of the document become markup, in lines, marks and header alike', () => {
    const evil = '"><img src=x onerror=alert(1)></title><script>x</script>'
    const page = sourcePage({
      ...view,
      title: evil,
      organization: evil,
      file: evil,
      lines: [evil],
      cited: { from: 1, to: 1, raw: '<img', nth: null },
    })
    expect(page).not.toMatch(/<img|<script>/)
    expect(page).toContain('<mark>&lt;img</mark>')
    expect(page.match(/<script/g)).toHaveLength(1)
  })

  it('shows lines of 100,000 characters whole', () => {
    const long = `${'字'.repeat(100_000)}6.20`
    const page = sourcePage({ ...view, lines: [long], cited: { from: 1, to: 1, raw: '6.20', nth: null } })
    expect(page).toContain(`${'字'.repeat(100_000)}<mark>6.20</mark>`)
  })

  it('says what is not known', () => {
    expect(sourcePage({ ...view, fiscalYear: null, basis: null, cited: null })).toContain('未注明')
  })
})
