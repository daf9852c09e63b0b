import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { answerSchema } from '../answer/contract.ts'
import { EXAMPLES } from '../routes/openapi-examples.ts'
import { auditPath, createAuditLog } from './audit-log.ts'

const answer = answerSchema.parse(EXAMPLES.Answer)
const asked = { requestId: 'request-1', caller: 'page', question: '多少？\n"{}', outcome: answer, ms: 4.2 }
const log = { warn: () => {} }

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'budget-chat-audit-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function lines(auditLog: 'on' | 'no-text'): Promise<unknown[]> {
  const dataDir = join(folder, auditLog)
  const audit = createAuditLog({ dataDir, auditLog }, log)
  audit.note(asked)
  audit.note({ ...asked, outcome: 'timeout' })
  await audit.close()
  return readFileSync(auditPath(dataDir), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line): unknown => JSON.parse(line))
}

it('writes a line for each question, with its figures and where they are from', async () => {
  const [first, second, ...rest] = await lines('on')
  expect(first).toEqual({
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    requestId: 'request-1',
    caller: 'page',
    question: '多少？\n"{}',
    status: 'answered',
    figures: [{ role: 'answer', value: '4.20', unit: '万元', documents: ['0123456789abcdef'] }],
    ms: 4.2,
  })
  expect(second).toMatchObject({ status: 'timeout', figures: [] })
  expect(rest).toEqual([])
})

it('leaves the words out where it is told to', async () => {
  for (const line of await lines('no-text')) {
    expect(line).toMatchObject({ requestId: 'request-1' })
    expect(line).not.toHaveProperty('question')
  }
})

it('writes nothing where it is off', async () => {
  const dataDir = join(folder, 'off')
  const audit = createAuditLog({ dataDir, auditLog: 'off' }, log)
  audit.note(asked)
  await audit.close()
  expect(existsSync(dataDir)).toBe(false)
})
