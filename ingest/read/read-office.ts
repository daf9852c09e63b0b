import { readDocx } from './docx/read-docx.ts'
import { Archive } from './office/archive.ts'
import { type OfficeFormat, officeFormat } from './office/office-format.ts'
import type { Transcript } from './transcript.ts'
import { readXlsx } from './xlsx/read-xlsx.ts'

/** An Office file, written down line by line, with its format. */
export interface OfficeFile extends Transcript {
  readonly encoding: OfficeFormat['kind']
}

/** Reads a Word or Excel file. Throws the Problems of its archive and its reader, "format-unsupported" for any other archive. */
export async function readOffice(bytes: Uint8Array, file: string): Promise<OfficeFile> {
  const archive = await Archive.open(bytes, file)
  const { kind, main } = await officeFormat(archive)
  const transcript = kind === 'docx' ? await readDocx(archive, main) : await readXlsx(archive, main)
  return { ...transcript, encoding: kind }
}
