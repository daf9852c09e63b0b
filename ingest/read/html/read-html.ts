import type { Warning } from '../../domain/document.ts'
import { Problem } from '../../domain/problem.ts'
import { said } from '../../domain/warning.ts'
import { fewWarnings } from '../few-warnings.ts'
import { type SeenPicture, writeFlow } from '../flow/flow-blocks.ts'
import type { Transcript } from '../transcript.ts'
import { decodeHtml } from './decode-html.ts'
import { PageReader } from './page-reader.ts'
import { parseHtml } from './tree.ts'

/** A page with the pictures that stand in it. */
export interface HtmlTranscript extends Transcript {
  readonly encoding: string
  readonly pictures: readonly SeenPicture[]
}

/**
 * Reads a page of the web, or a part of one, as people see it: nothing is fetched and no script runs. Lines are cited by
 * those of the file. Throws Problem "file-empty", "encoding-unknown" or "file-too-large".
 */
export function readHtml(bytes: Uint8Array, file: string): HtmlTranscript {
  const { text, encoding } = decodeHtml(bytes, file)
  const nodes = parseHtml(text, file)
  const reader = new PageReader(nodes, file)
  const written = writeFlow(reader.read(), file)
  const warnings = [...reader.hidden, ...fewWarnings(written.pictures.map(pictureWarning))]
  if (written.lines.length === 0) throw new Problem('file-empty', `${file} shows no text.`)
  return { ...written, warnings, encoding }
}

function pictureWarning({ name, place }: SeenPicture): Warning {
  const line = place.kind === 'line' ? place.line : null
  return {
    ...said('picture', { name }),
    line,
    page: null,
  }
}
