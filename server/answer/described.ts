import { describeFact, type FactText } from './fact-text.ts'
import { KeptByDocument } from './kept-by-document.ts'
import { describeSentences, type Sentence } from './sentence-text.ts'

/** What is read for questions: the facts of a document, and its sentences. */
export interface Described {
  readonly facts: KeptByDocument<readonly FactText[]>
  readonly sentences: KeptByDocument<readonly Sentence[]>
}

/** Nothing described yet: documents are as they are asked about. */
export function describeOnDemand(): Described {
  return {
    facts: new KeptByDocument((index, id) => index.facts(id).map(describeFact)),
    sentences: new KeptByDocument((index, id) => describeSentences(index.chunks(id))),
  }
}
