import { expect, test } from 'vitest'
import { z } from 'zod'
import { budgetOf } from './budget.ts'
import { createChatModel } from './chat-model.ts'
import { createReplayEndpoint, promptKey } from './replay-endpoint.ts'

const asked = [{ role: 'user', text: 'What?' }] as const
const request = { purpose: 'plan', messages: asked, maxTokens: 9, budget: budgetOf(1000) } as const
const recorded = new Map([[promptKey(asked), '{"colour": "green"}']])
const model = createChatModel(createReplayEndpoint('recorded', (messages) => recorded.get(promptKey(messages))))
const form = { name: 'colour', schema: z.strictObject({ colour: z.string() }) }

test('says again what was recorded, as text and as a form', async () => {
  expect(await model.fill(request, form)).toEqual({ colour: 'green' })
  expect((await model.write(request).next()).value).toBe('{"colour": "green"}')
})

test('fails where nothing was', async () => {
  const other = { ...request, messages: [{ role: 'user', text: 'Who?' }] } as const
  await expect(model.fill(other, form)).rejects.toMatchObject({ reason: 'bad-reply' })
})
