import type { Fact } from '../../ingest/domain/fact.ts'
import type { CorpusReader } from '../../ingest/index/open.ts'
import { phrase } from '../../prompts/phrases.ts'
import { isBorneOut, isFromImage } from './borne-out.ts'
import type { Figure, Language, Notice } from './contract.ts'
import type { Draft } from './draft-shape.ts'
import type { ShownFigure } from './evidence.ts'

/**
 * The draft with its figures that were read from images told as such; those that no arithmetic bears out are unconfirmed,
 * unless they are disputed anyway.
 */
export function markImages(draft: Draft, language: Language, index: CorpusReader): Draft {
  const read = draft.figures.map((figure, at): Read => readOf(figure, draft.shown[at], index))
  if (read.every((one) => one === 'text')) return draft
  const figures = draft.figures.map(
    (figure, at): Figure =>
      read[at] === 'unconfirmed' && figure.check !== 'disputed' ? { ...figure, check: 'unconfirmed' } : figure,
  )
  const notices = (['unconfirmed', 'fromImage'] as const).flatMap((kind): Notice[] => {
    const citations = [...new Set(figures.flatMap((figure, at) => (read[at] === kind ? figure.citations : [])))]
    if (citations.length === 0) return []
    const places = citations.map((id) => `[${id}]`).join(' ')
    return [{ kind: NOTICES[kind], message: phrase(language, `notice.${kind}`, { places }), citations }]
  })
  return { ...draft, figures, notices: [...draft.notices, ...notices] }
}

/** The contract has no kind of notice for images: one tells what a figure rests on, the other that nothing supports it. */
const NOTICES = { fromImage: 'coverage', unconfirmed: 'unsupported' } as const

/** How a figure came to be read: from the file's text, or from an image with or without anything that bears it out. */
type Read = 'text' | 'fromImage' | 'unconfirmed'

function readOf(figure: Figure, shown: ShownFigure | undefined, index: CorpusReader): Read {
  if (!shown || figure.citations.length === 0) return 'text'
  if (!isBorneOut(shown, index)) return 'unconfirmed'
  return factsOf(shown).every((fact) => !isFromImage(fact, index)) ? 'text' : 'fromImage'
}

function factsOf(shown: ShownFigure): readonly Fact[] {
  return shown.form === 'printed' ? shown.facts : shown.operands
}
