import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { ProblemCode } from '../../ingest/domain/problem.ts'
import type { Answer } from '../answer/contract.ts'
import { type ModelMetrics, modelMetrics, type TokenPrices } from './model-metrics.ts'

/** What is held at the moment of a look; null while there is no index. */
export interface Holdings {
  readonly documents: number
  readonly facts: number
  /** When the index was built. */
  readonly createdAt: Date
}

/** A bucket that calls are counted against. */
export type LimitName = 'page' | 'key' | 'address' | 'failed-key'

export interface EndedRequest {
  readonly method: string
  /** The pattern of the route, never the path that was asked for: callers must not be able to make up labels. */
  readonly route: string
  readonly status: number
}

/** What the server counts of itself. */
export interface Metrics extends ModelMetrics {
  requestEnded(ended: EndedRequest): void
  asked(status: Answer['status'] | ProblemCode, seconds: number): void
  rateLimited(limit: LimitName): void
  /** Everything in the text format of Prometheus. */
  text(): Promise<string>
  readonly contentType: string
}

const METHODS = new Set(['GET', 'HEAD', 'POST', 'OPTIONS', 'PUT', 'PATCH', 'DELETE'])
const ASK_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]

/**
 * Fresh counters over what `holdings` finds; `ofProcess` adds memory, processor time, event loop and garbage collection,
 * `prices` what the language model costs.
 */
export function createMetrics(
  holdings: () => Promise<Holdings | null>,
  { ofProcess = false, prices = null }: { readonly ofProcess?: boolean; readonly prices?: TokenPrices | null } = {},
): Metrics {
  const registry = new Registry()
  if (ofProcess) collectDefaultMetrics({ register: registry })
  const registers = [registry]
  const requests = new Counter({
    name: 'budget_chat_http_requests_total',
    help: 'Requests that ended, by method, pattern of the route and status.',
    labelNames: ['method', 'route', 'status'],
    registers,
  })
  const durations = new Histogram({
    name: 'budget_chat_ask_duration_seconds',
    help: 'How long questions took, answered or not.',
    buckets: ASK_SECONDS,
    registers,
  })
  const answers = new Counter({
    name: 'budget_chat_answers_total',
    help: 'Questions by the status of their answer, or by the code of the problem in its place.',
    labelNames: ['status'],
    registers,
  })
  const limited = new Counter({
    name: 'budget_chat_rate_limited_total',
    help: 'Requests refused by a rate limit, by the limit.',
    labelNames: ['limit'],
    registers,
  })
  const show = holdingGauges(registry)
  return {
    ...modelMetrics(registry, prices),
    requestEnded: ({ method, route, status }) =>
      requests.inc({ method: METHODS.has(method) ? method : 'other', route, status }),
    asked: (status, seconds) => {
      answers.inc({ status })
      durations.observe(seconds)
    },
    rateLimited: (limit) => limited.inc({ limit }),
    text: async () => {
      show(await holdings())
      return registry.metrics()
    },
    contentType: registry.contentType,
  }
}

/** Gauges of what is held, set at each look. */
function holdingGauges(registry: Registry): (held: Holdings | null) => void {
  const gauge = (name: string, help: string) => new Gauge({ name, help, registers: [registry] })
  const documents = gauge('budget_chat_documents', 'Documents held.')
  const facts = gauge('budget_chat_facts', 'Facts held.')
  const age = gauge('budget_chat_index_age_seconds', 'Time since the served index was built; NaN while there is none.')
  return (held) => {
    documents.set(held?.documents ?? 0)
    facts.set(held?.facts ?? 0)
    age.set(held ? Math.max(0, (Date.now() - held.createdAt.getTime()) / 1000) : Number.NaN)
  }
}
