import { expect, test } from 'vitest'
import type { Answer } from '../answer/contract.ts'
import { CAMPAIGN_QUESTIONS, openCampaign } from './sample-campaign.ts'
import { LIES, lying } from './sample-lies.ts'

test('over a thousand lies, not one unproven figure is shown, and no answer is late or missing', async () => {
  const campaign = await openCampaign()
  const answers: Answer[] = []
  for (const [at, lie] of LIES.entries())
    for (const [more, question] of CAMPAIGN_QUESTIONS.entries())
      answers.push(await campaign.ask(question, lying(lie, at + more)))
  await campaign.close()
  expect(answers.length).toBeGreaterThan(1000)
  // A model whose every sentence goes would pass as well: many of these tell the truth beside the lie.
  expect(answers.filter(({ engine }) => engine.mode === 'llm').length).toBeGreaterThan(300)
})
