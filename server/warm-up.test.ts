import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Asker, createAsker } from './answer/ask.ts'
import { SAMPLE_TEXTS } from './answer/sample-texts.ts'
import { openSampleIndex } from './sample-index.ts'
import { warmUp } from './warm-up.ts'

let asked: string[] = []
let sample: Awaited<ReturnType<typeof openSampleIndex>>
let asker: Asker

beforeAll(async () => {
  sample = await openSampleIndex(SAMPLE_TEXTS)
  const real = createAsker(sample.door)
  asker = {
    ask: async (request) => {
      asked.push(request.question)
      return real.ask(request)
    },
  }
})
afterAll(() => sample.close())

test('asks of every document held', async () => {
  asked = []
  await warmUp(asker, sample.door)
  const documents = (await sample.door.current()).documents()
  expect(documents.length).toBeGreaterThan(0)
  for (const { organization } of documents)
    expect(asked.filter((question) => question.startsWith(organization)).length).toBeGreaterThan(3)
})

test('ends quietly where there is nothing to ask, and at the first failure', async () => {
  asked = []
  await warmUp(asker, { current: () => Promise.reject(new Error('no index')) })
  expect(asked).toEqual([])
  let tries = 0
  const broken: Asker = {
    ask: () => {
      tries += 1
      return Promise.reject(new Error('closed'))
    },
  }
  await warmUp(broken, sample.door)
  expect(tries).toBe(1)
})
