import type { Found } from '../answer/assistant.ts'
import { figureText } from '../answer/figure-text.ts'
import { fillSlots, slot } from '../answer/slots.ts'
import { strayNumbers } from '../answer/verify.ts'
import type { Piece, SlotPart } from './prose/pieces.ts'
import type { Subjects } from './prose/subjects.ts'
import type { ProvenSentence } from './prose/verify-sentence.ts'

/** A proven sentence as it stands in a draft: names and years printed, values as slots with their citations. */
export function draftSentence({ pieces }: ProvenSentence, subjects: Subjects, { plan }: Found): string {
  const words = pieces.map((piece) => draftPiece(piece, subjects)).join('')
  return `${words.trim()}${plan.language === 'zh' ? '。' : '.'}`
}

function draftPiece(piece: Piece, { figures, passages }: Subjects): string {
  if (piece.kind === 'words') return piece.text
  if (piece.of === 'passage') {
    const passage = passages.find(({ number }) => number === piece.number)
    if (!passage) return ''
    return piece.part === 'value' ? `[${passage.citation}]` : framePart(piece.part, passage)
  }
  const figure = figures.find(({ number }) => number === piece.number)
  if (!figure) return ''
  if (piece.part === 'label') return figure.label
  if (piece.part !== 'value') return framePart(piece.part, figure)
  const places = figure.figure.citations.map((id) => `[${id}]`).join('')
  return `**${slot(figure.number)}**${places}`
}

function framePart(
  part: SlotPart,
  {
    frame,
    organization,
    year,
  }: { readonly frame: string; readonly organization: string; readonly year: number | null },
): string {
  if (part === 'frame') return frame
  return part === 'organization' ? organization : String(year ?? '')
}

/** Whether the sentence as it will be printed holds a number that is no figure of the draft: the same last look as at every answer. */
export function holdsStrayNumber(sentence: string, { draft }: Found): boolean {
  const printed = fillSlots(sentence, (number) => figureText(draft.figures[number - 1]))
  return strayNumbers(printed, draft.figures, draft.quotations).length > 0
}
