import type { Piece, SlotPiece } from './pieces.ts'
import { quotedLength } from './quoted.ts'
import type { ProsePassage, Subject, Subjects } from './subjects.ts'
import type { Attribute, Vocabulary, Word } from './vocabulary.ts'

/** One thing that a sentence says, in its order. */
export interface Saying {
  /** Value and passage slots say nothing; they are what the rest is about. */
  readonly attribute: Attribute | 'value' | 'passage'
  /** The figure or passage whose slot it is; null of words. */
  readonly subject: Subject | null
  readonly agrees: (subject: Subject) => boolean
}

/** Why a sentence goes. */
export type Refusal =
  /** A letter or sign that is neither Chinese, English nor a mark of a sentence. */
  | 'sign'
  /** A word that is neither plain nor of the evidence: a number in words is one. */
  | 'word'
  /** A slot that is none of those offered. */
  | 'slot'
  | 'no-slot'
  | 'adjacent-slots'
  /** Words right beside a value that may turn it into a limit or another measure. */
  | 'beside-value'
  /** Something is said of a figure that is not so: whose, which year, what it is, planned or spent, up or down. */
  | 'disagrees'
  /** A figure without what it is, or without what tells it from another. */
  | 'unnamed'
  /** A word of a passage stands otherwise than there. */
  | 'turned'
  /** The printed sentence holds a number that is no figure. */
  | 'stray-number'

/** What prose is written in: Chinese and English letters, spaces, and the marks of a sentence. No digit of any script. */
const SIGNS = /^[\u4e00-\u9fffA-Za-z ，。、：；“”《》（）！？,;:'"()!?]*$/
const MARK = /[^\u4e00-\u9fffa-z]/

const SLOT_ATTRIBUTES = { value: 'value', label: 'name', organization: 'organization', year: 'year' } as const

/** What a sentence says, or why it goes. Its words are read against a closed list and the passages that it cites. */
export function readSentence(pieces: readonly Piece[], subjects: Subjects, vocabulary: Vocabulary): Saying[] | Refusal {
  const sayings: Saying[] = []
  const cited = citedBy(pieces, subjects)
  for (const piece of pieces) {
    const read = piece.kind === 'slot' ? readSlot(piece, subjects) : readWords(piece.text, cited, vocabulary)
    if (typeof read === 'string') return read
    sayings.push(...read)
  }
  return sayings
}

/** The passages whose words a sentence may hold: where it shows a figure, none, as theirs are not held against the figure. */
function citedBy(pieces: readonly Piece[], subjects: Subjects): ProsePassage[] {
  const slots = pieces.filter((piece) => piece.kind === 'slot')
  if (slots.some(({ of, part }) => of === 'figure' && part === 'value')) return []
  return subjects.passages.filter(({ number }) => slots.some((slot) => slot.of === 'passage' && slot.number === number))
}

function subjectOf({ of, number }: SlotPiece, { figures, passages }: Subjects): Subject | undefined {
  const offered: readonly Subject[] = of === 'figure' ? figures : passages
  return offered.find((subject) => subject.number === number)
}

function readSlot(piece: SlotPiece, subjects: Subjects): Saying[] | Refusal {
  const subject = subjectOf(piece, subjects)
  if (!subject || (subject.kind === 'passage' && piece.part === 'label')) return 'slot'
  if (piece.part === 'year' && subject.year === null) return 'slot'
  if (subject.kind === 'passage' && piece.part === 'value')
    return [{ attribute: 'passage', subject, agrees: () => true }]
  if (piece.part === 'frame')
    return [organizationOf(subject), yearOf(subject), basisOf(subject)].map((saying) => ({ ...saying, subject }))
  const attribute = SLOT_ATTRIBUTES[piece.part]
  const said = { value: ownOnly, label: ownOnly, organization: organizationOf, year: yearOf }[piece.part](subject)
  return [{ attribute, subject, agrees: said.agrees }]
}

type Said = Pick<Saying, 'attribute' | 'agrees'>

const ownOnly = (subject: Subject): Said => ({ attribute: 'name', agrees: (other) => other === subject })
const organizationOf = ({ organization }: Subject): Said => ({
  attribute: 'organization',
  agrees: (other) => other.organization === organization,
})
const yearOf = ({ year }: Subject): Said => ({ attribute: 'year', agrees: (other) => other.year === year })
const basisOf = ({ basis }: Subject): Said => ({ attribute: 'basis', agrees: (other) => other.basis === basis })

function readWords(words: string, cited: readonly ProsePassage[], vocabulary: Vocabulary): Saying[] | Refusal {
  if (!SIGNS.test(words)) return 'sign'
  const text = words.toLowerCase()
  const sayings: Saying[] = []
  for (let at = 0; at < text.length; ) {
    const step = MARK.test(text[at] ?? '') ? null : stepAt(text, at, cited, vocabulary)
    if (step === 'word') return step
    if (step?.saying) sayings.push(step.saying)
    at += step?.length ?? 1
  }
  return sayings
}

interface Step {
  readonly length: number
  readonly saying: Saying | null
}

/** The longer of a word of the list and a stretch of a passage that the sentence cites. */
function stepAt(text: string, at: number, cited: readonly ProsePassage[], vocabulary: Vocabulary): Step | 'word' {
  const word = vocabulary.at(text, at)
  const quoted = Math.max(0, ...cited.map((passage) => quotedLength(text, at, passage.text)))
  // A name that a passage says too is the passage's.
  const isQuoted =
    quoted > (word?.surface.length ?? 0) || (quoted === word?.surface.length && word.attribute === 'name')
  if (isQuoted) return { length: quoted, saying: null }
  return word ? { length: word.surface.length, saying: sayingOf(word) } : 'word'
}

function sayingOf({ attribute, agrees }: Word): Saying | null {
  return attribute === 'nothing' ? null : { attribute, subject: null, agrees }
}
