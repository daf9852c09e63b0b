import { Archive } from '../../office/archive.ts'
import { type DocxTranscript, readDocx } from '../read-docx.ts'
import { paragraph, row, run, type SampleDocx, sampleDocx, table } from './sample-docx.ts'

/** For tests: reads a Word file as it is. */
export async function readDocxBytes(bytes: Uint8Array): Promise<DocxTranscript> {
  return readDocx(await Archive.open(bytes, 'sample.docx'), 'word/document.xml')
}

/** For tests: reads a Word file in its own words. */
export function readSample(sample: SampleDocx): Promise<DocxTranscript> {
  return readDocxBytes(sampleDocx(sample))
}

/** For tests: lines of a text as a Word file would have them: rows of tabs and pipes as tables, marks as styles. */
export function docxOfLines(lines: readonly string[]): Uint8Array {
  let body = ''
  let rows: string[] = []
  let runs: string[] = []
  const close = () => {
    if (rows.length > 0) body += table(rows)
    if (runs.length > 0) body += paragraph(runs.join('<w:r><w:br/></w:r>'))
    rows = []
    runs = []
  }
  for (const line of lines) {
    const inside = /^\|(.*)\|$/.exec(line)?.[1]?.split('|') ?? (line.includes('\t') ? line.split('\t') : null)
    if (inside === null ? rows.length > 0 : runs.length > 0) close()
    if (inside) {
      const cells = inside.map((cell) => cell.trim())
      if (cells.some((cell) => !/^:?-+:?$/.test(cell))) rows.push(row(cells))
    } else if (line.trim() === '') close()
    else if (/^#+ /.test(line)) {
      close()
      body += paragraph(line.replace(/^#+ /, ''), '<w:outlineLvl w:val="1"/>')
    } else
      runs.push(run(line.replace(/^\*\*(.*)\*\*$|^<b>(.*)<\/b>$/, '$1$2'), /^(?:\*\*|<b>)/.test(line) ? '<w:b/>' : ''))
  }
  close()
  return sampleDocx({ body })
}
