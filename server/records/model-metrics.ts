import { Counter, Histogram, type Registry } from 'prom-client'
import type { ModelCall } from '../model/observer.ts'

/** What a million tokens cost, read and written. */
export interface TokenPrices {
  readonly prompt: number
  readonly completion: number
}

/** What the server counts of a language model. */
export interface ModelMetrics {
  modelCalled(call: ModelCall): void
  /** What became of an answer that a model was asked for, with its sentences that were refused, by why. */
  modelAnswered(outcome: 'helped' | 'fell_back', refused: Readonly<Record<string, number>>): void
}

const SECONDS = [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 15, 30]
const MILLION = 1_000_000

/** Counters in a registry; costs are counted where prices are known. */
export function modelMetrics(registry: Registry, prices: TokenPrices | null): ModelMetrics {
  const registers = [registry]
  const calls = new Counter({
    name: 'budget_chat_model_requests_total',
    help: 'Requests to the language model, retries and all, by purpose and outcome.',
    labelNames: ['purpose', 'outcome'],
    registers,
  })
  const seconds = new Histogram({
    name: 'budget_chat_model_duration_seconds',
    help: 'How long requests to the language model took.',
    buckets: SECONDS,
    registers,
  })
  const tokens = new Counter({
    name: 'budget_chat_model_tokens_total',
    help: 'Tokens that the language model read (prompt) and wrote (completion), as its server counts them.',
    labelNames: ['kind'],
    registers,
  })
  const cost = new Counter({
    name: 'budget_chat_model_cost_total',
    help: 'What the tokens cost at the prices of OPENAI_PRICES.',
    registers,
  })
  const answers = new Counter({
    name: 'budget_chat_model_answers_total',
    help: 'Answers that the language model was asked for: helped, or fell_back to the deterministic one.',
    labelNames: ['outcome'],
    registers,
  })
  const refused = new Counter({
    name: 'budget_chat_model_sentences_refused_total',
    help: 'Sentences of the language model that were not shown, by why.',
    labelNames: ['reason'],
    registers,
  })
  return {
    modelCalled: (call) => {
      calls.inc({ purpose: call.purpose, outcome: call.outcome })
      seconds.observe(call.seconds)
      if (!call.usage) return
      const { promptTokens, completionTokens } = call.usage
      tokens.inc({ kind: 'prompt' }, promptTokens)
      tokens.inc({ kind: 'completion' }, completionTokens)
      if (prices) cost.inc((promptTokens * prices.prompt + completionTokens * prices.completion) / MILLION)
    },
    modelAnswered: (outcome, reasons) => {
      answers.inc({ outcome })
      for (const [reason, count] of Object.entries(reasons)) refused.inc({ reason }, count)
    },
  }
}
