import { squeeze } from '../citations.ts'
import { exactNumber } from '../figures.ts'
import type { Evidence, GoldQuestion } from '../gold.ts'
import { isAmong, type Place, placesOf } from '../places.ts'
import type { Sources } from '../sources.ts'

/** Ids of the questions that a perfect reader of the retrieved pieces could answer. */
export interface Reach {
  /** Any one place of the evidence stands in a piece: the ceiling, in stock's favour. */
  readonly any: readonly string[]
  /** Every different figure or quotation of the evidence does: what comparisons and sums really need. */
  readonly whole: readonly string[]
}

/** Looks up the pieces of every question. */
export async function reachOf(
  questions: readonly GoldQuestion[],
  nearest: (question: string) => Promise<readonly Place[]>,
  sources: Sources,
): Promise<Reach> {
  const any: string[] = []
  const whole: string[] = []
  for (const { id, question, evidence = [] } of questions) {
    const pieces = await nearest(question)
    const stands = (places: readonly Evidence[]): boolean => {
      const held = placesOf(places, sources)
      return pieces.some((piece) => isAmong(piece, held))
    }
    // Without any evidence, the question is one to refuse, and nothing need be retrieved: counted in stock's favour.
    if (evidence.length === 0 || stands(evidence)) any.push(id)
    if (differentThings(evidence).every(stands)) whole.push(id)
  }
  return { any, whole }
}

/** The places of the evidence, those together that print the same in the same document: one of them is enough. */
function differentThings(evidence: readonly Evidence[]): Evidence[][] {
  const things = new Map<string, Evidence[]>()
  for (const place of evidence) {
    const key = `${place.doc} ${exactNumber(place.raw) ?? squeeze(place.raw)}`
    things.set(key, [...(things.get(key) ?? []), place])
  }
  return [...things.values()]
}
