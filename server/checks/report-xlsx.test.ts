import { describe, expect, it } from 'vitest'
import type { CheckReport, ReportedFinding } from './report.ts'
import { reportXlsx } from './report-xlsx.ts'
import { partsOf } from './sample-archive.ts'

const FINDING: ReportedFinding = {
  id: 'a-k1',
  severity: 'error',
  rule: 'share',
  message: '比重应为 97.78%<b>&',
  computed: '=1+1',
  remedy: '',
  places: [
    { where: 'a.txt:1', around: '表一', raw: '96.36%', href: 'http://127.0.0.1:3000/documents/a?lines=1-1&raw=9' },
    { where: 'a.txt:2', around: '表一', raw: '529.58\u0000', href: 'http://127.0.0.1:3000/documents/a?lines=2-2' },
  ],
  reason: '',
}
const REPORT: CheckReport = {
  language: 'zh',
  title: '勾稽检查报告',
  summary: '',
  sections: [{ severity: 'error', title: '矛盾', findings: [FINDING] }],
  suppressed: [{ ...FINDING, reason: '已核实' }],
  suppressedTitle: '不再报告的',
}

describe('the Excel file of a report', () => {
  const parts = partsOf(reportXlsx(REPORT))
  const sheet = parts.get('xl/worksheets/sheet1.xml') ?? ''

  it('has a header and a row a place, those let be last', () => {
    const rows = sheet.split('<row ').slice(1)
    expect(rows).toHaveLength(5)
    expect(rows[0]).toContain('严重程度')
    expect(rows[1]).toContain('a.txt:1')
    expect(rows[4]).toContain('已核实')
  })

  it('writes words as words: no markup, no formula, no character that XML forbids', () => {
    expect(sheet).toContain('比重应为 97.78%&lt;b&gt;&amp;')
    expect(sheet).toContain('t="inlineStr"><is><t xml:space="preserve">=1+1</t>')
    expect(sheet).not.toContain('<f>')
    expect(sheet).toContain('529.58\ufffd')
  })

  it('links each place', () => {
    expect(sheet).toContain('<hyperlink ref="G2" r:id="rId1"/>')
    expect(parts.get('xl/worksheets/_rels/sheet1.xml.rels')).toContain('lines=1-1&amp;raw=9" TargetMode="External"')
  })

  it('is the same file each time, and a sheet without links where nothing was found', () => {
    expect(reportXlsx(REPORT).equals(reportXlsx(REPORT))).toBe(true)
    const empty = partsOf(reportXlsx({ ...REPORT, sections: [], suppressed: [] }))
    expect(empty.get('xl/worksheets/sheet1.xml')).not.toContain('hyperlink')
  })
})
