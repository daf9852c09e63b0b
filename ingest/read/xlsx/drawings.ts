import type { Archive } from '../office/archive.ts'
import { readRelationships } from '../office/relationships.ts'
import { readXml } from '../office/xml.ts'

/** What lies over the cells of a sheet. */
export interface Drawn {
  readonly pictures: number
  /** What text boxes and shapes say. */
  readonly texts: readonly string[]
}

/** What the drawings of a sheet hold; `ids` are those that the sheet names them by. */
export async function readDrawings(archive: Archive, sheet: string, ids: readonly string[]): Promise<Drawn> {
  let pictures = 0
  const texts: string[] = []
  if (ids.length === 0) return { pictures, texts }
  const parts = (await readRelationships(archive, sheet)).filter(({ id }) => ids.includes(id))
  for (const { type, target } of parts) {
    if (type === 'image') pictures += 1
    let inText = false
    let text = ''
    if (type === 'drawing')
      await readXml(archive, target, {
        open: (name) => {
          if (name === 'pic') pictures += 1
          if (name === 't') inText = true
        },
        text: (characters) => {
          if (inText && text.length < LONGEST) text += characters
        },
        close: (name) => {
          if (name === 't') inText = false
          if (name !== 'txBody') return
          if (text.trim() !== '' && texts.length < MOST_TEXTS) texts.push(text.trim())
          text = ''
        },
      })
  }
  return { pictures, texts }
}

/** What a warning can tell of a text box, and of how many. */
const LONGEST = 200
const MOST_TEXTS = 20
