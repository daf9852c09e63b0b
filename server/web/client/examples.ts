import type { DocumentRecord } from '../../../ingest/domain/document.ts'
import type { FactsResponse } from '../../answer/contract.ts'
import type { Language } from './words.ts'

/** A question in both languages. */
export type Example = Readonly<Record<Language, string>>

interface Topic extends Example {
  /** What finds it in the index; the rest names it. */
  readonly item: string
}

/** What an example may ask for. */
const TOPICS: readonly Topic[] = [
  { item: '公务用车运行', zh: '公务用车运行费', en: 'vehicle running costs' },
  { item: '公务接待费', zh: '公务接待费', en: 'official receptions' },
  { item: '项目支出', zh: '项目支出', en: 'project expenditure' },
  { item: '基本支出', zh: '基本支出', en: 'basic expenditure' },
]

const MAX_EXAMPLES = 4

/** What finds the facts of a query: the facts of the server. */
export type FindFacts = (query: URLSearchParams) => Promise<FactsResponse>

/** Questions that the index can answer: a document each, about something of which a figure is held. */
export async function exampleQuestions(
  documents: readonly DocumentRecord[],
  findFacts: FindFacts,
): Promise<readonly Example[]> {
  const asked = documents
    .filter(({ fiscalYear, basis }) => fiscalYear !== null && basis !== null)
    .slice(0, MAX_EXAMPLES)
  const questions = await Promise.all(asked.map((document, position) => exampleQuestion(document, position, findFacts)))
  return questions.filter((question) => question !== null)
}

/** `position` is there so that the documents are asked about different things. */
async function exampleQuestion(
  { organization, fiscalYear, basis }: DocumentRecord,
  position: number,
  findFacts: FindFacts,
): Promise<Example | null> {
  if (fiscalYear === null || basis === null) return null
  for (const [step] of TOPICS.entries()) {
    const topic = TOPICS[(position + step) % TOPICS.length]
    if (topic === undefined) continue
    const query = new URLSearchParams({ organization, year: String(fiscalYear), basis, item: topic.item })
    const { facts } = await findFacts(query)
    if (facts.some(({ kind, value }) => kind === 'level' && /[1-9]/.test(value)))
      return question(topic, organization, fiscalYear, basis)
  }
  return null
}

function question(topic: Example, organization: string, year: number, basis: 'budget' | 'final_accounts'): Example {
  return basis === 'budget'
    ? {
        zh: `${organization}${year}年${topic.zh}预算是多少？`,
        en: `How much did ${organization} budget for ${topic.en} in ${year}?`,
      }
    : {
        zh: `${organization}${year}年${topic.zh}实际支出多少？`,
        en: `How much did ${organization} spend on ${topic.en} in ${year}?`,
      }
}
