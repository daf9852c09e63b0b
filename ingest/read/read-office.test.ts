import { describe, expect, it } from 'vitest'
import { sampleArchive } from './office/sample-archive.ts'
import { readFileContent } from './reader.ts'

const types = (type: string, part: string) =>
  `<Types><Override PartName="${part}" ContentType="application/vnd.openxmlformats-officedocument.${type}.main+xml"/></Types>`

/** A compound file with a stream of this name in its directory. */
const ole = (stream: string) =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(512), Buffer.from(`${stream}\0`, 'utf16le')])

describe('a file of another kind is refused by its content, with what to do', () => {
  it.each<[string, Uint8Array, string, RegExp]>([
    [
      'an archive of other files',
      sampleArchive([{ name: 'a.txt', content: 'x' }]),
      'format-unsupported',
      /archive \(ZIP\); unpack/,
    ],
    ['an empty archive', sampleArchive([]), 'format-unsupported', /archive/],
    [
      'xlsb',
      sampleArchive([{ name: 'xl/workbook.bin', content: '' }]),
      'format-unsupported',
      /xlsb.*--convert-to xlsx/,
    ],
    [
      'pptx',
      sampleArchive([{ name: 'ppt/presentation.xml', content: '' }]),
      'format-unsupported',
      /PowerPoint.*--convert-to pdf/,
    ],
    [
      'ods',
      sampleArchive([{ name: 'content.xml', content: '' }]),
      'format-unsupported',
      /OpenDocument.*--convert-to docx or xlsx/,
    ],
    ['ofd', sampleArchive([{ name: 'OFD.xml', content: '' }]), 'format-unsupported', /OFD.*PDF/],
    [
      'a main part that is missing',
      sampleArchive([
        { name: '[Content_Types].xml', content: types('wordprocessingml.document', '/word/document.xml') },
      ]),
      'format-unsupported',
      /archive/,
    ],
    ['doc', ole('WordDocument'), 'format-unsupported', /old Word file.*--convert-to docx/],
    ['xls', ole('Workbook'), 'format-unsupported', /old Excel file.*--convert-to xlsx/],
    ['a compound file', ole('Other'), 'format-unsupported', /old version of Office/],
    ['an encrypted file', ole('EncryptedPackage'), 'office-protected', /password/],
    ['an archive cut off', Buffer.from('PK\x03\x04水'), 'office-damaged', /damaged or cut off/],
  ])('%s', async (_, bytes, code, message) => {
    await expect(readFileContent(bytes, 'sample')).rejects.toMatchObject({
      code,
      message: expect.stringMatching(message),
    })
    await expect(readFileContent(bytes, 'sample')).rejects.toThrow('sample')
  })
})
