import type { ChatModel } from './chat.ts'
import { createChatModel } from './chat-model.ts'
import { Embeddings } from './embeddings.ts'
import { Guard } from './guard.ts'
import type { ModelObserver } from './observer.ts'

/** Where a model is, as the settings have it. */
export interface ModelSettings {
  readonly apiKey: string | null
  readonly baseUrl: string | null
  readonly model: string
  readonly embeddingModel: string | null
  readonly concurrency: number
}

/** Whether the settings name a server: by its address, or OpenAI's own by a key. */
function isModelSet({ apiKey, baseUrl }: Pick<ModelSettings, 'apiKey' | 'baseUrl'>): boolean {
  return apiKey !== null || baseUrl !== null
}

/** The model that the settings name; null where they name none, and then nothing of the vendor's library is read. */
export async function loadModel(
  settings: Omit<ModelSettings, 'embeddingModel'>,
  observer: ModelObserver,
): Promise<ChatModel | null> {
  if (!isModelSet(settings)) return null
  const { createOpenAiEndpoint } = await import('./openai-endpoint.ts')
  const endpoint = createOpenAiEndpoint(settings, settings.model)
  return createChatModel(endpoint, { guard: new Guard({ concurrency: settings.concurrency, observer }) })
}

/** Vectors of the embedding model that the settings name; null where they name none. */
export async function loadEmbeddings(
  settings: Omit<ModelSettings, 'model' | 'concurrency'>,
): Promise<Embeddings | null> {
  if (!isModelSet(settings) || settings.embeddingModel === null) return null
  const { createOpenAiEmbeddings } = await import('./openai-embeddings.ts')
  return new Embeddings(createOpenAiEmbeddings(settings, settings.embeddingModel))
}
