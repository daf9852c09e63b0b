import { Problem } from '../../domain/problem.ts'
import type { Archive } from '../office/archive.ts'
import { readXml, type XmlHandler } from '../office/xml.ts'

/** More words than any disclosure has: those of whole provinces stay below a million. */
const MOST_CHARACTERS = 20_000_000
const MOST_STRINGS = 1_000_000

/** The texts that the cells of a workbook point to. */
export async function readSharedStrings(archive: Archive, part: string | null): Promise<readonly string[]> {
  const strings: string[] = []
  if (part === null) return strings
  let characters = 0
  const text = new RichText()
  await readXml(archive, part, {
    ...text.handler,
    close: (name) => {
      text.handler.close(name)
      if (name !== 'si') return
      const string = text.take()
      characters += string.length
      if (characters > MOST_CHARACTERS || strings.length === MOST_STRINGS)
        throw new Problem('file-too-large', `${archive.file} holds more texts than any disclosure.`)
      strings.push(string)
    },
  })
  return strings
}

/** Puts together a text that may be set in several fonts; how it is pronounced is no part of it. */
export class RichText {
  #text = ''
  #phonetic = 0
  #inside = false

  readonly handler = {
    open: (name: string): void => {
      if (name === 'rPh') this.#phonetic += 1
      if (name === 't') this.#inside = this.#phonetic === 0
    },
    text: (text: string): void => {
      if (this.#inside) this.#text += text
    },
    close: (name: string): void => {
      if (name === 'rPh') this.#phonetic -= 1
      if (name === 't') this.#inside = false
    },
  } satisfies XmlHandler

  /** The text put together since the last one was taken. */
  take(): string {
    const text = unescaped(this.#text)
    this.#text = ''
    return text
  }
}

/** "_x000D_" stands for a character that XML cannot hold. */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(/_x([\dA-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}
