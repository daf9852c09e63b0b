import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { Problem, type ProblemCode } from './domain/problem.ts'

/** A file to read, and what becomes of documents held that it may be a newer version of. */
export interface GivenFile {
  readonly path: string
  /** Name it is to be held under. */
  readonly name: string
  /** What people know it by in a refusal: the path they gave, or its name. */
  readonly shown: string
  /** Of documents held from a file of the same name. Where they are kept, the name gets a number. */
  readonly sameName: 'replaced' | 'kept'
  /** Of documents of the same organisation, level, year and basis. */
  readonly sameDisclosure: 'replaced' | 'kept'
}

/** A file or folder that did not go in, and why. */
export interface RefusedFile {
  readonly file: string
  readonly path: string
  readonly code: ProblemCode
  readonly reason: string
}

/** Larger files are no budget texts: the longest disclosures have a few megabytes. */
const LARGEST_FILE = 50 * 1024 * 1024

/** The bytes of a file. Throws Problem "file-too-large" without reading it. */
export async function readBounded({ path, shown }: GivenFile): Promise<Buffer> {
  const { size } = await stat(path)
  if (size > LARGEST_FILE)
    throw new Problem('file-too-large', `${shown} has ${size} bytes; the limit is ${LARGEST_FILE}.`)
  return readFile(path)
}

/**
 * Files in a stable order, each once; folders are read recursively, without hidden entries. A path that does not exist is
 * added to `refused`.
 */
export async function listFiles(paths: readonly string[], refused: RefusedFile[]): Promise<GivenFile[]> {
  const found = new Set<string>()
  const visit = async (path: string): Promise<void> => {
    const info = await stat(path)
    if (!info.isDirectory()) {
      found.add(path)
      return
    }
    const entries = (await readdir(path)).filter((name) => !name.startsWith('.')).sort()
    for (const name of entries) await visit(join(path, name))
  }
  for (const path of paths) {
    try {
      await visit(resolve(path))
    } catch (error) {
      refused.push(refusal({ path, shown: path }, error))
    }
  }
  return [...found].map((path) => ({
    path,
    name: basename(path),
    shown: path,
    sameName: 'replaced',
    sameDisclosure: 'kept',
  }))
}

/** Why a file did not go in. */
export function refusal({ path, shown }: Pick<GivenFile, 'path' | 'shown'>, error: unknown): RefusedFile {
  if (error instanceof Problem) return { file: shown, path, code: error.code, reason: error.message }
  const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
  if (missing) return { file: shown, path, code: 'file-not-found', reason: `${shown} does not exist.` }
  const cause = error instanceof Error ? error.message : String(error)
  return { file: shown, path, code: 'file-unreadable', reason: `${shown} could not be opened: ${cause}` }
}
