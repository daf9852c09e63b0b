import type { DocumentRecord } from '../../../ingest/domain/document.ts'
import type { Answer, FactsResponse, ProblemDetails } from '../../answer/contract.ts'

// The page comes from the server that it asks, so replies are told apart here by what marks them, and not measured
// against the whole schema a second time.

type Fields = Readonly<Record<string, unknown>>

export function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null
}

export function isAnswer(value: unknown): value is Answer {
  return (
    isRecord(value) &&
    typeof value.answer === 'string' &&
    ['figures', 'citations', 'notices', 'alternatives'].every((name) => Array.isArray(value[name]))
  )
}

export function isProblem(value: unknown): value is ProblemDetails {
  return isRecord(value) && typeof value.code === 'string' && typeof value.detail === 'string'
}

export function isDocuments(value: unknown): value is { readonly documents: readonly DocumentRecord[] } {
  return isRecord(value) && Array.isArray(value.documents)
}

export function isFacts(value: unknown): value is FactsResponse {
  return isRecord(value) && Array.isArray(value.facts)
}

/** The text as JSON; undefined where it is none. */
export function parsedJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text)
    return value
  } catch {
    return undefined
  }
}
