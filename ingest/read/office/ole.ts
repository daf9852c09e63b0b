import { Problem } from '../../domain/problem.ts'

/** First bytes of the compound files that Office wrote until 2007, and in which it wraps what is encrypted. */
const SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]

/** Streams that tell what a compound file holds, by the names in its directory. */
const KINDS: readonly { readonly stream: string; readonly name: string; readonly convertTo: string }[] = [
  { stream: 'WordDocument', name: 'an old Word file (.doc)', convertTo: 'docx' },
  { stream: 'Workbook', name: 'an old Excel file (.xls)', convertTo: 'xlsx' },
  { stream: 'Book', name: 'a very old Excel file (.xls)', convertTo: 'xlsx' },
]

/** Whether a file is a compound file of old Office. */
export function isOle(bytes: Uint8Array): boolean {
  return SIGNATURE.every((byte, at) => bytes[at] === byte)
}

/** Why a compound file is refused, and what to do about it. */
export function oleProblem(bytes: Uint8Array, file: string): Problem {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const holds = (stream: string) => content.includes(Buffer.from(`${stream}\0`, 'utf16le'))
  if (holds('EncryptedPackage') || holds('EncryptionInfo'))
    return new Problem('office-protected', `${file} asks for a password; save it without one and try again.`)
  const kind = KINDS.find(({ stream }) => holds(stream))
  const what = kind?.name ?? 'a file of an old version of Office'
  const hint = conversionHint(kind?.convertTo ?? 'docx')
  return new Problem('format-unsupported', `${file} is ${what}, which is not read. ${hint}`)
}

/** How to make a file of one that is not read. */
export function conversionHint(format: string): string {
  return `Save it as .${format}, or convert it with LibreOffice: soffice --headless --convert-to ${format} FILE`
}
