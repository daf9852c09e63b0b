import { expect, it } from 'vitest'
import { createMetrics } from './metrics.ts'

it('counts requests, questions and refusals', async () => {
  const metrics = createMetrics(async () => ({ documents: 5, facts: 40, createdAt: new Date(Date.now() - 60_000) }))
  metrics.requestEnded({ method: 'GET', route: '/api/documents/:id', status: 200 })
  metrics.requestEnded({ method: 'GET', route: '/api/documents/:id', status: 200 })
  metrics.asked('answered', 0.004)
  metrics.asked('timeout', 31)
  metrics.rateLimited('failed-key')
  const text = await metrics.text()
  expect(text).toContain('budget_chat_http_requests_total{method="GET",route="/api/documents/:id",status="200"} 2')
  expect(text).toContain('budget_chat_answers_total{status="answered"} 1')
  expect(text).toContain('budget_chat_answers_total{status="timeout"} 1')
  expect(text).toContain('budget_chat_ask_duration_seconds_bucket{le="0.005"} 1')
  expect(text).toContain('budget_chat_ask_duration_seconds_count 2')
  expect(text).toContain('budget_chat_rate_limited_total{limit="failed-key"} 1')
  expect(text).toContain('budget_chat_documents 5')
  expect(text).toContain('budget_chat_facts 40')
  expect(Number(/^budget_chat_index_age_seconds (\S+)$/m.exec(text)?.[1])).toBeGreaterThanOrEqual(60)
})

it('holds nothing while there is no index, and makes no label of a made-up method', async () => {
  const metrics = createMetrics(async () => null)
  metrics.requestEnded({ method: 'PROPFIND', route: 'none', status: 405 })
  const text = await metrics.text()
  expect(text).toContain('budget_chat_documents 0')
  expect(text).toMatch(/budget_chat_index_age_seconds nan/i)
  expect(text).toContain('method="other"')
})

it('tells of the process where it is asked to', async () => {
  expect(await createMetrics(async () => null).text()).not.toContain('process_cpu')
  expect(await createMetrics(async () => null, { ofProcess: true }).text()).toContain('process_cpu_seconds_total')
})

it('counts what a language model is asked for, what it costs, and what of it is shown', async () => {
  const metrics = createMetrics(async () => null, { prices: { prompt: 2, completion: 10 } })
  const usage = { promptTokens: 500_000, completionTokens: 100_000 }
  metrics.modelCalled({ purpose: 'explain', outcome: 'ok', seconds: 2, usage })
  metrics.modelCalled({ purpose: 'plan', outcome: 'timeout', seconds: 15, usage: null })
  metrics.modelAnswered('helped', { word: 2 })
  metrics.modelAnswered('fell_back', {})
  const text = await metrics.text()
  expect(text).toContain('budget_chat_model_requests_total{purpose="plan",outcome="timeout"} 1')
  expect(text).toContain('budget_chat_model_tokens_total{kind="completion"} 100000')
  expect(text).toContain('budget_chat_model_cost_total 2')
  expect(text).toContain('budget_chat_model_answers_total{outcome="helped"} 1')
  expect(text).toContain('budget_chat_model_sentences_refused_total{reason="word"} 2')
  expect(text).toContain('budget_chat_model_duration_seconds_count 2')
})
