import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadEmbedder } from '../ingest/index/open.ts'
import type { GoldQuestion } from './gold.ts'
import { whileSearching } from './index-under-test.ts'
import { type EvidenceRanks, rankEvidence } from './retrieval.ts'
import { evaluate, type Result } from './run.ts'
import { ingestInto, serverAt, whileServing } from './server-under-test.ts'
import { disclosureFiles, readSources, type Sources } from './sources.ts'
import { type Reach, reachOf } from './stock/reach.ts'
import { buildStockRag } from './stock/stock-rag.ts'

/** The stock pipeline on the same questions. */
export interface StockEvaluation {
  readonly results: readonly Result[]
  readonly reach: Reach
  /** How many pieces the texts were cut into. */
  readonly pieces: number
}

/** One run: the assistant's answers, and what they are held against. */
export interface Evaluation {
  readonly results: readonly Result[]
  /** Null where it was not run. */
  readonly stock: StockEvaluation | null
  /** Null where the index cannot be looked into (a server elsewhere). */
  readonly retrieval: readonly EvidenceRanks[] | null
  /** The embedder of the index; null where it is not known. */
  readonly embedderId: string | null
}

export interface EvaluationOptions {
  /** The folder of the source texts. */
  readonly docs: string
  /** A server to ask, or an ingested data folder to serve; without either, the texts are ingested into a temporary one. */
  readonly url?: string | undefined
  readonly data?: string | undefined
  readonly mode?: 'auto' | 'offline' | undefined
  readonly concurrency: number
  /** Ask the assistant only: no stock RAG, no retrieval quality. */
  readonly quick: boolean
  /** Told what takes long. */
  readonly onProgress: (what: string) => void
}

/** Asks, searches and compares, one after the other, so that none slows the other down. */
export async function runEvaluation(
  questions: readonly GoldQuestion[],
  options: EvaluationOptions,
): Promise<Evaluation> {
  const sources = readSources(options.docs)
  const asked = await assistantOn(questions, sources, options)
  return { ...asked, stock: options.quick ? null : await stockOn(questions, sources, options) }
}

type Asked = Omit<Evaluation, 'stock'>

async function assistantOn(
  questions: readonly GoldQuestion[],
  sources: Sources,
  options: EvaluationOptions,
): Promise<Asked> {
  const { url, data, mode, concurrency } = options
  const ask = (address: string) => evaluate(questions, serverAt(address, mode), sources, concurrency)
  if (url !== undefined) return { results: await ask(url), retrieval: null, embedderId: null }
  const onFolder = async (folder: string): Promise<Asked> => {
    const results = await whileServing(folder, ask)
    return whileSearching(folder, async ({ find, embedderId }) => ({
      results,
      retrieval: options.quick ? null : await rankEvidence(questions, find, sources),
      embedderId,
    }))
  }
  return data === undefined ? onIngested(options, onFolder) : onFolder(data)
}

/** Ingests the texts into a temporary data folder for as long as `use` runs. */
async function onIngested<T>({ docs, onProgress }: EvaluationOptions, use: (folder: string) => Promise<T>): Promise<T> {
  const temporary = mkdtempSync(join(tmpdir(), 'budget-chat-eval-'))
  try {
    onProgress(`ingesting ${docs} into a temporary folder`)
    const paths = disclosureFiles(docs).map((file) => join(docs, file))
    await ingestInto(temporary, paths)
    return await use(temporary)
  } finally {
    rmSync(temporary, { recursive: true, force: true })
  }
}

async function stockOn(
  questions: readonly GoldQuestion[],
  sources: Sources,
  { onProgress }: EvaluationOptions,
): Promise<StockEvaluation> {
  onProgress('embedding the texts for stock RAG')
  const { embedder } = await loadEmbedder()
  const stock = await buildStockRag(sources, embedder)
  const results = await evaluate(questions, stock, sources, 1)
  return { results, reach: await reachOf(questions, stock.nearest, sources), pieces: stock.pieces }
}
