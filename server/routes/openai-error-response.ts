import type { Response } from 'express'
import type { ProblemDetails } from '../answer/contract.ts'
import { openaiError } from '../openai/error-shape.ts'

/** Answers with an error as OpenAI's clients know them. */
export function sendOpenaiError(response: Response, details: ProblemDetails): void {
  response.status(details.status).json(openaiError(details))
}
