import { afterAll, beforeAll, expect, test } from 'vitest'
import { CAMPAIGN_QUESTIONS, type Campaign, openCampaign } from './sample-campaign.ts'
import { LIES, lying } from './sample-lies.ts'

let campaign: Campaign
beforeAll(async () => {
  campaign = await openCampaign()
})
afterAll(() => campaign.close())

// Every fifth lie here, each about another question; lying-model.long.test.ts tells every lie about every question.
const SOME = LIES.flatMap((lie, at) => (at < 30 || at % 5 === 0 ? [{ ...lie, at }] : []))

test.each(SOME)('nothing unproven is shown of $name', async ({ at, ...lie }) => {
  const question = CAMPAIGN_QUESTIONS[at % CAMPAIGN_QUESTIONS.length] ?? ''
  await campaign.ask(question, lying(lie, at))
})

test('an honest model is heard', async () => {
  const [honest] = LIES
  if (!honest) throw new Error('no lies')
  const engines = []
  for (const question of CAMPAIGN_QUESTIONS.slice(0, 6))
    engines.push((await campaign.ask(question, lying(honest, 0))).engine)
  expect(engines.filter(({ mode, fellBack }) => mode === 'llm' && !fellBack).length).toBeGreaterThanOrEqual(5)
})
