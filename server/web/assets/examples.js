/** @typedef {import('../../../ingest/domain/document.ts').DocumentRecord} DocumentRecord */
/** @typedef {import('../../answer/contract.ts').FactsResponse} FactsResponse */
/** @typedef {import('./words.js').Language} Language */

/**
 * What an example may ask for: `item` finds it in the index, the rest names it.
 *
 * @type {readonly { item: string, zh: string, en: string }[]}
 */
const TOPICS = [
  { item: '公务用车运行', zh: '公务用车运行费', en: 'vehicle running costs' },
  { item: '公务接待费', zh: '公务接待费', en: 'official receptions' },
  { item: '项目支出', zh: '项目支出', en: 'project expenditure' },
  { item: '基本支出', zh: '基本支出', en: 'basic expenditure' },
]

const MAX_EXAMPLES = 4

/**
 * Questions that the index can answer: a document each, about something of which a figure is held.
 *
 * @param {readonly DocumentRecord[]} documents
 * @param {(query: URLSearchParams) => Promise<FactsResponse>} findFacts
 * @returns {Promise<Record<Language, string>[]>}
 */
export async function exampleQuestions(documents, findFacts) {
  const asked = documents
    .filter(({ fiscalYear, basis }) => fiscalYear !== null && basis !== null)
    .slice(0, MAX_EXAMPLES)
  const questions = await Promise.all(asked.map((document, position) => exampleQuestion(document, position, findFacts)))
  return questions.filter((question) => question !== null)
}

/**
 * @param {DocumentRecord} document
 * @param {number} position So that the documents are asked about different things.
 * @param {(query: URLSearchParams) => Promise<FactsResponse>} findFacts
 */
async function exampleQuestion({ organization, fiscalYear, basis }, position, findFacts) {
  if (fiscalYear === null || basis === null) return null
  for (const [step] of TOPICS.entries()) {
    const topic = TOPICS[(position + step) % TOPICS.length]
    if (topic === undefined) continue
    const { facts } = await findFacts(
      new URLSearchParams({ organization, year: String(fiscalYear), basis, item: topic.item }),
    )
    if (facts.some(({ kind, value }) => kind === 'level' && Number(value) !== 0))
      return question(topic, organization, fiscalYear, basis)
  }
  return null
}

/**
 * @param {{ zh: string, en: string }} topic
 * @param {string} organization
 * @param {number} year
 * @param {'budget' | 'final_accounts'} basis
 * @returns {Record<Language, string>}
 */
function question(topic, organization, year, basis) {
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
