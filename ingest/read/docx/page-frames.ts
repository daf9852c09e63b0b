import type { Warning } from '../../domain/document.ts'
import { said } from '../../domain/warning.ts'
import { printsFigure } from '../figures.ts'
import type { Archive } from '../office/archive.ts'
import type { Relationship } from '../office/relationships.ts'
import { readXml } from '../office/xml.ts'

const LONGEST = 1_000

/** Headers and footers stand on every page and are no part of the text: a warning where one of them prints a figure. */
export async function unreadFrames(archive: Archive, parts: readonly Relationship[]): Promise<Warning[]> {
  const warnings: Warning[] = []
  for (const { type, target } of parts) {
    if (type !== 'header' && type !== 'footer') continue
    const words = await wordsOf(archive, target)
    const told = said('pageFrame', { part: type, words: words.slice(0, 60) })
    if (printsFigure(words)) warnings.push({ ...told, line: null, page: null })
  }
  return warnings
}

async function wordsOf(archive: Archive, part: string): Promise<string> {
  let [words, inText] = ['', false]
  await readXml(archive, part, {
    open: (name) => {
      inText = name === 't'
    },
    text: (characters) => {
      if (inText && words.length < LONGEST) words += characters
    },
    close: () => {
      inText = false
    },
  })
  return words
}
