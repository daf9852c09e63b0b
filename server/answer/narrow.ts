import type { CorpusIndex } from '../../ingest/index/open.ts'
import { withoutAsking } from './asked-words.ts'
import { meansAllUnits } from './calculate/wish.ts'
import { chineseName, type Plan } from './plan.ts'

/** So many documents are read whole, whatever their words. */
const MOST_READ = 40
/** Of more, so many: two or three questions' worth are kept, where each would else read its own anew. */
const READ_OF_MORE = 24
/** Passages looked through for the documents that speak of what is asked. */
const PASSAGES = 400

/**
 * The plan for no more documents than can be read at once: where a question fits more (it names no unit, or a kind of
 * unit), those that say most of its words, best first. A question that names its unit is never narrowed.
 */
export function narrowed(plan: Plan, index: CorpusIndex): Plan {
  // The highest of all is found among all or not at all.
  if (plan.documentIds.length <= MOST_READ || meansAllUnits(plan.question)) return plan
  const all = plan.documentIds.length === index.documents().length
  const speaking = index.documentsSaying(wordsOf(plan), all ? null : plan.documentIds, PASSAGES)
  const likely = new Set([...speaking, ...plan.documentIds].slice(0, READ_OF_MORE))
  return { ...plan, documentIds: plan.documentIds.filter((id) => likely.has(id)) }
}

/** What a question says, without the words it asks with: rare as these are in documents, they would choose them. */
function wordsOf(plan: Plan): string {
  return [...plan.concepts.map(chineseName), ...plan.subject, withoutAsking(plan.wording)].join(' ')
}
