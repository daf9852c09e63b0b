import { parse } from 'csv-parse/sync'

/** A field of separated values that says something. */
export interface CsvField {
  readonly text: string
  /** 1-based: of the record it stands in. */
  readonly column: number
  /** 1-based, of the file: where it begins. */
  readonly line: number
}

/** A line of separated values, or several where a quoted field goes over lines. */
export interface CsvRecord {
  /** How many fields it has, blank ones too. */
  readonly width: number
  readonly fields: readonly CsvField[]
}

/** What parts the fields. */
export type Separator = ',' | ';' | '\t'

const LINE_END = /\r\n|\n|\r/g

/** A text as records (RFC 4180), blank lines too; null where a quote is left open or stands inside a word. */
export function csvRecords(text: string, separator: Separator): CsvRecord[] | null {
  try {
    const options = { record_delimiter: ['\r\n', '\n', '\r'], bom: true, relax_column_count: true }
    const records = parse(text, { ...options, delimiter: separator })
    let line = 1
    return records.map((record) => {
      const fields = fieldsOf(record, line)
      // A record ends with its line; those within its fields are counted here, for the parser counts them otherwise.
      line += 1 + record.reduce((sum, printed) => sum + lineEnds(printed), 0)
      return { width: record.length, fields }
    })
  } catch {
    return null
  }
}

function fieldsOf(record: readonly string[], begin: number): CsvField[] {
  let line = begin
  return record.flatMap((printed, index) => {
    const at = line
    line += lineEnds(printed)
    const text = printed
      .replace(LINE_END, '\n')
      .replace(/[\u00a0\u3000\t]/g, ' ')
      .trim()
    return text === '' ? [] : [{ text, column: index + 1, line: at }]
  })
}

function lineEnds(printed: string): number {
  return /[\r\n]/.test(printed) ? (printed.match(LINE_END)?.length ?? 0) : 0
}
