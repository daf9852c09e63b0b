import { setImmediate } from 'node:timers/promises'
import type { CorpusReader } from '../ingest/index/open.ts'
import type { Asker } from './answer/ask.ts'

/** Documents and questions tried; enough for the compiler and the caches, and over in about a second. */
const MOST_DOCUMENTS = 8
const QUESTIONS = [
  '“三公”经费是多少？',
  '基本支出和项目支出各多少？',
  '公用经费比上年减少了多少，为什么？',
  '项目支出有哪些？',
  '绩效目标是多少？',
  'What is the total budget, and how much of it is for travel?',
]

/**
 * Asks what is often asked, so that the first person to ask need not wait for code to be compiled and documents to be
 * read. Steps aside for requests between questions; where it cannot ask (no index yet, the server stops), it ends.
 */
export async function warmUp(asker: Asker, door: { current(): Promise<CorpusReader> }): Promise<void> {
  try {
    const documents = (await door.current()).documents().slice(0, MOST_DOCUMENTS)
    for (const question of QUESTIONS)
      for (const { organization, fiscalYear } of documents) {
        await asker.ask({ question: `${organization} ${fiscalYear ?? ''} ${question}` })
        await setImmediate()
      }
  } catch {
    // A question asked for nobody: whoever asks next is told what is wrong.
  }
}
