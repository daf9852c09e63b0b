import { crc32, deflateRawSync } from 'node:zlib'

/** A part of an archive to be made; its directory may say other things than its bytes. */
export interface SamplePart {
  readonly name: string
  readonly content: string | Uint8Array
  /** As the directory says, where it does not tell the truth. */
  readonly size?: number
  readonly flags?: number
  readonly stored?: boolean
}

/** For tests: a ZIP archive of these parts. */
export function sampleArchive(parts: readonly SamplePart[]): Buffer {
  const locals: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const part of parts) {
    const { local, entry } = packed(part, offset)
    locals.push(local)
    central.push(entry)
    offset += local.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, directory, end])
}

function packed({ name, content, size, flags = 0, stored = false }: SamplePart, offset: number) {
  const bytes = Buffer.from(content)
  const data = stored ? bytes : deflateRawSync(bytes)
  const path = Buffer.from(name)
  // What both headers say: flags, method, time, date, check sum, sizes, length of the name.
  const said = Buffer.alloc(22)
  said.writeUInt16LE(flags | 0x800, 0)
  said.writeUInt16LE(stored ? 0 : 8, 2)
  said.writeUInt32LE(crc32(bytes), 8)
  said.writeUInt32LE(data.length, 12)
  said.writeUInt32LE(size ?? bytes.length, 16)
  said.writeUInt16LE(path.length, 20)
  const version = Buffer.from([20, 0])
  const local = Buffer.concat([Buffer.from('PK\x03\x04'), version, said, Buffer.alloc(2), path, data])
  const rest = Buffer.alloc(16)
  rest.writeUInt32LE(offset, 12)
  const entry = Buffer.concat([Buffer.from('PK\x01\x02'), version, version, said, rest, path])
  return { local, entry }
}
