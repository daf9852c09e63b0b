import { describe, expect, it } from 'vitest'
import type { Mishap } from '../slack/fake-slack-api.ts'
import { faultsOf } from '../slack/sample-block-limits.ts'
import { command, direct, mention } from '../slack/sample-deliveries.ts'
import { fakeParts } from './fake-parts.ts'
import { allOf, pause, useSampleSlack } from './sample-slack.ts'

const QUESTION = '博州水利局2031年公务用车运行费预算是多少？'
const slack = useSampleSlack()

describe('errors are told in the language of the question', () => {
  it.each([
    [QUESTION, '还没有收录任何文件'],
    ['How much was spent on travel?', 'No documents are held yet'],
  ])('%s', async (question, words) => {
    const empty = await slack.start({ asker: fakeParts(null).asker })
    await empty.call('/slack/events', mention(question))
    const message = await slack.api().arrived(1)
    expect(faultsOf(message)).toEqual([])
    expect(message.text).toContain(words)
    await empty.stop()
  })
})

it('a request is acknowledged before its question is answered, however long that takes', async () => {
  const { asker } = fakeParts([])
  let release = () => undefined
  const held = new Promise<void>((resolve) => {
    release = () => void resolve()
  })
  const slow = await slack.start({ asker: { ask: (request) => held.then(() => asker.ask(request)) } })
  for (const delivery of [command(QUESTION, slack.api().responseUrl), mention(QUESTION), direct(QUESTION)])
    expect((await slow.call('/slack/events', delivery)).status).toBe(200)
  expect(slack.api().calls()).toBe(0)
  release()
  await slack.api().arrived(3)
  await slow.stop()
})

describe('a Web API in trouble', () => {
  it.each<[string, Mishap[]]>([
    ['asks to wait', [{ status: 429, headers: { 'Retry-After': '0' } }]],
    ['fails', [{ status: 500 }, { status: 503 }]],
    ['hangs', ['hang']],
  ])('that %s is tried again, and the answer comes once', async (_name, mishaps) => {
    slack.api().mishap(...mishaps)
    expect((await slack.send(mention(QUESTION))).status).toBe(200)
    await slack.api().arrived(1)
    await pause()
    expect(slack.api().posted.length).toBe(1)
    expect(slack.api().calls()).toBe(mishaps.length + 1)
  })

  it('that will not take the blocks is sent the words', async () => {
    slack.api().mishap({ status: 200, body: { ok: false, error: 'invalid_blocks' } })
    await slack.send(mention(QUESTION))
    const message = await slack.api().arrived(1)
    expect(message.blocks).toBeUndefined()
    expect(message.text).toContain('8.70 万元')
  })

  it('where the bot may not post, the one who asked is answered', async () => {
    slack.api().mishap({ status: 200, body: { ok: false, error: 'not_in_channel' } })
    await slack.send(command(QUESTION, slack.api().responseUrl), '/slack/commands')
    const message = await slack.api().arrived(1)
    expect(message.method).toBe('respond')
    expect(faultsOf(message)).toEqual([])
    expect(message.text).toContain('8.70 万元')
  })

  it('that never answers ends in nothing, and the next question is answered', async () => {
    slack.api().mishap('hang', 'hang', 'hang')
    const thread_ts = '1780000000.6'
    await slack.send(mention(QUESTION, { ts: thread_ts }))
    await slack.send(mention('公务接待费呢？', { thread_ts }))
    expect(allOf(await slack.api().arrived(1))).toContain('*0.95 万元*')
  })
})
