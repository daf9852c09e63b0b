import { createHash } from 'node:crypto'
import type { ChatMessage } from './chat.ts'
import type { ChatEndpoint, EndpointCall, EndpointReply } from './endpoint.ts'
import { ModelFailure } from './model-failure.ts'

/** What a recorded reply is kept under: a hash of all that the model was told. */
export function promptKey(messages: readonly ChatMessage[]): string {
  return createHash('sha256').update(JSON.stringify(messages)).digest('hex').slice(0, 16)
}

/** A model that says again what was once recorded, by {@link promptKey}; it fails where nothing was. */
export function createReplayEndpoint(
  model: string,
  replyTo: (messages: readonly ChatMessage[]) => string | undefined,
): ChatEndpoint {
  const complete = ({ messages }: Pick<EndpointCall, 'messages'>): Promise<EndpointReply> => {
    const text = replyTo(messages)
    return text === undefined
      ? Promise.reject(new ModelFailure('bad-reply', `no reply is recorded for ${promptKey(messages)}`))
      : Promise.resolve({ text, complete: true, usage: null })
  }
  return {
    model,
    complete,
    async *stream(call) {
      const { text, ...end } = await complete(call)
      yield text
      return end
    },
  }
}
