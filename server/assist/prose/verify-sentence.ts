import { leavesValuesAlone, repeatsValue } from './beside-values.ts'
import { type Piece, piecesOf, type SlotPiece } from './pieces.ts'
import { keepsTurns } from './quoted.ts'
import { type Refusal, readSentence, type Saying } from './reading.ts'
import type { ProseFigure, ProsePassage, Subjects } from './subjects.ts'
import type { Vocabulary } from './vocabulary.ts'

/** A sentence in which all that is said is so. */
export interface ProvenSentence {
  readonly pieces: readonly Piece[]
  /** The figures whose values it shows. */
  readonly values: readonly ProseFigure[]
  /** Whose, which year and which basis it tells. */
  readonly told: ReadonlySet<FrameAttribute>
}

const FRAME = ['organization', 'year', 'basis'] as const
export type FrameAttribute = (typeof FRAME)[number]

/** Attributes of a figure's frame in which the figures shown differ, so that each must be told with each. */
function differing(figures: readonly ProseFigure[]): FrameAttribute[] {
  return FRAME.filter((attribute) => new Set(figures.map((figure) => figure[attribute])).size > 1)
}

/**
 * Holds a sentence of a model against the figures and passages it speaks of, and against nothing else: every word must be
 * known, and what it says must be so of the figure it stands with. The rules refuse more than they need to: a sentence that
 * goes costs words, a wrong one costs trust.
 */
export function proveSentence(sentence: string, subjects: Subjects, vocabulary: Vocabulary): ProvenSentence | Refusal {
  const pieces = withoutStop(piecesOf(sentence))
  const sayings = readSentence(pieces, subjects, vocabulary)
  if (typeof sayings === 'string') return sayings
  const refusal = refuseSlots(pieces, sayings, subjects) ?? refuseYears(pieces, sayings)
  if (refusal) return refusal
  const values = sayings.flatMap(({ attribute, subject }) =>
    attribute === 'value' && subject?.kind === 'figure' ? [subject] : [],
  )
  const passages = sayings.flatMap(({ subject }) => (subject?.kind === 'passage' ? [subject] : []))
  const wrong = values.length > 0 ? refuseFigures(sayings, subjects.figures) : refusePassages(sayings, pieces, passages)
  if (wrong) return wrong
  const told = new Set(FRAME.filter((attribute) => sayings.some((saying) => saying.attribute === attribute)))
  return { pieces, values, told }
}

/** The stop at the end is written by code. */
function withoutStop(pieces: readonly Piece[]): Piece[] {
  const last = pieces.at(-1)
  if (last?.kind !== 'words') return [...pieces]
  const text = last.text.replace(/[。.！!？?；;\s]+$/, '')
  return text === '' ? pieces.slice(0, -1) : [...pieces.slice(0, -1), { ...last, text }]
}

function refuseSlots(pieces: readonly Piece[], sayings: readonly Saying[], subjects: Subjects): Refusal | null {
  const shows = sayings.some(({ attribute }) => attribute === 'value' || attribute === 'passage')
  if (!shows) return 'no-slot'
  const touching = pieces.some((piece, at) => {
    const next = pieces[at + 1]
    if (piece.kind !== 'slot' || next?.kind !== 'slot' || isName(piece, subjects)) return false
    return isNumber(piece) || isNumber(next)
  })
  if (touching || repeatsValue(pieces)) return 'adjacent-slots'
  return leavesValuesAlone(pieces) ? null : 'beside-value'
}

/** A slot that prints the name of a figure, with a letter at its end. */
function isName({ of, part, number }: SlotPiece, { figures }: Subjects): boolean {
  const named = figures.find((figure) => figure.number === number)
  return of === 'figure' && part === 'label' && /\p{L}[”）)]?$/u.test(named?.label ?? '')
}

/** A slot that prints digits, which must not run into others. */
function isNumber(piece: Piece): boolean {
  return piece.kind === 'slot' && piece.of === 'figure' && (piece.part === 'value' || piece.part === 'year')
}

