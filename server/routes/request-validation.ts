import type { z } from 'zod'
import { Problem } from '../../ingest/domain/problem.ts'

export interface FieldError {
  /** Path of the field, "" for the request as a whole. */
  readonly field: string
  readonly message: string
}

export class InvalidRequest extends Problem {
  readonly errors: readonly FieldError[]

  constructor(errors: readonly FieldError[], options?: { cause?: unknown }) {
    super(
      'request-invalid',
      errors.map(({ field, message }) => (field === '' ? message : `${field}: ${message}`)).join('; '),
      options,
    )
    this.name = 'InvalidRequest'
    this.errors = errors
  }
}

/** The value as the schema reads it; throws {@link InvalidRequest} that names each bad field. */
export function validated<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  throw new InvalidRequest(fieldErrors(parsed.error))
}

function fieldErrors(error: z.ZodError): readonly FieldError[] {
  return error.issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        field: [...issue.path, key].map(String).join('.'),
        message: 'There is no such field.',
      }))
    }
    return [{ field: issue.path.map(String).join('.'), message: issue.message }]
  })
}
