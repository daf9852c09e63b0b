import { posix } from 'node:path'
import type { Warning } from '../../domain/document.ts'
import { Problem } from '../../domain/problem.ts'
import { said } from '../../domain/warning.ts'
import { fewWarnings } from '../few-warnings.ts'
import type { Flow, PictureData } from '../flow/flow.ts'
import { type SeenPicture, writeFlow } from '../flow/flow-blocks.ts'
import type { Archive } from '../office/archive.ts'
import { type Relationship, readRelationships } from '../office/relationships.ts'
import { readXml } from '../office/xml.ts'
import type { Transcript } from '../transcript.ts'
import { BodyReader, type Surroundings } from './body-reader.ts'
import type { ReferredPart } from './drawing-reader.ts'
import { ListCounter } from './list-counter.ts'
import { readNumbering } from './numbering.ts'
import { unreadFrames } from './page-frames.ts'
import { Styles } from './styles.ts'

/** A Word file with the pictures that stand in it. */
export interface DocxTranscript extends Transcript {
  readonly pictures: readonly SeenPicture[]
}

/**
 * Reads a Word file as people see it, without what was taken back or hidden, and with the numbers that its lists are given
 * when it is shown. `main` is the name of its body. Throws Problem "office-damaged", "file-too-large", "office-pictures-only" or "file-empty".
 */
export async function readDocx(archive: Archive, main: string): Promise<DocxTranscript> {
  const parts = await readRelationships(archive, main)
  const partOf = (type: string) => parts.find((part) => part.type === type)?.target ?? null
  const around: Surroundings = {
    file: archive.file,
    styles: await Styles.read(archive, partOf('styles')),
    lists: new ListCounter(await readNumbering(archive, partOf('numbering'))),
    notes: new Map(),
    partOf: (id) => referredPart(archive, parts, id),
  }
  const notes = [
    ...(await readNotes(archive, partOf('footnotes'), around)),
    ...(await readNotes(archive, partOf('endnotes'), around)),
  ]
  const reader = new BodyReader({ ...around, notes: new Map(notes) })
  await readXml(archive, main, reader)
  const written = writeFlow(reader.end(), archive.file)
  if (written.lines.length === 0) throw withoutText(archive.file, written.pictures.length > 0)
  const frames = await unreadFrames(archive, parts)
  return { ...written, warnings: [...told(reader.warnings), ...told(written.pictures.map(pictureWarning)), ...frames] }
}

function withoutText(file: string, pictured: boolean): Problem {
  return pictured
    ? new Problem('office-pictures-only', `${file} holds pictures only: none of its paragraphs has text.`)
    : new Problem('file-empty', `${file} has no text in it.`)
}

async function readNotes(
  archive: Archive,
  part: string | null,
  around: Surroundings,
): Promise<ReadonlyMap<string, readonly Flow[]>> {
  const reader = new BodyReader({ ...around, partOf: () => null })
  if (part !== null) await readXml(archive, part, reader)
  return reader.notes
}

function referredPart(archive: Archive, parts: readonly Relationship[], id: string): ReferredPart | null {
  const target = parts.find((part) => part.id === id)?.target
  if (target === undefined || !archive.has(target)) return null
  return { name: posix.basename(target), load: () => picture(archive, target) }
}

async function picture(archive: Archive, part: string): Promise<PictureData> {
  const extension = posix.extname(part).slice(1).toLowerCase()
  return { mediaType: `image/${extension === 'jpg' ? 'jpeg' : extension}`, bytes: await archive.read(part) }
}

/** Warnings of each kind, where there are many only the first of them. */
function told(warnings: readonly Warning[]): Warning[] {
  const codes = new Set(warnings.map(({ code }) => code))
  return [...codes].flatMap((code) => fewWarnings(warnings.filter((warning) => warning.code === code)))
}

function pictureWarning({ name, place }: SeenPicture): Warning {
  const warning = { ...said('picture', { name }), line: null, page: null }
  return place.kind === 'paragraph' ? { ...warning, paragraph: place.paragraph } : warning
}