/** 年 stands behind the slot of a year, and nowhere else; so nothing counts years. */
function refuseYears(pieces: readonly Piece[], sayings: readonly Saying[]): Refusal | null {
  const stray = sayings.some(({ attribute }, at) => attribute === 'year-mark' && sayings[at - 1]?.attribute !== 'year')
  const bare = pieces.some((piece, at) => {
    const next = pieces[at + 1]
    const isYear = piece.kind === 'slot' && piece.part === 'year'
    return isYear && next?.kind === 'words' && /^[\u4e00-\u9fff]/.test(next.text) && !next.text.startsWith('年')
  })
  return stray || bare ? 'disagrees' : null
}

function refuseFigures(sayings: readonly Saying[], shown: readonly ProseFigure[]): Refusal | null {
  const segments = segmentsOf(sayings)
  if (!segments) return 'unnamed'
  const required = ['name', ...differing(shown)] as const
  let before: readonly Saying[] = []
  for (const { figure, said } of segments) {
    if (said.some((saying) => !saying.agrees(figure))) return 'disagrees'
    // What is told of one figure holds for the next until it is told anew.
    const inherited = before.filter((old) => !said.some(({ attribute }) => attribute === old.attribute))
    const inForce = [...inherited, ...said]
    if (
      !required.every((attribute) => inForce.some((saying) => saying.attribute === attribute && saying.agrees(figure)))
    )
      return 'unnamed'
    before = inForce
  }
  return null
}

/** A value with what is said of it. */
interface Segment {
  readonly figure: ProseFigure
  readonly said: readonly Saying[]
}

/**
 * A sentence cut at its values. Where a name stands before the first value, what is said before a value is said of it; where
 * the value comes first ("X went to A and Y to B"), what follows. Null where that leaves a value without words.
 */
function segmentsOf(sayings: readonly Saying[]): Segment[] | null {
  const places = sayings.flatMap(({ attribute, subject }, at) =>
    attribute === 'value' && subject?.kind === 'figure' ? [{ at, figure: subject }] : [],
  )
  const [first] = places
  if (!first) return null
  if (sayings.some(({ attribute }) => attribute === 'respectively')) return inTurn(sayings, places)
  const leads = sayings.slice(0, first.at).some(({ attribute }) => attribute === 'name')
  return places.map(({ at, figure }, nth) => {
    const isLast = nth === places.length - 1
    const from = leads ? (nth === 0 ? 0 : (places[nth - 1]?.at ?? 0) + 1) : nth === 0 ? 0 : at + 1
    const to = leads ? (isLast ? sayings.length : at) : isLast ? sayings.length : (places[nth + 1]?.at ?? 0)
    return { figure, said: sayings.slice(from, to).filter(isSaid) }
  })
}

/** "A 和 B 分别为 X 和 Y": names and values in one order; all else is said of each. */
function inTurn(
  sayings: readonly Saying[],
  places: readonly { readonly at: number; readonly figure: ProseFigure }[],
): Segment[] | null {
  const head = sayings.slice(0, places[0]?.at ?? 0)
  const names = head.filter(({ attribute }) => attribute === 'name')
  const tail = sayings.slice(head.length).filter(isSaid)
  if (names.length !== places.length || tail.some(({ attribute }) => attribute !== 'claim')) return null
  const common = [...head, ...tail].filter((saying) => isSaid(saying) && saying.attribute !== 'name')
  return places.map(({ figure }, nth) => ({ figure, said: [...common, ...names.slice(nth, nth + 1)] }))
}

function isSaid({ attribute }: Saying): boolean {
  return attribute !== 'value' && attribute !== 'passage'
}

/** Where no figure is shown, all that is said must be so of a passage that is cited, in the passage's own words. */
function refusePassages(
  sayings: readonly Saying[],
  pieces: readonly Piece[],
  passages: readonly ProsePassage[],
): Refusal | null {
  const said = sayings.filter(isSaid)
  const tellsFigure = said.some(({ subject }) => subject?.kind === 'figure')
  if (tellsFigure || said.some((saying) => !passages.some((passage) => saying.agrees(passage)))) return 'disagrees'
  return keepsAll(pieces, passages) ? null : 'turned'
}

function keepsAll(pieces: readonly Piece[], passages: readonly ProsePassage[]): boolean {
  const told = passages.map(({ text }) => text).join('\n')
  return pieces.every((piece) => piece.kind === 'slot' || keepsTurns(piece.text, told))
}
