import { z } from 'zod'
import { answerSchema } from '../server/answer/contract.ts'
import { ingest, serve } from '../server/assemble.ts'
import { readSettings, type Settings } from '../server/config.ts'
import type { AnsweringServer } from './run.ts'

/** The server did not do what the evaluation needs. */
export class ServerFailed extends Error {}

const ANSWER_TIMEOUT_MS = 60_000

/**
 * Settings that owe nothing to this machine's environment: no keys, no language model, so that a score means the same
 * everywhere. A server set up otherwise is evaluated by its address.
 */
export function plainSettings(dataDir: string): Settings {
  return readSettings({ data: dataDir, host: '127.0.0.1', port: '0' }, { LOG_LEVEL: 'error' })
}

function fail(cause: unknown): never {
  throw new ServerFailed(cause instanceof Error ? cause.message : String(cause), { cause })
}

/** Ingests files into a data folder; throws where one is refused, as its questions would only seem to be missed. */
export async function ingestInto(dataDir: string, paths: readonly string[]): Promise<void> {
  const { refused } = await ingest({ paths, dataDir, onProgress: () => undefined }).catch(fail)
  if (refused.length > 0)
    throw new ServerFailed(refused.map(({ file, reason }) => `refused ${file}: ${reason}`).join('\n'))
}

/** Serves a data folder on a free loopback port while `use` runs. */
export async function whileServing<T>(dataDir: string, use: (url: string) => Promise<T>): Promise<T> {
  const server = await serve(plainSettings(dataDir)).catch(fail)
  try {
    return await use(server.address)
  } finally {
    await server.stop()
  }
}

/** Asks a running server over HTTP; an answer that breaks the contract is an error. `mode` is sent where it is given. */
export function serverAt(url: string, mode?: 'auto' | 'offline'): AnsweringServer {
  return {
    async ask(question) {
      const started = performance.now()
      const response = await fetch(new URL('/api/ask', url), {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ question, ...(mode === undefined ? {} : { mode }) }),
        signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS),
      })
      const text = await response.text()
      const ms = performance.now() - started
      if (!response.ok) throw new ServerFailed(`HTTP ${response.status} ${text.slice(0, 200)}`)
      const body: unknown = JSON.parse(text)
      const answer = answerSchema.safeParse(body)
      if (!answer.success) throw new ServerFailed(`the answer breaks the contract: ${z.prettifyError(answer.error)}`)
      return { answer: answer.data, ms }
    },
  }
}
