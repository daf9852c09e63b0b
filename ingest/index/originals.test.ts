import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { dropOriginals, keepOriginal, originalOf } from './originals.ts'
import { temporaryFolder } from './temporary-folder.ts'

describe('originals', () => {
  it('are kept as they are, found by their hash, and dropped', async () => {
    const folder = temporaryFolder()
    expect(await originalOf(folder, 'ab')).toBeNull()
    await keepOriginal(folder, 'ab', Buffer.from('%PDF-'))
    await keepOriginal(folder, 'ab', Buffer.from('%PDF-'))
    const path = await originalOf(folder, 'ab')
    expect(path && (await readFile(path, 'utf8'))).toBe('%PDF-')
    expect(await readdir(join(folder, 'originals'))).toEqual(['ab'])
    await dropOriginals(folder, ['ab', 'cd'])
    expect(await originalOf(folder, 'ab')).toBeNull()
  })
})
