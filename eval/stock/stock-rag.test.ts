import { describe, expect, test } from 'vitest'
import { answerSchema } from '../../server/answer/contract.ts'
import { evaluate } from '../run.ts'
import { SOURCES, sampleQuestion } from '../sample-answer.ts'
import { sourcesOf } from '../sources.ts'
import { buildStockRag, cosine, stockAnswer, type TextEmbedder } from './stock-rag.ts'

/** Counts a few words; and how often it was asked. */
function countingEmbedder(): TextEmbedder & { queries: number } {
  const vectorOf = (text: string) => ['车', '人', '水'].map((word) => text.split(word).length - 1)
  return {
    queries: 0,
    async embedQuery(text) {
      this.queries += 1
      return vectorOf(text)
    },
    embedDocuments: async (texts) => texts.map(vectorOf),
  }
}

const THREE = sourcesOf(
  new Map([
    ['a.txt', '人 18 人'],
    ['b.txt', '单位：万元\n车 6.20 万元'],
    ['c.txt', '水'],
  ]),
)

describe('stock RAG', () => {
  test('answers the first amount of the nearest piece, cited to its line', async () => {
    const stock = await buildStockRag(THREE, countingEmbedder())
    const { answer } = await stock.ask('车多少钱')
    expect(answer.figures).toMatchObject([{ value: '6.20', unit: '万元', citations: [2] }])
    expect(answer.citations).toMatchObject([
      { id: 1, file: 'b.txt', lines: [1, 2] },
      { id: 2, file: 'b.txt', lines: [2, 2], raw: '6.20' },
    ])
    expect(answerSchema.parse(answer)).toEqual(answer)
  })

  test('retrieves at most four pieces, nearest first, and embeds a question once', async () => {
    const embedder = countingEmbedder()
    const stock = await buildStockRag(THREE, embedder)
    expect((await stock.nearest('水')).map(({ file }) => file)).toEqual(['c.txt', 'a.txt', 'b.txt'])
    await stock.ask('水')
    expect([embedder.queries, stock.pieces]).toEqual([1, 3])
  })

  test('a piece without an amount is answered as words; no piece is nothing found', () => {
    const words = stockAnswer({ file: 'c.txt', text: '水', from: 1, to: 1 })
    expect(words).toMatchObject({ status: 'answered', answer: '水', figures: [] })
    expect(stockAnswer(undefined)).toMatchObject({ status: 'not_found', answer: '', citations: [] })
  })

  test('goes through the same scorer as any server', async () => {
    const stock = await buildStockRag(SOURCES, countingEmbedder())
    const [right, refused] = await evaluate(
      [sampleQuestion(), sampleQuestion({ kind: 'unanswerable', answer: { type: 'none' } })],
      stock,
      SOURCES,
      1,
    )
    expect(right).toMatchObject({ outcome: 'correct', citationsHold: true, citesEvidence: true })
    expect(refused?.outcome).toBe('wrong')
  })
})

test('cosine', () => {
  expect(cosine([3, 4], [3, 4])).toBeCloseTo(1)
  expect(cosine([1, 0], [0, 1])).toBe(0)
  expect(cosine([0, 0], [1, 1])).toBe(0)
})
