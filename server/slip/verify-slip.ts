import type { CorpusReader } from '../../ingest/index/open.ts'
import type { Citation, Figure } from '../answer/contract.ts'
import { placeWords } from '../answer/place-words.ts'
import { type Refusal, standsOn, strayNumbers } from '../answer/verify.ts'
import { type CitedAgain, citeAgain, textsOf } from './cited-again.ts'
import { refuseAgain } from './figure-again.ts'
import { type Slip, sealOf } from './slip.ts'

/** Something of a slip that does not hold. */
export interface SlipFault {
  readonly what: 'seal' | 'source' | 'cell' | 'figure' | 'text'
  /** The citation it is about; null where it is about none. */
  readonly citation: number | null
  readonly message: string
}

export interface SlipReport {
  readonly holds: boolean
  readonly faults: readonly SlipFault[]
  /** How much was proven anew. */
  readonly proven: { readonly sources: number; readonly cells: number; readonly figures: number }
}

/** Proves a slip anew: the bytes of its sources by their hash, each cell at its place, each figure from its cells. */
export function verifySlip(slip: Slip, corpus: CorpusReader): SlipReport {
  const { seal, ...content } = slip
  const unsealed: SlipFault[] =
    sealOf(content) === seal
      ? []
      : [fault('seal', null, 'The slip was altered after it was written: it does not fit its seal.')]
  const changed = slip.sources.filter(({ documentId, sha256 }) => corpus.document(documentId)?.sha256 !== sha256)
  const gone = slip.citations.filter(({ documentId }) => corpus.document(documentId) === null)
  const cited = slip.citations.map((citation) => citeAgain(citation, corpus))
  const moved = cited.filter(({ citation, draft }) => draft === null && !gone.includes(citation))
  const figures = slip.figures.map((figure) => ({ figure, refusal: refuseAgain(figure, cited, corpus) }))
  const refused = figures.filter(({ refusal }) => refusal !== null)
  const faults = [
    ...unsealed,
    ...changed.map((source) => fault('source', null, changedWords(source, corpus))),
    ...gone.map((citation) => goneFault(citation, corpus)),
    ...moved.map(({ citation }) => cellFault(citation, textsOf(citation, corpus))),
    ...refused.map(({ figure, refusal }) => figureFault(figure, refusal, cited)),
    ...strays(slip),
    ...unnamedSources(slip),
  ]
  return {
    holds: faults.length === 0,
    faults,
    proven: {
      sources: slip.sources.length - changed.length,
      cells: slip.citations.length - gone.length - moved.length,
      figures: figures.length - refused.length,
    },
  }
}

function fault(what: SlipFault['what'], citation: number | null, message: string): SlipFault {
  return { what, citation, message }
}

/** A cell or passage in words: its table, row and column, its place, and what the slip says is printed there. */
function cellWords({
  id,
  table,
  row,
  column,
  raw,
  ...place
}: Citation & { readonly table?: Citation['table'] }): string {
  const cell = [table?.number, table?.title, row?.join(' / '), column?.join(' / ')].filter(Boolean).join(' · ')
  return `[${id}] ${cell === '' ? '' : `${cell}, `}${placeWords({ id, raw, ...place })} “${raw}”`
}

function changedWords({ file, documentId, sha256 }: Slip['sources'][number], corpus: CorpusReader): string {
  const held = corpus.document(documentId) ?? namesake(file, corpus)
  const now = held ? `here it has ${held.sha256.slice(0, 16)}…` : 'it is not here'
  return `The source ${file} is not the file that was cited, which has the SHA-256 ${sha256.slice(0, 16)}…: ${now}.`
}

function namesake(file: string, corpus: CorpusReader) {
  return corpus.documents().find((document) => document.file === file) ?? null
}

/** A citation of a file that is not here as it was: what another file of its name prints there instead. */
function goneFault(citation: Citation, corpus: CorpusReader): SlipFault {
  const other = namesake(citation.file, corpus)
  if (!other) return fault('cell', citation.id, `${cellWords(citation)} cannot be read: its source is not here.`)
  const texts = textsOf({ ...citation, documentId: other.id }, corpus)
  if (!standsOn(texts, citation.raw) || !standsOn(texts, citation.quote)) return cellFault(citation, texts)
  return fault(
    'cell',
    citation.id,
    `${cellWords(citation)} stands in the changed file as well, but is not proven by it.`,
  )
}

function cellFault(citation: Citation, texts: readonly string[]): SlipFault {
  const now = texts.join(' ').trim().slice(0, 300)
  return fault(
    'cell',
    citation.id,
    `${cellWords(citation)} does not stand there as cited${now === '' ? '.' : `; there stands: ${now}`}`,
  )
}

const REFUSALS: Readonly<Record<Refusal, string>> = {
  'no-citation': 'a citation of it is missing',
  'document-gone': 'its source is not here',
  'raw-not-there': 'no figure is read at its place',
  'site-differs': 'its place is another',
  'place-differs': 'it was read at another place',
  'value-differs': 'its cells do not give it',
  'unit-differs': 'its unit is another',
  'year-differs': 'its year is another',
  'unit-of-government-differs': 'its organisation is another',
  'meaning-differs': 'what it means is another thing',
}

function figureFault(figure: Figure, refusal: Refusal | null, cited: readonly CitedAgain[]): SlipFault {
  const ids = figure.derivation?.inputs.map(({ citation }) => citation) ?? figure.citations
  const cells = cited.filter(({ citation }) => ids.includes(citation.id)).map(({ citation }) => cellWords(citation))
  const formula = figure.derivation ? ` = ${figure.derivation.expression}` : ''
  const why = refusal === null ? '' : REFUSALS[refusal]
  return fault(
    'figure',
    ids[0] ?? null,
    `${figure.label} ${figure.value} ${figure.unit}${formula}: ${why}. ${cells.join('; ')}`,
  )
}

/** Numbers of the text that are none of the figures and stand in nothing that is cited. */
function strays({ answer, question, understood = '', figures, citations, notices }: Slip): SlipFault[] {
  const words = [
    question,
    understood,
    ...figures.flatMap(({ label, organization, derivation }) => [label, organization, derivation?.expression ?? '']),
    ...citations.flatMap(({ raw, quote, document, table }) => [raw, quote, document, table?.title ?? '']),
    ...notices.map(({ message }) => message),
  ]
  const numbers = answer.split('\n').flatMap((line) => strayNumbers(line, figures, words))
  return numbers.map((number) => fault('text', null, `The text says ${number}, which is none of its figures.`))
}

function unnamedSources({ citations, sources }: Slip): SlipFault[] {
  const unnamed = citations.filter(({ documentId }) => sources.every((source) => source.documentId !== documentId))
  return unnamed.map((citation) =>
    fault('source', citation.id, `${cellWords(citation)} is of no source that is named.`),
  )
}
