import { open } from 'node:fs/promises'
import { crc32 } from 'node:zlib'

const BYTES_AT_ONCE = 4 * 1024 * 1024

/** CRC-32 of a file, which any flipped bit changes: a gigabyte takes a second, and other work has its turn meanwhile. */
export async function checksumOf(path: string): Promise<number> {
  const file = await open(path)
  try {
    const buffer = Buffer.allocUnsafe(BYTES_AT_ONCE)
    let sum = 0
    for (;;) {
      const { bytesRead } = await file.read(buffer)
      if (bytesRead === 0) return sum
      sum = crc32(buffer.subarray(0, bytesRead), sum)
    }
  } finally {
    await file.close()
  }
}

/** CRC-32 of a text in UTF-8. */
export function checksumOfText(text: string): number {
  return crc32(text)
}
