import { useState } from 'preact/hooks'
import { Refused } from './server-calls.ts'

/** By what right files go in and out. */
export interface UploadAccess {
  /** "" where there is none; it is kept nowhere. */
  readonly key: string
  readonly setKey: (key: string) => void
  /** Whether the server has asked for a key. */
  readonly isKeyWanted: boolean
  /** Takes note of what the server refused. */
  readonly refused: (error: unknown) => void
}

export function useUploadAccess(): UploadAccess {
  const [key, setKey] = useState('')
  const [isKeyWanted, setKeyWanted] = useState(false)
  const refused = (error: unknown): void => {
    if (isAboutKeys(error)) setKeyWanted(true)
  }
  return { key, setKey, isKeyWanted, refused }
}

export function isAboutKeys(error: unknown): boolean {
  return error instanceof Refused && ['key-required', 'scope-missing'].includes(error.problem.code)
}
