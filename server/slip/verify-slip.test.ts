import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CorpusReader } from '../../ingest/index/open.ts'
import { openSampleAsker, type SampleAsker } from '../answer/sample-asker.ts'
import { readSlip, type Slip, sealOf, slipOf } from './slip.ts'
import { verifySlip } from './verify-slip.ts'

let asker: SampleAsker
let corpus: CorpusReader
beforeAll(async () => {
  asker = await openSampleAsker()
  corpus = await asker.door.current()
})
afterAll(() => asker.close())

const QUESTIONS = [
  '博州水利局2031年公务用车运行费预算是多少？',
  '博州水利局2031年防汛支出是多少？',
  '博州水利局2031年公务用车运行费占三公经费的比例是多少？',
  '博州水利局和文山州水利局2031年公务接待费相差多少？',
  '文山州水利局2031年三公经费是多少万元？',
  '文山州水利局2030年三公经费决算比上年下降多少？',
  '博州水利局2031年三公经费为什么减少？',
  '博州水利局2031年政府性基金预算支出是多少？',
  '博州水利局2029年办公费是多少？',
]

async function slipFor(question: string): Promise<Slip> {
  return slipOf(question, await asker.ask(question), corpus, new Date('2031-02-03T04:05:06Z'))
}

/** The slip with something changed, and sealed again by whoever changed it. */
function forged(slip: Slip, change: (slip: Slip) => void): Slip {
  const copy = readSlip(JSON.stringify(slip))
  change(copy)
  const { seal: _, ...content } = copy
  return { ...copy, seal: sealOf(content) }
}

/** The text with one of its digits another. */
function otherDigits(text: string): string[] {
  return [...text].flatMap((letter, at) =>
    /\d/.test(letter) ? [`${text.slice(0, at)}${(Number(letter) + 1) % 10}${text.slice(at + 1)}`] : [],
  )
}

describe('a slip', () => {
  it.each(QUESTIONS)('of the answer to %s holds', async (question) => {
    const slip = await slipFor(question)
    const report = verifySlip(readSlip(JSON.stringify(slip)), corpus)
    expect(report.faults).toEqual([])
    expect(report).toMatchObject({
      holds: true,
      proven: { cells: slip.citations.length, figures: slip.figures.length, sources: slip.sources.length },
    })
  })

  it('has the hash of each source, and a seal whatever the order of its fields', async () => {
    const slip = await slipFor(QUESTIONS[0] ?? '')
    expect(slip.sources).toEqual([
      expect.objectContaining({ file: 'one.md', sha256: expect.stringMatching(/^[\da-f]{64}$/) }),
    ])
    const turned = readSlip(JSON.stringify(Object.fromEntries(Object.entries(slip).reverse())))
    expect(verifySlip(turned, corpus).holds).toBe(true)
  })

  it('does not hold with any digit of it changed', async () => {
    const text = JSON.stringify(await slipFor(QUESTIONS[2] ?? ''))
    const altered = otherDigits(text)
    expect(altered.length).toBeGreaterThan(200)
    for (const other of altered) {
      let holds = false
      try {
        holds = verifySlip(readSlip(other), corpus).holds
      } catch (error) {
        expect(error).toMatchObject({ code: 'slip-invalid' })
      }
      expect(holds, other).toBe(false)
    }
  })
})

describe('a slip that was altered and sealed again', () => {
  it.each(QUESTIONS.slice(0, 6))('names each figure whose digits were changed: %s', async (question) => {
    const slip = await slipFor(question)
    for (const [at, { value, label }] of slip.figures.entries()) {
      for (const other of otherDigits(value)) {
        const { faults } = verifySlip(
          forged(slip, ({ figures }) => Object.assign(figures[at] ?? {}, { value: other })),
          corpus,
        )
        const own = faults.filter(({ what }) => what === 'figure')
        expect(own.map(({ message }) => message).join()).toContain(`${label} ${other}`)
      }
    }
  })

  it.each(QUESTIONS.slice(0, 6))(
    'names each cell whose printed text, quotation or place was changed: %s',
    async (question) => {
      const slip = await slipFor(question)
      for (const [at, { raw, quote, id }] of slip.citations.entries()) {
        const changes = [
          ...otherDigits(raw).map((other) => ({ raw: other })),
          ...otherDigits(quote).map((other) => ({ quote: other })),
          { lines: [1, 1] },
        ]
        for (const change of changes) {
          const { faults } = verifySlip(
            forged(slip, ({ citations }) => Object.assign(citations[at] ?? {}, change)),
            corpus,
          )
          expect(
            faults.some(({ citation }) => citation === id),
            JSON.stringify(change),
          ).toBe(true)
        }
      }
    },
  )

  it('names a changed operand, a changed formula and another column', async () => {
    const slip = await slipFor(QUESTIONS[2] ?? '')
    const at = slip.figures.findIndex(({ derivation }) => derivation)
    const changes: ((slip: Slip) => void)[] = [
      ({ figures }) => Object.assign(figures[at]?.derivation?.inputs[0] ?? {}, { value: '1.00' }),
      ({ figures }) => Object.assign(figures[at]?.derivation ?? {}, { expression: 'a + b' }),
      ({ citations }) => Object.assign(citations[0] ?? {}, { column: ['别的'] }),
      ({ figures }) => Object.assign(figures[at] ?? {}, { fiscalYear: 2030 }),
      ({ figures }) => Object.assign(figures[at] ?? {}, { citations: [99], derivation: undefined }),
    ]
    for (const change of changes)
      expect(verifySlip(forged(slip, change), corpus).faults.map(({ what }) => what)).toContain('figure')
  })

  it('names a number of the text that is no figure, a source that is left out, and one of another hash', async () => {
    const slip = await slipFor(QUESTIONS[0] ?? '')
    const faultsOf = (change: (slip: Slip) => void) => verifySlip(forged(slip, change), corpus).faults
    expect(faultsOf((one) => Object.assign(one, { answer: one.answer.replace('8.70', '8.71') }))).toMatchObject([
      { what: 'text', message: 'The text says 8.71, which is none of its figures.' },
    ])
    expect(faultsOf(({ sources }) => sources.splice(0))[0]).toMatchObject({ what: 'source', citation: 1 })
    const [hash = ''] = otherDigits(slip.sources[0]?.sha256 ?? '')
    expect(faultsOf(({ sources }) => Object.assign(sources[0] ?? {}, { sha256: hash }))).toMatchObject([
      { what: 'source', message: expect.stringContaining('one.md') },
    ])
  })
})

it.each(['', '[]', '{"slip":2}', 'null'])('%j is no slip', (text) => {
  expect(() => readSlip(text)).toThrow(expect.objectContaining({ code: 'slip-invalid' }))
})
