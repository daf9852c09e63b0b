import type { ProblemDetails } from '../answer/contract.ts'
import type { OpenaiError } from './contract.ts'

const TYPES: Readonly<Record<number, string>> = {
  401: 'authentication_error',
  403: 'permission_error',
  429: 'rate_limit_error',
}

/** A problem as OpenAI's clients know errors. */
export function openaiError({ status, detail, code, errors }: ProblemDetails): OpenaiError {
  const type = TYPES[status] ?? (status >= 500 ? 'server_error' : 'invalid_request_error')
  return { error: { message: detail, type, param: errors?.[0]?.field || null, code } }
}
