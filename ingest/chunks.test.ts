import { describe, expect, it } from 'vitest'
import { type ChunkMaterial, makeChunks } from './index/chunks.ts'
import { parseDocument } from './parse.ts'

async function material(text: string): Promise<ChunkMaterial> {
  const { id, paragraphs, tables } = await parseDocument(Buffer.from(text), 'a.txt')
  return { documentId: id, paragraphs, tables, formRows: [] }
}

describe('makeChunks', () => {
  it('cuts prose at sentences, each passage under its heading, with the lines it stands on', async () => {
    const sentence = `本单位支出 1.00 万元，${'用于修渠和打井'.repeat(10)}。\n`
    const chunks = makeChunks(await material(`一、支出说明\n${sentence.repeat(6)}`))
    expect(chunks.length).toBeGreaterThan(1)
    expect(chunks.map(({ quote }) => quote).join('')).toBe(sentence.repeat(6).replaceAll('\n', ''))
    expect(chunks.every(({ text, kind }) => kind === 'prose' && text.startsWith('一、支出说明 '))).toBe(true)
    expect(chunks[0]?.source).toEqual({ kind: 'lines', from: 2, to: 3 })
    expect(chunks[1]?.source.from).toBe(4)
  })

  it('makes a passage of each row, its cells under their headers', async () => {
    const [title, chunk] = makeChunks(await material('支出表\n\n科目名称\t合计\t\n农林水支出\t1.00\t说明\n'))
    expect(title).toMatchObject({ kind: 'prose', text: '支出表' })
    expect(chunk).toMatchObject({
      kind: 'row',
      quote: '农林水支出 | 1.00 | 说明',
      text: '支出表 科目名称：农林水支出，合计：1.00，说明',
      source: { from: 4, to: 4 },
    })
    expect(chunk?.tableId).toBe(`${chunk?.documentId}-t1`)
  })

  it('numbers the passages in reading order, rows of torn forms among them', async () => {
    const formRows = [{ project: '修渠', text: '修渠长度 ≥12公里', reason: '', from: 1, to: 30 }]
    const chunks = makeChunks({ ...(await material('项目名称：打井\n\n打井支出 1.00 万元。')), formRows })
    expect(chunks.map(({ id, project }) => [id.replace(/^.*-/, ''), project])).toEqual([
      ['c1', '打井'],
      ['c2', '修渠'],
      ['c3', '打井'],
    ])
    expect(chunks[1]).toMatchObject({ text: '修渠 修渠长度 ≥12公里', source: { from: 1, to: 20 } })
  })

  it('gives the reason of a form row with it, and the lines it stands on', async () => {
    const row = { project: '修渠', text: '修渠长度 ≥12公里 0公里', reason: '因大雨未修。', from: 11, to: 35 }
    const chunk = makeChunks({ ...(await material('打井支出 1.00 万元。')), formRows: [row] }).find(
      ({ kind }) => kind === 'row',
    )
    expect(chunk).toMatchObject({
      quote: '修渠长度 ≥12公里 0公里 因大雨未修。',
      text: '修渠 修渠长度 ≥12公里 0公里 未完成原因：因大雨未修。',
      source: { from: 16, to: 35 },
    })
  })

  it('keeps a passage short enough for the embedder', async () => {
    const chunks = makeChunks(await material(`支出 1.00 万元${'用于修渠'.repeat(400)}。`))
    expect(chunks.every(({ text }) => text.length <= 480)).toBe(true)
  })
})
