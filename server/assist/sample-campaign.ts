import { expect } from 'vitest'
import { createAsker } from '../answer/ask.ts'
import type { Answer } from '../answer/contract.ts'
import { SAMPLE_TEXTS } from '../answer/sample-texts.ts'
import { createChatModel } from '../model/chat-model.ts'
import { CircuitBreaker } from '../model/circuit-breaker.ts'
import { Guard } from '../model/guard.ts'
import { createOpenAiEndpoint } from '../model/openai-endpoint.ts'
import { type SampleCall, type SampleReply, startSampleServer } from '../model/sample-server.ts'
import { openSampleIndex } from '../sample-index.ts'
import { createAssistant } from './assistant.ts'
import { expectProven } from './sample-oracle.ts'

/** Questions of every sort: figures, two scopes, a change with its reason, reckoning, words, loosely worded ones, refusals. */
export const CAMPAIGN_QUESTIONS = [
  '博州水利局2031年公务用车运行费是多少？',
  '博州水利局2031年三公经费比上年减少了多少，为什么？',
  'How much did the Bozhou water bureau set aside for travel in 2031?',
  '博州水利局2031年差旅费占基本支出的比例是多少？',
  '博州水利局2031年差旅费和办公费各多少？',
  'What is the total budget of Bozhou water bureau in 2031?',
  '博州水利局的主要职责是什么？',
  '博州水利局2031年替职工出门办事掏的路费一共是多少？',
  '博州水利局2031年政府性基金预算支出是多少？',
  '山洪预警站点建设项目2031年安排多少？',
  '博州水利局2030年决算多少？',
  '博州水利局2031年请人吃饭花的钱大概多少？',
] as const

export interface Campaign {
  /** Asks a model that behaves so, over real HTTP, and holds the answer to all that is promised. */
  readonly ask: (question: string, behave: (call: SampleCall) => SampleReply) => Promise<Answer>
  readonly close: () => Promise<void>
}

/** Time that a model has in a campaign, and what everything else may take on a slow machine. */
const BUDGET_MS = 400
const REST_MS = 3000

/** For tests: made-up documents, and for each question a new server whose model lies. */
export async function openCampaign(): Promise<Campaign> {
  const { door, close } = await openSampleIndex(SAMPLE_TEXTS)
  const index = await door.current()
  const offlineAsker = createAsker(door)
  let behaviour: (call: SampleCall) => SampleReply = () => ({ do: 'hang' })
  const server = await startSampleServer((call) => behaviour(call))
  // Never at rest: every answer is to be put to the test.
  const breaker = new CircuitBreaker({ failures: Number.POSITIVE_INFINITY })
  return {
    ask: async (question, behave) => {
      behaviour = behave
      const endpoint = createOpenAiEndpoint({ apiKey: null, baseUrl: server.url }, 'liar')
      const model = createChatModel(endpoint, { guard: new Guard({ breaker }) })
      const onError = (error: unknown) => {
        throw error
      }
      const asker = createAsker(door, createAssistant({ model, budgetMs: BUDGET_MS, onError }))
      const offline = await offlineAsker.ask({ question })
      const shown: string[] = []
      const listener = { status: () => undefined, delta: (text: string) => void shown.push(text) }
      const answer = await asker.ask({ question }, listener)
      expectProven(answer, offline, index)
      expect(shown.join('')).toBe(answer.answer)
      expect(answer.timings.totalMs).toBeLessThan(BUDGET_MS + REST_MS)
      return answer
    },
    close: async () => {
      close()
      await server.close()
    },
  }
}
