import type { Fact } from '../../ingest/domain/fact.ts'
import { bearsOut } from '../../ingest/domain/image-reading.ts'
import { statesTheSame } from '../../ingest/domain/same-statement.ts'
import type { CorpusReader } from '../../ingest/index/open.ts'
import type { ShownFigure } from './evidence.ts'
import { numbersIn } from './numbers.ts'

/**
 * Whether a figure shown may be called more than unconfirmed. Asked last of all, without trust in what its facts say of
 * themselves: whether a line is from an image, its place tells, and a sum that bears it out is added up again.
 */
export function isBorneOut(shown: ShownFigure, index: CorpusReader): boolean {
  return shown.form === 'printed'
    ? shown.facts.some((fact) => isFactBorneOut(fact, index))
    : shown.operands.every((fact) => isFactBorneOut(fact, index))
}

function isFactBorneOut(fact: Fact, index: CorpusReader): boolean {
  if (!isFromImage(fact, index)) return true
  const proof = fact.image?.proof
  if (!proof) return false
  if (proof.kind === 'sum') return isSumOf(fact, index)
  const same = index.facts(fact.documentId).find(({ id }) => id === proof.id)
  return same !== undefined && statesTheSame(fact, same) && (!isFromImage(same, index) || isSumOf(same, index))
}

/** Whether any line of a fact is one of an image. */
export function isFromImage({ image, documentId, source: { from, to } }: Fact, index: CorpusReader): boolean {
  const places = index.places(documentId)
  const lines = Array.from({ length: to - from + 1 }, (_, at) => from + at)
  return image !== undefined || lines.some((line) => places?.at(line)?.confidence !== undefined)
}

/** Whether the sum that is to bear a figure out comes out, by the lines of its document as they stand. */
function isSumOf({ image, documentId, source, amount }: Fact, index: CorpusReader): boolean {
  if (image?.proof?.kind !== 'sum') return false
  const lines = index.lines(documentId)
  const figureOn = (line: number) => {
    const [figure, ...others] = numbersIn(lines[line - 1] ?? '')
    return figure === undefined || others.length > 0 ? null : figure
  }
  return figureOn(source.from) === amount.value && bearsOut(image.proof.addition, source.from, figureOn)
}
