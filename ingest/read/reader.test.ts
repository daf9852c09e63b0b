import { describe, expect, it } from 'vitest'
import { Problem } from '../domain/problem.ts'
import { readFileText } from './reader.ts'

const text = (bytes: readonly number[]) => readFileText(Uint8Array.from(bytes), 'sample')

function codeOf(read: () => unknown): string {
  try {
    read()
  } catch (error) {
    if (error instanceof Problem) return error.code
    throw error
  }
  return 'read'
}

describe('readFileText', () => {
  it('decodes UTF-8, UTF-16 with a mark and GB18030, and says which', () => {
    expect(text([...Buffer.from('预算', 'utf8')])).toEqual({ lines: ['预算'], encoding: 'utf-8' })
    expect(text([0xff, 0xfe, ...Buffer.from('预算', 'utf16le')])).toEqual({ lines: ['预算'], encoding: 'utf-16le' })
    expect(text([0xfe, 0xff, 0x98, 0x84, 0x7b, 0x97])).toEqual({ lines: ['预算'], encoding: 'utf-16be' })
    expect(text([0xd4, 0xa4, 0xcb, 0xe3, 0x0d, 0x0a, 0x31])).toEqual({ lines: ['预算', '1'], encoding: 'gb18030' })
  })

  it('refuses what is empty', () => {
    expect(codeOf(() => text([]))).toBe('file-empty')
    expect(codeOf(() => text([0xef, 0xbb, 0xbf]))).toBe('file-empty')
    expect(codeOf(() => text([0x20, 0x0a, 0x09]))).toBe('file-empty')
  })

  it.each([
    ['a PDF', [...Buffer.from('%PDF-1.7')]],
    ['a Word, Excel or ZIP file', [0x50, 0x4b, 0x03, 0x04]],
    ['an old Office file', [0xd0, 0xcf, 0x11, 0xe0]],
    ['a PNG picture', [0x89, 0x50, 0x4e, 0x47]],
    ['a JPEG picture', [0xff, 0xd8, 0xff, 0xe0]],
    ['a gzip archive', [0x1f, 0x8b, 0x08]],
  ])('refuses %s by its first bytes, and names it', (name, bytes) => {
    expect(codeOf(() => text(bytes))).toBe('format-unsupported')
    expect(() => text(bytes)).toThrow(name)
  })

  it('refuses bytes that are no text', () => {
    expect(codeOf(() => text([0x41, 0x00, 0x42]))).toBe('format-unsupported')
    expect(codeOf(() => text([0xff, 0x01, 0x02, 0x80, 0xff]))).toBe('encoding-unknown')
    expect(codeOf(() => text([...Buffer.from('a\u0001\u0002\u0003b')]))).toBe('encoding-unknown')
    expect(codeOf(() => text([0xff, 0xfe, 0x00]))).toBe('encoding-unknown')
  })
})
