import { Problem } from '../../domain/problem.ts'
import { type CsvRecord, csvRecords, type Separator } from './records.ts'

const SEPARATORS: readonly Separator[] = [',', ';', '\t']
/** Of the records that say something, so many at least have all fields of the table. */
const WHOLE_ROWS = 0.6
const LEAST_RECORDS = 3
const MOST_COLUMNS = 1_000
/** As of other texts. */
const MOST_FIELDS = 500_000

/**
 * The records of a text that is a file of separated values, and nothing else: every line has the fields of the widest one,
 * or no separator at all, and most have. Null for other texts. A disclosure in prose has lines with commas and lines
 * without, in any number; one whose cells stand on lines of their own has figures with thousands separators: neither is
 * taken for one. Rows parted by tabs are read as a text is, unless there are quotes to be taken off. Throws Problem
 * "file-too-large" where there are more fields than any disclosure has.
 */
export function separatedValues(text: string, file: string): readonly CsvRecord[] | null {
  for (const separator of SEPARATORS) {
    if (!mayBe(text, separator)) continue
    const fields = text.split(separator).length
    if (fields > MOST_FIELDS)
      throw new Problem('file-too-large', `${file} holds ${fields} fields; the limit is ${MOST_FIELDS}.`)
    const records = csvRecords(text, separator)
    if (records && isTable(records)) return records
  }
  return null
}

const LONE_FIGURE = /^\s*-?\d{1,3}(?:,\d{3})+(?:\.\d+)?\s*$/m
const QUOTED = /(?:^|\t)"/m
const LINES_LOOKED_AT = 40

/** A cheap look, lest every text be parsed. */
function mayBe(text: string, separator: Separator): boolean {
  if (separator === ',' && LONE_FIGURE.test(text)) return false
  if (separator === '\t' && !QUOTED.test(text)) return false
  const lines = text.split(/\r\n|\n|\r/, LINES_LOOKED_AT).filter((line) => line.trim() !== '')
  const parted = lines.filter((line) => line.includes(separator) || line.includes('"'))
  return parted.length * 2 >= lines.length
}

function isTable(records: readonly CsvRecord[]): boolean {
  const said = records.filter(({ fields }) => fields.length > 0)
  const width = said.reduce((widest, record) => Math.max(widest, record.width), 0)
  const whole = said.filter((record) => record.width === width)
  if (said.length < LEAST_RECORDS || width < 2 || width > MOST_COLUMNS) return false
  // Two fields may be chance: then no line may do without.
  const least = width === 2 ? said.length : Math.max(2, said.length * WHOLE_ROWS)
  return whole.length >= least && said.every((record) => record.width === width || record.width === 1)
}
