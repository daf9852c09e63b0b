import { afterAll, beforeAll, expect, it } from 'vitest'
import { readSlip } from '../slip/slip.ts'
import { verifySlip } from '../slip/verify-slip.ts'
import { type SampleService, startSampleService } from './sample-service.ts'

let service: SampleService
beforeAll(async () => {
  service = await startSampleService()
})
afterAll(() => service.close())

const post = (body: unknown) =>
  service.server.call('/api/ask/slip', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  })

it('gives an answer as a file that verifies', async () => {
  const reply = await post({ question: '博州水利局2031年公务用车运行费预算是多少？' })
  expect(reply.headers['content-disposition']).toMatch(/^attachment; filename="?slip-\w+\.json"?$/)
  const slip = readSlip(reply.text)
  expect(slip.figures[0]?.value).toBe('8.70')
  expect(verifySlip(slip, service.corpus)).toMatchObject({ holds: true, faults: [] })
})

it('refuses what is no question', async () => {
  expect((await post({})).json).toMatchObject({ status: 400, code: 'request-invalid' })
})
