import type { IndexDoor } from '../../ingest/index/open.ts'
import { openSampleIndex } from '../sample-index.ts'
import { createAsker } from './ask.ts'
import type { Answer, AskRequest, Figure } from './contract.ts'
import { expectPromises } from './sample-promises.ts'
import { SAMPLE_TEXTS } from './sample-texts.ts'

/** The assistant over the made-up documents; `close` deletes their index. */
export interface SampleAsker {
  /** Asks, and holds the answer to the contract. */
  readonly ask: (question: string, request?: Partial<AskRequest>) => Promise<Answer>
  readonly door: IndexDoor
  readonly close: () => void
}

/** For tests: ingests made-up documents and opens them for questions. */
export async function openSampleAsker(texts = SAMPLE_TEXTS): Promise<SampleAsker> {
  const { door, close } = await openSampleIndex(texts)
  const asker = createAsker(door)
  return {
    door,
    close,
    ask: async (question, request = {}) => {
      const answer = await asker.ask({ question, ...request })
      expectPromises(answer, await door.current())
      return answer
    },
  }
}

export const answersOf = ({ figures }: Answer): Figure[] => figures.filter(({ role }) => role === 'answer')
export const contextsOf = ({ figures }: Answer): Figure[] => figures.filter(({ role }) => role === 'context')
export const saidAs = ({ value, unit }: Figure): string => `${value}${unit}`
export const noticeKinds = ({ notices }: Answer): string[] => notices.map(({ kind }) => kind)
