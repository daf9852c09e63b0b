import OpenAI, { APIConnectionError, APIConnectionTimeoutError, APIError } from 'openai'
import { Stream } from 'openai/streaming'
import { boundedFetch } from './bounded-fetch.ts'
import { ModelFailure } from './model-failure.ts'
import { retryAfter } from './retries.ts'

/** Where a model is served. */
export interface ServerAddress {
  /** Null where the server wants none, as local ones do. */
  readonly apiKey: string | null
  /** Null for OpenAI's own. */
  readonly baseUrl: string | null
}

/** The vendor's client, made to read nothing from the environment, to log nothing, and to try once. */
export function openAiClient({ apiKey, baseUrl }: ServerAddress): OpenAI {
  return new OpenAI({
    apiKey: apiKey ?? 'none',
    baseURL: baseUrl ?? 'https://api.openai.com/v1',
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    maxRetries: 0,
    logLevel: 'off',
    fetch: boundedFetch(),
  })
}

/** Whatever the vendor's client throws, as a failure with a reason. */
export function failureOf(error: unknown, signal: AbortSignal): ModelFailure {
  if (error instanceof ModelFailure) return error
  if (signal.aborted) return new ModelFailure('timeout', 'the time was over', { cause: error })
  if (!isApiError(error)) return new ModelFailure('bad-reply', 'what came back cannot be read', { cause: error })
  if (error instanceof APIConnectionTimeoutError)
    return new ModelFailure('timeout', 'the server did not answer in time', { cause: error })
  if (error instanceof APIConnectionError)
    return new ModelFailure('unreachable', 'the server cannot be reached', { cause: error })
  return ofStatus(error)
}

/** Without the class's own type parameters, which are any. */
function isApiError(error: unknown): error is APIError {
  return error instanceof APIError
}

function ofStatus(error: APIError): ModelFailure {
  const { status } = error
  const options = { cause: error, retryAfterMs: retryAfter(error.headers?.get('retry-after')) }
  if (status === 429) return new ModelFailure('rate-limited', 'the server is asked too often', options)
  if (status === 401 || status === 403)
    return new ModelFailure('forbidden', 'the server does not accept the key', options)
  if (status === 408 || status === 409 || status === undefined || status >= 500)
    return new ModelFailure('server-error', `the server failed with ${status ?? 'an error in its stream'}`, options)
  return new ModelFailure('bad-request', error.message.slice(0, 500), options)
}

/** The data of a stream of events, as the vendor's client reads it; leaving the loop ends the request. */
export function eventsOf(response: Response, controller: AbortController, client: OpenAI): AsyncIterable<unknown> {
  return Stream.fromSSEResponse<unknown>(response, controller, client)
}
