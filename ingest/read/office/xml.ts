import { TextDecoder } from 'node:util'
import { SaxesParser } from 'saxes'
import { Problem } from '../../domain/problem.ts'
import { type Archive, damaged } from './archive.ts'

/** An attribute of an element by its local name; undefined where there is none. */
export type Attribute = (name: string) => string | undefined

/** Who is told what an XML part says, in order. Names are without their prefixes. */
export interface XmlHandler {
  readonly open: (name: string, attribute: Attribute) => void
  /** Characters between two tags; may come in several pieces. */
  readonly text?: (text: string) => void
  readonly close?: (name: string) => void
}

/** No document nests its elements deeper. */
const DEEPEST = 256
/** No word, attribute or comment of a document goes on for so many characters. */
const LONGEST = 4_000_000

/**
 * Reads an XML part of an Office file as it is unpacked, without ever holding all of it; a part that is not there says
 * nothing. Entities other than XML's own are not known, so that none can be expanded. Throws Problem "office-damaged" where
 * the part is no XML, declares a document type, or is nested or drawn out beyond any document.
 */
export async function readXml(archive: Archive, part: string, handler: XmlHandler): Promise<void> {
  if (!archive.has(part)) return
  const fault = (reason: string, cause?: unknown) => damaged(archive.file, `its part ${part} ${reason}`, cause)
  const reader = new XmlReader(handler, fault)
  try {
    let decoder: TextDecoder | null = null
    for await (const chunk of archive.chunks(part)) {
      decoder ??= new TextDecoder(encodingOf(chunk), { fatal: true })
      reader.write(decoder.decode(chunk, { stream: true }))
    }
    if (decoder) reader.write(decoder.decode())
    reader.end()
  } catch (error) {
    if (error instanceof Problem) throw error
    throw fault('is no XML', error)
  }
}

/** By byte order mark; XML without one is UTF-8. */
function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
}

class XmlReader {
  readonly #parser: SaxesParser
  readonly #fault: (reason: string) => Problem
  #depth = 0
  /** Characters read since anything was told. */
  #unheard = 0

  constructor(handler: XmlHandler, fault: (reason: string) => Problem) {
    this.#fault = fault
    this.#parser = new SaxesParser({ position: false })
    this.#parser.on('error', (error) => {
      throw error
    })
    this.#parser.on('doctype', () => {
      throw fault('declares a document type, which no Office file does')
    })
    this.#parser.on('opentag', ({ name, attributes }) => {
      this.#unheard = 0
      this.#depth += 1
      if (this.#depth > DEEPEST) throw fault('is nested too deep')
      handler.open(localName(name), (wanted) => attributes[wanted] ?? prefixed(attributes, wanted))
    })
    this.#parser.on('closetag', ({ name }) => {
      this.#unheard = 0
      this.#depth -= 1
      handler.close?.(localName(name))
    })
    const text = (characters: string) => {
      this.#unheard = 0
      handler.text?.(characters)
    }
    this.#parser.on('text', text)
    this.#parser.on('cdata', text)
  }

  write(text: string): void {
    this.#unheard += text.length
    this.#parser.write(text)
    if (this.#unheard > LONGEST) throw this.#fault(`goes on for ${LONGEST} characters without a tag`)
  }

  end(): void {
    this.#parser.close()
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

function prefixed(attributes: Readonly<Record<string, string>>, wanted: string): string | undefined {
  for (const name in attributes) if (localName(name) === wanted) return attributes[name]
  return undefined
}

/** A truth value as OOXML writes it. */
export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true' || value === 'on'
}
