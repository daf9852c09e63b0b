import { useEffect, useState } from 'preact/hooks'
import type { DocumentRecord } from '../../../ingest/domain/document.ts'
import { type Example, exampleQuestions } from './examples.ts'
import { call } from './server-calls.ts'
import { isDocuments, isFacts } from './server-replies.ts'

/** What is held, and questions about it. */
export interface Holdings {
  /** null until they are known. */
  readonly documents: readonly DocumentRecord[] | null
  readonly examples: readonly Example[]
  /** What went wrong in finding out. */
  readonly trouble: unknown
}

const UNKNOWN: Holdings = { documents: null, examples: [], trouble: null }

export function useHoldings(): Holdings {
  const [holdings, setHoldings] = useState(UNKNOWN)
  useEffect(() => {
    loadHoldings(setHoldings).catch((trouble: unknown) => setHoldings((known) => ({ ...known, trouble })))
  }, [])
  return holdings
}

async function loadHoldings(tell: (holdings: Holdings) => void): Promise<void> {
  const { documents } = await call('/api/documents', isDocuments)
  tell({ ...UNKNOWN, documents })
  const examples = await exampleQuestions(documents, (query) => call(`/api/facts?${query}`, isFacts))
  tell({ documents, examples, trouble: null })
}
