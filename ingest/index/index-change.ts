import type { ParsedDocument } from '../domain/parsed-document.ts'
import { type HeldDocument, heldDocument, type Manifest } from './manifest.ts'

export interface IndexChange {
  readonly put: readonly ParsedDocument[]
  /** Ids; those that are not held are passed over. A document that is also put stays. */
  readonly delete: readonly string[]
  /** Ids of documents held that stay whatever else is said here: files given again that have not changed. */
  readonly keep?: readonly string[]
  /** Whether documents that are held and neither put nor kept are deleted as well. */
  readonly replaceAll?: boolean
  /** Version of the parser that read the documents put; `heldDocuments` gives it back. */
  readonly parser?: string
}

/** What a change comes to, given the documents held. */
export interface IndexPlan {
  readonly put: readonly ParsedDocument[]
  readonly delete: readonly string[]
  /** Documents after the change. */
  readonly documents: Readonly<Record<string, HeldDocument>>
  readonly changesNothing: boolean
}

export function planOf(change: IndexChange, held: Manifest['documents']): IndexPlan {
  const given = new Map(change.put.map((document) => [document.record.id, document]))
  const described = [...given].map(([id, document]) => [id, heldDocument(document, change.parser ?? '')] as const)
  const staying = new Set([...given.keys(), ...(change.keep ?? [])])
  const leaving = new Set(change.replaceAll === true ? Object.keys(held) : change.delete)
  const dropped = new Set(Object.keys(held).filter((id) => leaving.has(id) && !staying.has(id)))
  const changed = described.filter(([id, now]) => {
    const before = held[id]
    return before?.digest !== now.digest || before.parser !== now.parser
  })
  const kept = Object.entries(held).filter(([id]) => !dropped.has(id))
  return {
    put: changed.flatMap(([id]) => given.get(id) ?? []),
    delete: [...dropped],
    documents: { ...Object.fromEntries(kept), ...Object.fromEntries(described) },
    changesNothing: changed.length === 0 && dropped.size === 0,
  }
}
