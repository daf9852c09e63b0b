import { mkdtempSync, readdirSync, rmSync, truncateSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { IndexDoor } from '../ingest/index/open.ts'
import { ingestPaths } from '../ingest/pipeline.ts'
import { createAsker } from './answer/ask.ts'
import { SAMPLE_TEXTS } from './answer/sample-texts.ts'
import { embedderForAnswers, withIngestEmbedder } from './choose-embedder.ts'
import { readSettings } from './config.ts'
import { writeSampleTexts } from './sample-index.ts'

const DIMENSIONS = 4
const requestSchema = z.object({ model: z.literal('vectors-a'), input: z.array(z.string()) })

let dataDir: string
let url: string
let close: () => void
/** Texts that the server was asked about, and after how many it begins to fail. */
let asked: string[]
let failsAfter: number
/** What it sends in place of vectors. */
let says: ((input: readonly string[]) => unknown) | null

/** Not what a text means, but the same for the same text. */
const vectorOf = (text: string) => [text.length % 7, text.length % 5, text.length % 3, 1]

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'budget-chat-embedder-'))
  asked = []
  failsAfter = Number.POSITIVE_INFINITY
  says = null
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (piece) => {
      body += String(piece)
    })
    request.on('end', () => {
      const { input } = requestSchema.parse(JSON.parse(body))
      const fails = asked.length >= failsAfter
      if (!fails) asked.push(...input)
      // The order is the server's own.
      const data = input.map((text, index) => ({ index, embedding: vectorOf(text) })).reverse()
      response.writeHead(fails ? 401 : 200, { 'content-type': 'application/json' })
      response.end(JSON.stringify(fails ? { error: { message: 'no' } } : (says?.(input) ?? { data })))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/v1`
  close = () => server.close()
})
afterEach(() => {
  close()
  rmSync(dataDir, { recursive: true, force: true })
})

const settings = () =>
  readSettings({ data: join(dataDir, 'data') }, { OPENAI_BASE_URL: url, OPENAI_EMBEDDING_MODEL: 'vectors-a' })

function ingestSamples() {
  const paths = writeSampleTexts(SAMPLE_TEXTS, join(dataDir, 'texts'))
  return withIngestEmbedder(settings(), (embedder) =>
    ingestPaths({ paths, dataDir: settings().dataDir, embedder, onProgress: () => undefined }),
  )
}

test('passages and questions are embedded by the server that the settings name', async () => {
  await ingestSamples()
  const passages = asked.length
  expect(passages).toBeGreaterThan(20)
  expect(new Set(asked).size).toBe(passages)
  const { embedder, fallbackReason } = await embedderForAnswers(settings())
  expect(fallbackReason).toBeNull()
  expect(embedder?.id).toBe(`vectors-a@${DIMENSIONS}`)
  const door = new IndexDoor(settings().dataDir, embedder)
  const index = await door.current()
  expect((await index.searchVectors('差旅费', null, 5)).length).toBe(5)
  expect(asked.at(-1)).toBe('差旅费')
  // Once it fails, passages are found by their words, and answers are as ever.
  failsAfter = 0
  expect(await index.searchVectors('办公费', null, 5)).toEqual([])
  const answer = await createAsker(door).ask({ question: '博州水利局2031年差旅费是多少？' })
  expect(answer.figures[0]?.value).toBe('19.49')
  door.close()
})

test('an ingest that broke off goes on where it was', async () => {
  failsAfter = 40
  await expect(ingestSamples()).rejects.toMatchObject({ code: 'embedding-failed' })
  const first = new Set(asked)
  expect(first.size).toBeGreaterThanOrEqual(40)
  // The last record is cut off, as by a full disk.
  const folder = join(settings().dataDir, 'vectors-under-way')
  const [file = ''] = readdirSync(folder)
  truncateSync(join(folder, file), (first.size - 1) * (32 + DIMENSIONS * 4) - 3)
  asked = []
  failsAfter = Number.POSITIVE_INFINITY
  expect((await ingestSamples()).refused).toEqual([])
  const again = asked.filter((text) => first.has(text) && text !== '预算')
  expect(again).toHaveLength(1)
  expect(readdirSync(settings().dataDir)).not.toContain('vectors-under-way')
})

test.each([
  ['too few', () => ({ data: [] })],
  ['of one place', (input: readonly string[]) => ({ data: input.map(() => ({ index: 5, embedding: [1] })) })],
  ['that are none', () => ({ data: [{ index: 0, embedding: ['6.21'] }] })],
  ['and none at all', () => 'no'],
])('vectors %s are refused by name', async (_, reply) => {
  says = reply
  await expect(ingestSamples()).rejects.toMatchObject({ code: 'embedding-failed' })
  expect(await embedderForAnswers(settings())).toMatchObject({
    embedder: null,
    fallbackReason: expect.stringContaining('vectors-a'),
  })
})

test('without a server the embedder is the one that comes along', async () => {
  const plain = readSettings({ data: dataDir }, { OPENAI_EMBEDDING_MODEL: 'vectors-a' })
  const { embedder } = await embedderForAnswers(plain)
  expect(embedder?.id).not.toContain('vectors-a')
})
