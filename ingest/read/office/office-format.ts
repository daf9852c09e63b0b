import { Problem } from '../../domain/problem.ts'
import type { Archive } from './archive.ts'
import { conversionHint } from './ole.ts'
import { readXml } from './xml.ts'

/** A Word or Excel file by its content, with the name of its main part. */
export interface OfficeFormat {
  readonly kind: 'docx' | 'xlsx'
  readonly main: string
}

/** Content types of main parts; templates and files with macros hold the same. */
const MAIN_PARTS: readonly { readonly pattern: RegExp; readonly kind: OfficeFormat['kind'] }[] = [
  { pattern: /wordprocessingml\.(?:document|template)\.main\+xml$|ms-word\..*\.main\+xml$/i, kind: 'docx' },
  { pattern: /spreadsheetml\.(?:sheet|template)\.main\+xml$|ms-excel\..*\.main\+xml$/i, kind: 'xlsx' },
]

/** Other archives, by what is in them. */
const OTHERS: readonly { readonly part: RegExp; readonly name: string; readonly convertTo: string | null }[] = [
  { part: /^xl\/workbook\.bin$/i, name: 'a binary Excel file (.xlsb)', convertTo: 'xlsx' },
  { part: /^ppt\//i, name: 'a PowerPoint file', convertTo: 'pdf' },
  { part: /^ofd\.xml$/i, name: 'an OFD file; save it as PDF', convertTo: null },
  { part: /^content\.xml$/i, name: 'an OpenDocument file', convertTo: 'docx or xlsx' },
]

/** Tells whether an archive is a Word or an Excel file. Throws Problem "format-unsupported" where it is neither, and names it. */
export async function officeFormat(archive: Archive): Promise<OfficeFormat> {
  const found: OfficeFormat[] = []
  await readXml(archive, '[Content_Types].xml', {
    open: (name, attribute) => {
      if (name !== 'Override') return
      const [type, main = ''] = [attribute('ContentType') ?? '', attribute('PartName')]
      const part = MAIN_PARTS.find(({ pattern }) => pattern.test(type))
      if (part && archive.has(main)) found.push({ kind: part.kind, main: main.replace(/^\//, '') })
    },
  })
  const [first] = found
  if (first) return first
  const other = OTHERS.find(({ part }) => archive.names.some((name) => part.test(name)))
  const name = other?.name ?? 'an archive (ZIP); unpack it, and give the documents in it'
  const hint = other?.convertTo ? ` ${conversionHint(other.convertTo)}` : ''
  throw new Problem('format-unsupported', `${archive.file} is ${name}.${hint}`)
}
