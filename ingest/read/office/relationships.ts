import { posix } from 'node:path'
import type { Archive } from './archive.ts'
import { readXml } from './xml.ts'

/** What a part points to. */
export interface Relationship {
  readonly id: string
  /** The last word of its type: "worksheet", "drawing". */
  readonly type: string
  /** Name of the part. */
  readonly target: string
}

/** What a part of the archive points to within it. */
export async function readRelationships(archive: Archive, part: string): Promise<readonly Relationship[]> {
  const found: Relationship[] = []
  const folder = posix.dirname(part)
  await readXml(archive, posix.join(folder, '_rels', `${posix.basename(part)}.rels`), {
    open: (name, attribute) => {
      const target = attribute('Target')
      if (name !== 'Relationship' || target === undefined || attribute('TargetMode') === 'External') return
      const type = attribute('Type')?.split('/').at(-1) ?? ''
      found.push({ id: attribute('Id') ?? '', type, target: posix.resolve('/', folder, target).slice(1) })
    },
  })
  return found
}
