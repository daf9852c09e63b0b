import type { Chunk } from '../../ingest/domain/chunk.ts'
import type { Fact } from '../../ingest/domain/fact.ts'
import type { Plan } from './plan.ts'

/** "…表怎么是空的", "why is the table empty". */
const ASKED =
  /(?:怎么|为什么|为何|为啥|咋)[^,，。?？]{0,8}(?:空(?!间|气|调)|没有?数|没填|没有?内容)|空(?:的|表|白)[^,，。?？]{0,8}(?:为什么|为何|怎么回事|原因)|why\b.{0,80}\b(?:empty|blank)\b/i
/** A note below a table, rather than a sentence that the whole thing does not exist. */
const NOTE = /空|无数据|没有数据/

/** The notes by which documents say why a table that the question names is empty; [] where none is asked for or printed. */
export function emptyNotes({ question, roles }: Plan, held: readonly Fact[]): Chunk[] {
  if (!ASKED.test(question)) return []
  const declared = held.filter(({ origin, role }) => origin === 'declared' && roles.includes(role))
  const notes = declared.filter(({ quote }) => NOTE.test(quote))
  return (notes.length > 0 ? notes : declared).slice(0, 1).map(asChunk)
}

function asChunk({ id, documentId, quote, section, tableId, source }: Fact): Chunk {
  return { id: `${id}-note`, documentId, kind: 'prose', text: quote, quote, section, tableId, project: null, source }
}
