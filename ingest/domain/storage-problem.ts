import { Problem } from './problem.ts'

/** What the codes of the operating system and of SQLite say in words. */
const REASONS: readonly (readonly [RegExp, string])[] = [
  [/^(?:ENOSPC|EDQUOT|EFBIG|SQLITE_FULL)/, 'the disk is full, or a limit on its use is reached'],
  [/^(?:EROFS|EACCES|EPERM|SQLITE_READONLY|SQLITE_CANTOPEN|SQLITE_PERM)/, 'it may not be written to'],
  [/^(?:ENOTDIR|EEXIST|EISDIR)/, 'it is no folder, or holds a folder where a file belongs'],
  [/^(?:EIO|SQLITE_IOERR)/, 'the disk reports an error'],
]

/** An error of writing to the data folder as Problem "folder-unwritable"; any other error as it is. */
export function storageProblem(error: unknown, folder: string): unknown {
  if (error instanceof Problem || !(error instanceof Error) || !('code' in error)) return error
  const code = String(error.code)
  const reason = REASONS.find(([pattern]) => pattern.test(code))?.[1]
  if (reason === undefined) return error
  const sentence = `${folder} cannot be written to: ${reason} (${code}). What was served before is as it was.`
  return new Problem('folder-unwritable', sentence, { cause: error })
}
