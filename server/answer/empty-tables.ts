import type { Chunk } from '../../ingest/domain/chunk.ts'
import type { Fact } from '../../ingest/domain/fact.ts'
import { type Evidence, printed } from './evidence.ts'
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

/** Of these items a sentence says how much; that it was nothing is a figure like any other. Elsewhere a note says why a table holds none. */
const SAID_OF_ITEMS: ReadonlySet<Fact['role']> = new Set(['three_public'])

/** Where all that was found is a note that a table is empty, nothing is held: the note is shown, and no zero for an answer. */
export function notAnEmptyTable(evidence: Evidence): Evidence {
  if (evidence.status !== 'answered' || evidence.form !== 'figures') return evidence
  const answers = evidence.figures.filter(({ role }) => role === 'answer')
  const notes = answers.flatMap((figure) =>
    figure.form === 'printed' && isNoteOfTable(figure.facts[0]) ? [figure.facts[0]] : [],
  )
  if (notes.length === 0 || notes.length < answers.length) return evidence
  const missing = notes.map(({ organization, fiscalYear: year, measure }) => ({
    what: 'empty' as const,
    organization,
    year,
    name: measure.name,
  }))
  return { status: 'not_found', missing, nearest: notes.map((note) => printed(note, 'context')) }
}

function isNoteOfTable({ origin, role }: Fact): boolean {
  return origin === 'declared' && !SAID_OF_ITEMS.has(role)
}
