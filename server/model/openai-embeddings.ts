import { z } from 'zod'
import type { EmbedTexts } from './embeddings.ts'
import { ModelFailure } from './model-failure.ts'
import { failureOf, openAiClient, type ServerAddress } from './openai-client.ts'

const replySchema = z.object({ data: z.array(z.object({ index: z.number().int(), embedding: z.array(z.number()) })) })

/** Vectors from any server that speaks OpenAI's protocol for embeddings; a call is tried once. */
export function createOpenAiEmbeddings(address: ServerAddress, model: string): EmbedTexts {
  const client = openAiClient(address)
  return async (texts, signal) => {
    try {
      // Without a format the vendor's client asks for base64, which not every server knows.
      const body: unknown = await client.embeddings.create(
        { model, input: [...texts], encoding_format: 'float' },
        { signal },
      )
      return vectorsIn(body, texts.length)
    } catch (error) {
      throw failureOf(error, signal)
    }
  }
}

/** The vectors in the order of their texts. */
function vectorsIn(body: unknown, wanted: number): number[][] {
  const read = replySchema.safeParse(body)
  if (!read.success) throw new ModelFailure('bad-reply', 'the reply is not of the protocol', { cause: read.error })
  const vectors = [...read.data.data].sort((a, b) => a.index - b.index).map(({ embedding }) => embedding)
  const isWhole = vectors.length === wanted && read.data.data.every(({ index }) => index >= 0 && index < wanted)
  if (isWhole && new Set(read.data.data.map(({ index }) => index)).size === wanted) return vectors
  throw new ModelFailure('bad-reply', `the reply holds ${vectors.length} vectors for ${wanted} texts`)
}
