import type { Archive } from '../office/archive.ts'
import { readXml } from '../office/xml.ts'
import { builtInFormat } from './number-text.ts'

/** The pattern that numbers are printed by in a cell of a style. */
export type PatternOf = (style: string | undefined) => string

/** Excel has room for fewer. */
const MOST_STYLES = 100_000

/** Reads the number formats of a workbook's styles; a style that it does not have prints numbers plainly. */
export async function readStyles(archive: Archive, part: string | null): Promise<PatternOf> {
  const own = new Map<number, string>()
  const styles: number[] = []
  /** Where formats and styles of cells are listed; other lists hold elements of the same names. */
  let list = ''
  if (part !== null)
    await readXml(archive, part, {
      open: (name, attribute) => {
        if (name === 'cellXfs' || name === 'numFmts') list = name
        const id = Number(attribute('numFmtId') ?? '0')
        if (name === 'numFmt' && list === 'numFmts') own.set(id, attribute('formatCode') ?? '')
        if (name === 'xf' && list === 'cellXfs' && styles.length < MOST_STYLES) styles.push(id)
      },
      close: (name) => {
        if (name === list) list = ''
      },
    })
  return (style) => {
    const id = styles[Number(style ?? '0')] ?? 0
    return own.get(id) || builtInFormat(id)
  }
}
