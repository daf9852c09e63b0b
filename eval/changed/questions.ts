import type { GoldQuestion, WantedFigure, Words } from '../gold.ts'
import { sourcesOf } from '../sources.ts'
import type { ChangedCorpus, ChangedDocument } from './corpus.ts'
import { changedEvidence } from './evidence.ts'
import { numbersOf, plain, scaled } from './numbers.ts'
import { reworded, type Wording } from './words.ts'

/** A question of the changed corpus, or why there is none. */
export type ChangedQuestion =
  | { readonly kind: 'changed'; readonly question: GoldQuestion }
  | { readonly kind: 'dropped'; readonly id: string; readonly why: string }

const MONEY_UNIT =
  /^[万亿千百]?[万亿]?元(?:人民币)?(?:\/.*)?$|^(?:10k |10,?000 |ten thousand |million )?(?:yuan|RMB|CNY)$/i

function isMoney(unit: string | undefined): boolean {
  return unit !== undefined && MONEY_UNIT.test(unit.trim())
}

function figuresOf({ answer }: GoldQuestion): readonly { value: string; unit?: string | undefined }[] {
  switch (answer.type) {
    case 'figure':
      return [answer, ...(answer.accept ?? [])]
    case 'figures':
      return answer.values.flatMap((figure) => [figure, ...(figure.accept ?? [])])
    case 'text':
    case 'none':
      return []
  }
}

function spelled(value: string): string {
  return plain(value.replace(/^[+-]/, ''))
}

/** An amount of the answer or of the documents asked about, and not also a share or count of them. */
function amountTest(question: GoldQuestion, documents: readonly ChangedDocument[]): (number: string) => boolean {
  const figures = figuresOf(question)
  const spellings = (money: boolean): Set<string> =>
    new Set(figures.filter(({ unit }) => isMoney(unit) === money).map(({ value }) => spelled(value)))
  const [asked, notAsked] = [spellings(true), spellings(false)]
  const printed = new Set(documents.flatMap(({ amounts }) => amounts.money.map(({ text }) => plain(text))))
  const others = new Set(documents.flatMap(({ amounts }) => [...amounts.others]))
  return (number) => asked.has(number) || (!notAsked.has(number) && printed.has(number) && !others.has(number))
}

function changedFigure(figure: WantedFigure, wording: Wording): WantedFigure {
  const value = (of: { value: string; unit?: string | undefined }): string =>
    isMoney(of.unit) ? scaled(of.value, wording.factor) : of.value
  return {
    ...figure,
    value: value(figure),
    ...(figure.label === undefined ? {} : { label: reworded(figure.label, wording) }),
    ...(figure.accept === undefined ? {} : { accept: figure.accept.map((form) => ({ ...form, value: value(form) })) }),
  }
}

function changedAnswer(answer: GoldQuestion['answer'], wording: Wording): GoldQuestion['answer'] {
  switch (answer.type) {
    case 'figure':
      return { ...changedFigure(answer, wording), type: 'figure' }
    case 'figures':
      return { ...answer, values: answer.values.map((figure) => changedFigure(figure, wording)) }
    case 'text':
      return { ...answer, contains: changedWords(answer.contains, wording) }
    case 'none':
      return answer
  }
}

function changedWords(words: Words, wording: Wording): Words {
  return words.map((word) =>
    typeof word === 'string' ? reworded(word, wording) : word.map((choice) => reworded(choice, wording)),
  )
}

/** A figure printed at its evidence before must be printed there afterwards: else an amount was not told from a count. */
function disagreement(before: GoldQuestion, after: GoldQuestion): string | null {
  const printed = ({ evidence = [] }: GoldQuestion): Set<string> =>
    new Set(evidence.flatMap(({ raw }) => numbersOf(raw).map(({ text }) => plain(text))))
  const [old, now] = [printed(before), printed(after)]
  const changed = figuresOf(after)
  const lost = figuresOf(before).findIndex(
    ({ value }, index) => old.has(spelled(value)) && !now.has(spelled(changed[index]?.value ?? '')),
  )
  return lost < 0
    ? null
    : `${figuresOf(before)[lost]?.value ?? ''} became another number in the question than in its document`
}

/** Says the same of the changed corpus; a question that cannot be carried over safely is dropped. */
export function changeQuestion(question: GoldQuestion, corpus: ChangedCorpus): ChangedQuestion {
  const dropped = (why: string): ChangedQuestion => ({ kind: 'dropped', id: question.id, why })
  if (corpus.halfRenamed.test(question.question))
    return dropped('would name half of the old organisation and half of the new')
  const sources = sourcesOf(new Map(corpus.documents.map(({ file, original }) => [file, original])))
  const documentOf = (doc: string): ChangedDocument | undefined =>
    corpus.documents.find(({ file }) => file === sources.fileOf(doc))
  const documents = question.docs.map(documentOf).filter((document) => document !== undefined)
  if (documents.length < question.docs.length) return dropped('asks about a document that is not a text of the corpus')
  const wording = { ...corpus, isAmount: amountTest(question, documents.length > 0 ? documents : corpus.documents) }
  const money = figuresOf(question).every(({ unit }) => isMoney(unit))
  const evidence = (question.evidence ?? []).map((place) => {
    const document = documentOf(place.doc)
    return document === undefined ? null : changedEvidence(place, document, money)
  })
  const standing = evidence.filter((place) => place !== null)
  if (standing.length < evidence.length) return dropped('its evidence does not stand where it says')
  const changed: GoldQuestion = {
    ...question,
    docs: documents.map(({ changedId }) => changedId),
    question: reworded(question.question, wording),
    answer: changedAnswer(question.answer, wording),
    ...(question.evidence === undefined ? {} : { evidence: standing }),
    ...(question.must_say === undefined ? {} : { must_say: changedWords(question.must_say, wording) }),
    ...(question.notes === undefined ? {} : { notes: question.notes.map((note) => reworded(note, wording)) }),
    ...(question.trap === undefined ? {} : { trap: reworded(question.trap, wording) }),
  }
  const why = disagreement(question, changed)
  return why === null ? { kind: 'changed', question: changed } : dropped(why)
}
