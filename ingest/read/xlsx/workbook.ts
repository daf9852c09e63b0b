import { Problem } from '../../domain/problem.ts'
import type { Archive } from '../office/archive.ts'
import { readRelationships } from '../office/relationships.ts'
import { isTrue, readXml } from '../office/xml.ts'

/** A sheet as its workbook lists it. */
export interface ListedSheet {
  readonly name: string
  /** Name of its part; null where there is none. */
  readonly part: string | null
  /** Hidden from those who open the workbook. */
  readonly hidden: boolean
}

/** What a workbook says of itself. */
export interface Workbook {
  /** In the order of their tabs. */
  readonly sheets: readonly ListedSheet[]
  /** Whether its days are counted from 1904. */
  readonly from1904: boolean
  readonly sharedStrings: string | null
  readonly styles: string | null
}

/** More than anyone makes. */
const MOST_SHEETS = 2_000

/** Reads the main part of a workbook and what it points to. */
export async function readWorkbook(archive: Archive, main: string): Promise<Workbook> {
  const parts = await readRelationships(archive, main)
  const sheets: ListedSheet[] = []
  let from1904 = false
  await readXml(archive, main, {
    open: (name, attribute) => {
      if (name === 'workbookPr') from1904 = isTrue(attribute('date1904'))
      if (name !== 'sheet') return
      if (sheets.length === MOST_SHEETS)
        throw new Problem('file-too-large', `${archive.file} has more than ${MOST_SHEETS} sheets.`)
      const part = parts.find(({ id }) => id === attribute('id'))
      sheets.push({
        name: attribute('name') ?? '',
        part: part && part.type === 'worksheet' ? part.target : null,
        hidden: (attribute('state') ?? 'visible') !== 'visible',
      })
    },
  })
  const partOf = (type: string) => parts.find((part) => part.type === type)?.target ?? null
  return { sheets, from1904, sharedStrings: partOf('sharedStrings'), styles: partOf('styles') }
}
