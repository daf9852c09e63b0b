import type { Citation } from '../answer/contract.ts'
import { placeWords } from '../answer/place-words.ts'
import { inert, link } from './mrkdwn.ts'

/** Longer quotations are cut: the source viewer shows the whole of them. */
const MOST_QUOTED = 120

/** A citation in a line: the document and table, as a link where people can reach the server, the place, and what stands there. */
export function sourceLine(citation: Citation, publicUrl: string | null): string {
  const { id, document, table, row, column, quote, href } = citation
  const title = [document, [table?.number, table?.title].filter(Boolean).join(' ')].filter(Boolean).join(' · ')
  const cell = [row?.join(' / '), column?.join(' / ')].filter(Boolean).join(' → ')
  const letters = [...quote]
  const quoted = letters.length > MOST_QUOTED ? `${letters.slice(0, MOST_QUOTED).join('')}…` : quote
  const place = [placeWords(citation), cell].filter(Boolean).join(', ')
  return `[${id}] ${link(publicUrl === null ? null : `${publicUrl}${href}`, title)} (${inert(place)}) “${inert(quoted)}”`
}
