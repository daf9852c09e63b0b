import type { Request } from 'express'
import type { Parts } from './parts.ts'

/** Where the server is found, for links that leave it: PUBLIC_URL, else the address that this request was sent to. */
export function baseAddress({ publicUrl }: Pick<Parts, 'publicUrl'>, request: Request): string {
  return publicUrl ?? `${request.protocol}://${request.get('host') ?? ''}`
}
