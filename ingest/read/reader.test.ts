import { describe, expect, it } from 'vitest'
import { pageOf } from '../domain/place.ts'
import { Problem } from '../domain/problem.ts'
import { samplePdf } from './pdf/sample-pdf.ts'
import { formatOf, readFileContent, readFileText } from './reader.ts'

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
    expect(text([...Buffer.from('预算', 'utf8')])).toEqual({ lines: ['预算'], encoding: 'utf-8', places: null })
    expect(text([0xff, 0xfe, ...Buffer.from('预算', 'utf16le')])).toEqual({
      lines: ['预算'],
      encoding: 'utf-16le',
      places: null,
    })
    expect(text([0xfe, 0xff, 0x98, 0x84, 0x7b, 0x97])).toEqual({ lines: ['预算'], encoding: 'utf-16be', places: null })
    expect(text([0xd4, 0xa4, 0xcb, 0xe3, 0x0d, 0x0a, 0x31])).toEqual({
      lines: ['预算', '1'],
      encoding: 'gb18030',
      places: null,
    })
  })

  it('refuses what is empty', () => {
    expect(codeOf(() => text([]))).toBe('file-empty')
    expect(codeOf(() => text([0xef, 0xbb, 0xbf]))).toBe('file-empty')
    expect(codeOf(() => text([0x20, 0x0a, 0x09]))).toBe('file-empty')
  })

  it.each([
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

describe('readFileContent', () => {
  const pdf = samplePdf([[{ text: '公务接待费 1.00 万元。', x: 50, y: 700 }], [{ text: '完。', x: 50, y: 700 }]])

  it('reads a PDF into lines, each with its place, whatever the name of the file', async () => {
    const read = await readFileContent(pdf, 'sample.txt')
    if (read.places === null) throw new Error('read as a text')
    expect(read).toMatchObject({ encoding: 'pdf', warnings: [] })
    expect(read.lines).toHaveLength(2)
    expect(read.places.map(pageOf)).toEqual([1, 2])
    expect(read.blocks.length).toBeGreaterThan(0)
  })

  it('tells the watcher of each page, and leaves out those it is to skip, with a warning', async () => {
    const pages: [number, number][] = []
    const read = await readFileContent(pdf, 'a.pdf', {
      onPage: (page, of) => pages.push([page, of]),
      skip: new Set([1]),
    })
    if (read.places === null) throw new Error('read as a text')
    expect(pages.at(-1)).toEqual([2, 2])
    expect(read.places.map(pageOf)).toEqual([2])
    expect(read.warnings).toHaveLength(1)
  })

  it('reads a text as a text', async () => {
    expect(await readFileContent(Buffer.from('预算'), 'sample.pdf')).toEqual({
      lines: ['预算'],
      encoding: 'utf-8',
      places: null,
    })
  })

  it('knows a PDF by its signature in the first kilobyte', () => {
    expect(formatOf(pdf)).toBe('pdf')
    expect(formatOf(Buffer.concat([Buffer.from('junk\n'), pdf]))).toBe('pdf')
    expect(formatOf(Buffer.concat([Buffer.alloc(1024, ' '), pdf]))).toBe('text')
    expect(formatOf(Buffer.from('水务局'))).toBe('text')
    expect(formatOf(new Uint8Array())).toBe('text')
  })

  it('refuses what only begins as a PDF does', async () => {
    await expect(readFileContent(Buffer.from('%PDF-1.7'), 'a.pdf')).rejects.toMatchObject({
      code: 'pdf-damaged',
      message: expect.stringContaining('a.pdf'),
    })
  })
})
