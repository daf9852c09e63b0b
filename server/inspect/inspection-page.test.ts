import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { inspectFile } from '../../ingest/inspect.ts'
import { printedRows, samplePdf } from '../../ingest/read/pdf/sample-pdf.ts'
import { sampleXlsx } from '../../ingest/read/xlsx/samples/sample-xlsx.ts'
import { inspectionPage } from './inspection-page.ts'

const ATTACK = '<script>alert(1)</script>"><img src=x onerror=alert(2)>'
const ROWS = [
  ['项目', '预算数'],
  ['办公费', '4.00'],
  [`印刷费${ATTACK}`, '5.00'],
  ['合计', '8.00'],
]
const TEXT = `青石县水务局2032年部门预算\n\n表一 支出预算表\n单位：元\n\n${ROWS.map((row) => `| ${row.join(' | ')} |`).join('\n')}\n`

const pageOf = async (bytes: Uint8Array, language: 'zh' | 'en' = 'en', file = `a${ATTACK}.txt`) =>
  inspectionPage(await inspectFile(bytes, file), language)

describe('inspectionPage', () => {
  it('lets nothing run but its own script, and escapes all that the document says', async () => {
    const page = await pageOf(Buffer.from(TEXT))
    expect(page).not.toContain('<script>alert')
    expect(page).not.toContain('<img')
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? ''
    const hash = (text = '') => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain(`script-src ${hash(/<script>([\s\S]*?)<\/script>/.exec(page)?.[1])}`)
    expect(policy).toContain(`style-src ${hash(/<style>([\s\S]*?)<\/style>/.exec(page)?.[1])}`)
    expect(policy).not.toContain('unsafe')
  })

  it('shows the lines of a text beside its grid, with what is in doubt', async () => {
    const page = await pageOf(Buffer.from(TEXT), 'en', 'a.txt')
    expect(page).toContain('“合计 → 预算数” prints 8.00, its rows come to 9.00 (difference -1.00)')
    expect(page).toContain('href="#t1-r3-c2"')
    expect(page).toMatch(/<td id="t1-r3-c2" class="amount doubt"[^>]*data-line="9">8\.00<\/td>/)
    expect(page).toMatch(/<li id="l-9" class="cell doubt" data-line="9"><span class="at">9<\/span>/)
    expect(page).not.toContain('<svg')
  })

  it('shows the picture of each page with a frame for every cell', async () => {
    const table = printedRows(
      [
        ['项目', '金额（万元）'],
        ['公务接待费', '1,234.50'],
        ['合计', '1,234.50'],
      ],
      760,
    )
    const pdf = samplePdf([[{ text: '青石县水务局2032年部门预算', x: 50, y: 800 }, ...table]])
    const page = await pageOf(pdf, 'zh', 'a.pdf')
    expect(page).toContain('<html lang="zh-CN">')
    expect(page).toContain('<img src="data:image/png;base64,iVBOR')
    const cells = [...page.matchAll(/<td id="[^"]*"[^>]*data-line="(\d+)"/g)].map(([, line]) => line)
    expect(cells.length).toBeGreaterThanOrEqual(4)
    for (const line of cells) expect(page).toMatch(new RegExp(`<rect class="cell" data-line="${line}"`))
    expect(page).toMatch(/class="amount held"[^>]*>1,234\.50/)
  })

  it('names the cells of a workbook, and what was left out of it', async () => {
    const rows = [['一般公共预算“三公”经费支出表'], ['项目', '金额（万元）'], ['公务接待费', '2.00'], ['合计', '3.00']]
    const workbook = sampleXlsx([
      { name: '三<公>', rows },
      { name: '底稿', rows, state: 'hidden' },
    ])
    const page = await pageOf(workbook, 'en', 'a.xlsx')
    expect(page).toContain('<h2>Sheet “三&lt;公&gt;”, A1 – B4</h2>')
    expect(page).toContain('<span class="at">B3</span>2.00</li>')
    expect(page).toMatch(/Sheet “三&lt;公&gt;”, [AB][34], <a href="#t1"/)
    expect(page).toMatch(
      /<h2 id="left-out">Left unread \(1\)<\/h2>\s*<ul><li><bdi[^>]*>Sheet “底稿”, <\/bdi>: This sheet is hidden/,
    )
  })

  it('numbers the lines of a marked-up file as the file does', async () => {
    const html = Buffer.from(
      '<html><body>\n\n<p>青石县水务局2032年公务接待费预算 1.50 万元。</p>\n<p>完。</p></body></html>',
    )
    expect(await pageOf(html, 'zh', 'a.html')).toMatch(/<h2>第 3–4 行<\/h2>[\s\S]*<span class="at">4<\/span>完。/)
  })

  it('prints a header word over the columns it stands over once', async () => {
    const text = `青石县水务局2032年部门预算\n\n| 项目 | 支出 | | 备注 |\n| 项目 | 基本支出 | 项目支出 | 备注 |\n| 办公费 | 1.00 | 2.00 | 无 |\n| 水费 | 1.00 | 2.00 | 无 |\n`
    expect(await pageOf(Buffer.from(text), 'en', 'a.txt')).toContain('<th colspan="2" rowspan="1">支出</th>')
  })
})
