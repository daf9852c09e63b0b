import type { z } from 'zod'
import type { Budget } from './budget.ts'

/** One turn of what a model is told. Text of documents stands in user messages only, as quoted data. */
export interface ChatMessage {
  readonly role: 'system' | 'user' | 'assistant'
  readonly text: string
}

/** What a model is asked for; counted apart in the metrics. */
export type Purpose = 'plan' | 'explain'

export interface ChatRequest {
  readonly purpose: Purpose
  readonly messages: readonly ChatMessage[]
  /** The most that may come back, in the model's own tokens. */
  readonly maxTokens: number
  /** When it must be done at the latest; ends the call where it stands. */
  readonly budget: Budget
}

/** How a text ended. */
export interface Written {
  /** Whether the model came to its end; false where the text was cut off, so that its last words are no sentence. */
  readonly complete: boolean
}

/** A form to be filled in. */
export interface Form<Value> {
  /** Letters, digits and "_". */
  readonly name: string
  readonly schema: z.ZodType<Value>
}

/**
 * A language model: the port through which the assistant knows it. Both ways throw {@link ModelFailure} where nothing
 * usable came back in time; what they give is still only the words of a model.
 */
export interface ChatModel {
  /** As the answer's `engine` names it. */
  readonly name: string
  /** Text, piece by piece as it comes. Leaving the loop stops the model. */
  write(request: ChatRequest): AsyncGenerator<string, Written, undefined>
  /** A value that the form's schema accepts, by whichever way of asking for JSON the server knows. */
  fill<Value>(request: ChatRequest, form: Form<Value>): Promise<Value>
}
