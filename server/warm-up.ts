import { setImmediate } from 'node:timers/promises'
import type { CorpusReader } from '../ingest/index/open.ts'
import type { Asker } from './answer/ask.ts'

/** Documents tried, and for how long at most: the compiler has then seen what it needs to, even on a slow machine. */
const MOST_DOCUMENTS = 8
const MOST_TIME_MS = 3_000
/** One of each way to ask; what they ask for matters little. */
const QUESTIONS = [
  '“三公”经费是多少？',
  '基本支出和项目支出各多少？',
  '公用经费比上年减少了多少，为什么？',
  '项目支出有哪些？',
  '绩效目标是多少？',
  'What is the total budget, and how much of it is for travel?',
  '在职人员有多少人？',
  '印刷费占公用经费的比例是多少？',
  '主要职责是什么？',
  'How much was spent on official receptions?',
  '公务用车运行维护费和公务接待费一共多少？',
  '前三大支出是哪些？',
  '社会保障和就业支出与卫生健康支出相差多少？',
  '人均公用经费是多少元？',
  'Why did total expenditure change from the year before?',
  '国有资产有哪些，车辆几辆？',
  '政府采购预算多少万元？',
  '满意度指标值',
  '办公费 30201',
  '决算支出执行率',
]

/**
 * Asks what is often asked, so that the first person to ask need not wait for code to be compiled and documents to be
 * read; without a language model, which would cost something. Steps aside for requests between questions; where it cannot ask (no index yet, the server stops), it ends.
 */
export async function warmUp(asker: Asker, door: { current(): Promise<CorpusReader> }): Promise<void> {
  try {
    const documents = (await door.current()).documents().slice(0, MOST_DOCUMENTS)
    const questions = QUESTIONS.flatMap((question) =>
      documents.map(({ organization, fiscalYear }) => `${organization} ${fiscalYear ?? ''} ${question}`),
    )
    const end = performance.now() + MOST_TIME_MS
    for (const question of questions) {
      if (performance.now() > end) return
      await asker.ask({ question, mode: 'offline' })
      await setImmediate()
    }
  } catch {
    // A question asked for nobody: whoever asks next is told what is wrong.
  }
}
