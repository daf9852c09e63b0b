import type { SqliteDatabase } from './sqlite.ts'
import type { ScoredChunk } from './store.ts'
import { terms } from './terms.ts'

/**
 * Words in more passages than this, all told, are not looked through for the documents that say them: what nearly every
 * document says tells none apart, and each passage is scored. The rarest word has a larger allowance of its own.
 */
const MOST_PASSAGES = 10_000
const MOST_PASSAGES_OF_RAREST = 20_000

const MEANT = 'FROM chunks WHERE document_id IN (SELECT value FROM json_each(:documentIds))'
/**
 * The chunks of a document have labels in a row: where few documents are meant, those before and behind them are not
 * gone through, and of those between no more than the label is looked at ("+" keeps the list from being what is gone
 * through).
 */
const AMONG = `
  AND chunk_terms.rowid BETWEEN (SELECT min(label) ${MEANT}) AND (SELECT max(label) ${MEANT})
  AND +chunk_terms.rowid IN (SELECT label ${MEANT})`

const search = (columns: string, among: string): string => `
  SELECT ${columns}
  FROM chunk_terms JOIN chunks c ON c.label = chunk_terms.rowid JOIN documents d ON d.id = c.document_id
  WHERE chunk_terms MATCH :match ${among}
  ORDER BY bm25(chunk_terms), d.sort_key, c.position
  LIMIT :limit`

const CHUNKS = 'c.id AS chunkId, -bm25(chunk_terms) AS score'
const DOCUMENTS = 'c.document_id AS documentId'

const COUNTS = `CREATE VIRTUAL TABLE IF NOT EXISTS temp.term_counts USING fts5vocab ('main', 'chunk_terms', 'row')`
const COUNT_TERMS = `
  SELECT term, doc AS passages FROM temp.term_counts
  WHERE term IN (SELECT value FROM json_each(?)) ORDER BY passages, term`

interface TermQuery {
  readonly match: string
  readonly documentIds: string | null
  readonly limit: number
}

/** Full-text search in the passages of a store. */
export class TermSearch {
  private readonly database: SqliteDatabase

  constructor(database: SqliteDatabase) {
    this.database = database
  }

  /** Passages that say words of the query, best first. */
  chunks(query: string, documentIds: readonly string[] | null, limit: number): readonly ScoredChunk[] {
    const match = anyOf(distinctTerms(query))
    if (match === '') return []
    return this.database
      .prepare<[TermQuery], ScoredChunk>(search(CHUNKS, documentIds ? AMONG : ''))
      .all({ match, documentIds: documentIds && JSON.stringify(documentIds), limit })
  }

  /** Documents of the `passages` best passages that say the query's telling words, best first. */
  documents(query: string, documentIds: readonly string[] | null, passages: number): readonly string[] {
    const match = anyOf(this.telling(distinctTerms(query)))
    if (match === '') return []
    const found = this.database
      .prepare<[TermQuery], { readonly documentId: string }>(search(DOCUMENTS, documentIds ? AMONG : ''))
      .all({ match, documentIds: documentIds && JSON.stringify(documentIds), limit: passages })
    return [...new Set(found.map(({ documentId }) => documentId))]
  }

  /** The words that tell documents apart, the rarest first. */
  private telling(words: readonly string[]): string[] {
    this.database.exec(COUNTS)
    const counted = this.database
      .prepare<[string], { readonly term: string; readonly passages: number }>(COUNT_TERMS)
      .all(JSON.stringify(words))
    let total = 0
    return counted
      .filter(({ passages }, at) => {
        total += passages
        return total <= (at === 0 ? MOST_PASSAGES_OF_RAREST : MOST_PASSAGES)
      })
      .map(({ term }) => term)
  }
}

function distinctTerms(query: string): string[] {
  return [...new Set(terms(query))]
}

/** A term holds letters, digits and full stops only; in quotes it is a string whatever it spells (OR, NEAR). */
function anyOf(words: readonly string[]): string {
  return words.map((word) => `"${word}"`).join(' OR ')
}
