import { Problem } from '../ingest/domain/problem.ts'
import { type Embedder, loadEmbedder } from '../ingest/index/open.ts'
import type { Settings } from './config.ts'
import { EndpointEmbedder } from './endpoint-embedder.ts'
import { loadEmbeddings } from './model/load-model.ts'

export interface Chosen {
  /** Null where there is none at present: passages are found by their words alone. */
  readonly embedder: Embedder | null
  /** Why it is not the one that is wanted; null where it is. */
  readonly fallbackReason: string | null
}

type EmbedderSettings = Pick<Settings, 'dataDir' | 'openai'>

/** For answering: the embedder that the settings name, or the one that comes along. */
export async function embedderForAnswers(settings: EmbedderSettings): Promise<Chosen> {
  try {
    const endpoint = await endpointEmbedder(settings)
    return endpoint ? { embedder: endpoint, fallbackReason: null } : await loadEmbedder()
  } catch (error) {
    if (error instanceof Problem) return { embedder: null, fallbackReason: error.message }
    throw error
  }
}

/** For an ingest, which is given it and then its end. Throws Problem "embedding-failed" where the server named gives no vectors. */
export async function withIngestEmbedder<Result>(
  settings: EmbedderSettings,
  work: (embedder: Embedder) => Promise<Result>,
): Promise<Result> {
  const endpoint = await endpointEmbedder(settings)
  const result = await work(endpoint ?? (await loadEmbedder()).embedder)
  endpoint?.settled()
  return result
}

async function endpointEmbedder({ dataDir, openai }: EmbedderSettings): Promise<EndpointEmbedder | null> {
  const embeddings = await loadEmbeddings(openai)
  if (!embeddings || openai.embeddingModel === null) return null
  return EndpointEmbedder.connect(embeddings, dataDir, openai.embeddingModel)
}
