import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { BertTokenizer } from './bert-tokenizer.ts'
import { loadEmbedder } from './choose-embedder.ts'
import { LexicalEmbeddings } from './lexical-embeddings.ts'

const vocabulary = readFileSync(new URL('./bge/vocabulary.txt', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')

function cosine(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0)
}

describe('BertTokenizer', () => {
  const tokenizer = new BertTokenizer(vocabulary)
  const pieces = (text: string, limit = 512) => tokenizer.encode(text, limit).map((id) => vocabulary[id])

  it('cuts Chinese into characters and other words into the longest pieces', () => {
    expect(pieces('公务用车 6.20 Budget')).toEqual([
      '[CLS]',
      '公',
      '务',
      '用',
      '车',
      '6',
      '.',
      '20',
      'b',
      '##ud',
      '##get',
      '[SEP]',
    ])
  })

  it('drops accents and what cannot be seen', () => {
    expect(pieces('Caf\u00e9\u200b')).toEqual(pieces('cafe'))
  })

  it('marks what it does not know', () => {
    expect(pieces(`“ ${'a'.repeat(101)} \u{20bb7}`)).toEqual(['[CLS]', '[UNK]', '[UNK]', '[UNK]', '[SEP]'])
  })

  it('cuts off what is too long', () => {
    expect(pieces('公务用车运行费', 4)).toEqual(['[CLS]', '公', '务', '[SEP]'])
  })

  it('refuses a vocabulary without marks', () => {
    expect(() => new BertTokenizer(['[UNK]'])).toThrow('[CLS]')
  })
})

describe('LexicalEmbeddings', () => {
  const lexical = new LexicalEmbeddings()

  it('gives normalised vectors, nearer for texts that share more', async () => {
    const [query, near, far] = await lexical.embedDocuments(['公务用车运行费', '公务用车运行维护费', '医疗保障管理'])
    expect(query).toHaveLength(lexical.dimensions)
    expect(cosine(query ?? [], query ?? [])).toBeCloseTo(1)
    expect(cosine(query ?? [], near ?? [])).toBeGreaterThan(cosine(query ?? [], far ?? []) + 0.3)
  })

  it('gives the same vector always, and one for no text at all', async () => {
    expect(await lexical.embedQuery('ＡＢ')).toEqual(await lexical.embedQuery('ab'))
    expect(cosine(await lexical.embedQuery('？'), await lexical.embedQuery(''))).toBeCloseTo(1)
  })
})

describe('loadEmbedder', () => {
  it('falls back with the reason where the model cannot be loaded', async () => {
    const { embedder, fallbackReason } = await loadEmbedder(() =>
      Promise.reject(new Error('no such package\nRequire stack')),
    )
    expect(embedder.id).toBe('lexical-bigrams@1')
    expect(fallbackReason).toBe('no such package')
  })

  it('embeds meaning with the model, where its optional packages are installed', async (context) => {
    const { embedder, fallbackReason } = await loadEmbedder()
    if (fallbackReason !== null) return context.skip(fallbackReason)
    expect(embedder.id).toBe('bge-small-zh-v1.5-int8@0.1.0')
    const query = await embedder.embedQuery('公车运行花了多少钱')
    const [vehicle, medical] = await embedder.embedDocuments(['公务用车运行维护费', '医疗保障管理事务'])
    expect(query).toHaveLength(embedder.dimensions)
    expect(cosine(query, query)).toBeCloseTo(1)
    expect(cosine(query, vehicle ?? [])).toBeGreaterThan(cosine(query, medical ?? []) + 0.2)
    expect(await embedder.embedQuery('“三公”')).toEqual(await embedder.embedQuery('"三公"'))
  })
})
