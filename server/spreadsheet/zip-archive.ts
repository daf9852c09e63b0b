/** A file of an archive, packed or as it is. */
export interface ArchiveMember {
  readonly path: string
  /** As they stand in the archive. */
  readonly packed: Uint8Array
  /** "deflated" is raw DEFLATE (RFC 1951), without a header. */
  readonly method: 'stored' | 'deflated'
  /** Of the file unpacked, in bytes. */
  readonly size: number
  /** CRC-32 (ISO 3309) of the file unpacked. */
  readonly crc32: number
}

const LOCAL = 0x04034b50
const ENTRY = 0x02014b50
const END = 0x06054b50
const VERSION = 20
const UTF8_NAMES = 0x800
const METHODS = { stored: 0, deflated: 8 } as const
/** The first of January 1980, the day that archives begin with: the same content is the same file. */
const DAY_ONE = 33

/** A ZIP archive (APPNOTE.TXT of PKWARE, without ZIP64: below 4 GB and 65,536 files); runs on the server and in browsers. */
export function zipArchive(members: readonly ArchiveMember[]): Uint8Array<ArrayBuffer> {
  const files: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let offset = 0
  for (const { path, packed, method, size, crc32 } of members) {
    const name = new TextEncoder().encode(path)
    const said = numbers(
      [2, VERSION],
      [2, UTF8_NAMES],
      [2, METHODS[method]],
      [2, 0],
      [2, DAY_ONE],
      [4, crc32],
      [4, packed.length],
      [4, size],
      [2, name.length],
      [2, 0],
    )
    const local = joined([numbers([4, LOCAL]), said, name, packed])
    directory.push(numbers([4, ENTRY], [2, VERSION]), said, numbers([2, 0], [2, 0], [2, 0], [4, 0], [4, offset]), name)
    files.push(local)
    offset += local.length
  }
  const length = directory.reduce((sum, part) => sum + part.length, 0)
  const count = members.length
  const end = numbers([4, END], [2, 0], [2, 0], [2, count], [2, count], [4, length], [4, offset], [2, 0])
  return joined([...files, ...directory, end])
}

/** Numbers of so many bytes each, the lowest byte first. */
function numbers(...values: readonly (readonly [bytes: 2 | 4, value: number])[]): Uint8Array {
  return joined(
    values.map(([bytes, value]) => {
      const view = new DataView(new ArrayBuffer(bytes))
      if (bytes === 2) view.setUint16(0, value, true)
      else view.setUint32(0, value, true)
      return new Uint8Array(view.buffer)
    }),
  )
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
