import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { printedRows, samplePdf } from '../../ingest/read/pdf/sample-pdf.ts'
import { openSampleIndex } from '../sample-index.ts'
import { createAsker } from './ask.ts'
import { publishFact } from './citation.ts'
import { expectPromises } from './sample-promises.ts'

const pdf = samplePdf([
  [{ text: '青石县水务局2032年部门预算', x: 50, y: 780 }],
  printedRows([
    ['一般公共预算“三公”经费支出表'],
    ['项目', '金额（万元）'],
    ['公务接待费', '1,234.50'],
    ['公务用车运行维护费', '8.70'],
    ['合计', '1,243.20'],
  ]),
  [
    { text: '公务接待费用于接待来访的水利专家', x: 50, y: 780 },
    { text: '和检查组。', x: 50, y: 760 },
  ],
])

let sample: Awaited<ReturnType<typeof openSampleIndex>>

beforeAll(async () => {
  sample = await openSampleIndex([{ file: 'water.pdf', text: pdf }])
})
afterAll(() => sample.close())

const ask = async (question: string) => {
  const answer = await createAsker(sample.door).ask({ question })
  expectPromises(answer, await sample.door.current())
  return answer
}

describe('a PDF', () => {
  test('answers with figures cited by page and box', async () => {
    const answer = await ask('青石县水务局2032年公务用车运行维护费预算是多少？')
    expect(answer.status).toBe('answered')
    expect(answer.figures[0]).toMatchObject({ value: '8.70', check: 'verified' })
    const [citation] = answer.citations
    if (!citation || !('page' in citation)) throw new Error('no page is cited')
    expect(citation).toMatchObject({ page: 2, raw: '8.70', file: 'water.pdf', kind: 'cell' })
    expect(citation).not.toHaveProperty('lines')
    expect(citation.href).toMatch(/\?page=2&box=[\d.%C]+&raw=8\.70/)
    // In the second column of the fourth row: 130 points right of the margin, 60 below the first.
    const [left, top, right, bottom] = citation.box
    expect(left).toBeGreaterThan(175)
    expect(right).toBeGreaterThan(left)
    expect(top).toBeGreaterThan(842 - 720 - 20)
    expect(bottom).toBeLessThan(842 - 720 + 10)
  })

  test('quotes words with their page', async () => {
    const answer = await ask('青石县水务局2032年公务接待费用于接待谁？')
    expect(answer.citations.map((citation) => 'page' in citation && citation.page)).toContain(3)
  })

  test('publishes its facts by page and box', async () => {
    const index = await sample.door.current()
    const [document] = index.documents()
    const facts = index.facts(document?.id ?? '').map((fact) => publishFact(fact, index))
    expect(facts.length).toBeGreaterThan(2)
    expect(facts.every(({ source }) => 'page' in source && source.page === 2)).toBe(true)
  })
})
