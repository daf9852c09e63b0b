import { crc32, inflateRawSync } from 'node:zlib'
import { expect } from 'vitest'

/** For tests: the parts of an archive by name, as its local headers tell them; each is held against its check sum. */
export function partsOf(file: Buffer): ReadonlyMap<string, string> {
  const parts = new Map<string, string>()
  let at = 0
  while (file.readUInt32LE(at) === 0x04034b50) {
    const [size, nameLength] = [file.readUInt32LE(at + 18), file.readUInt16LE(at + 26)]
    const start = at + 30 + nameLength
    const packed = file.subarray(start, start + size)
    const content = file.readUInt16LE(at + 8) === 0 ? packed : inflateRawSync(packed)
    expect(crc32(content)).toBe(file.readUInt32LE(at + 14))
    parts.set(file.subarray(at + 30, start).toString(), content.toString())
    at = start + size
  }
  return parts
}
