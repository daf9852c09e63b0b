import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { faultsOf } from '../slack/sample-block-limits.ts'
import { command, direct, eventBody, json, mention, press } from '../slack/sample-deliveries.ts'
import { allOf, pause, useSampleSlack } from './sample-slack.ts'

const QUESTION = '博州水利局2031年公务用车运行费预算是多少？'
const slack = useSampleSlack()

describe('what is asked in Slack', () => {
  it('a slash command is acknowledged, then answered in its channel with figure, scope, basis, check and links', async () => {
    const reply = await slack.send(command(QUESTION, slack.api().responseUrl), '/slack/commands')
    expect([reply.status, reply.text]).toEqual([200, ''])
    const message = await slack.api().arrived(1)
    expect(message).toMatchObject({ method: 'chat.postMessage', token: 'Bearer xoxb-made-up', channel: 'C1' })
    expect(message.thread).toBeUndefined()
    expect(faultsOf(message)).toEqual([])
    expect(message.text).toContain('8.70 万元')
    const said = allOf(message)
    expect(said).toContain(`<@U1> 问: ${QUESTION}`)
    expect(said).toContain('✅ *8.70 万元*')
    expect(said).toMatch(/\*口径\*\n.*三公/)
    expect(said).toContain('*年度与性质*\n2031 预算（计划）')
    expect(said).toContain('*核对*\n已核实')
    expect(said).toMatch(/\[1\] <https:\/\/budget\.example\/app\/documents\/\w+\?[^|>]+\|[^>]*水利局 2031 [^>]*>/)
  })

  it('a mention is answered in its thread', async () => {
    expect((await slack.send(mention(QUESTION, { ts: '1780000000.7' }))).status).toBe(200)
    const message = await slack.api().arrived(1)
    expect(message).toMatchObject({ channel: 'C1', thread: '1780000000.7' })
    expect(faultsOf(message)).toEqual([])
    expect(allOf(message)).toContain('*8.70 万元*')
  })

  it('an English question is answered in English', async () => {
    await slack.send(mention('How much did the Bortala Water Bureau spend on vehicle running costs in 2031?'))
    const said = allOf(await slack.api().arrived(1))
    expect(said).toContain('*8.70 万元*')
    expect(said).toContain('*Year and basis*\n2031 budget')
    expect(said).toContain('*Check*\nverified')
  })

  it('a direct message is answered, and the next one may lean on it', async () => {
    await slack.send(direct(QUESTION))
    expect((await slack.api().arrived(1)).thread).toBeUndefined()
    await slack.send(direct('公务接待费呢？'))
    expect(allOf(await slack.api().arrived(2))).toContain('*0.95 万元*')
  })
})

describe('threads', () => {
  it('a follow-up leans on the question before it in its thread, and on no other', async () => {
    const thread_ts = '1780000000.8'
    await slack.send(mention(QUESTION, { ts: thread_ts }))
    await slack.api().arrived(1)
    await slack.send(mention('办公费呢？', { ts: '1780000001.1' }))
    await slack.api().arrived(2)
    await slack.send(mention('公务接待费呢？', { thread_ts, ts: '1780000002.1' }))
    const answer = await slack.api().arrived(3)
    expect(answer.thread).toBe(thread_ts)
    expect(allOf(answer)).toContain('*0.95 万元*')
  })

  it('below the answer to a command as well', async () => {
    await slack.send(command(QUESTION, slack.api().responseUrl), '/slack/commands')
    const { ts } = await slack.api().arrived(1)
    await slack.send(mention('and in the basic expenditure?', { thread_ts: ts }))
    await slack.send(mention('公务接待费呢？', { thread_ts: ts }))
    const answer = await slack.api().arrived(3)
    expect(answer.thread).toBe(ts)
    expect(allOf(answer)).toContain('*0.95 万元*')
  })

  it('without a mention only where it was asked before', async () => {
    const said = { type: 'message', channel_type: 'channel', thread_ts: '1780000000.9', text: '公务接待费呢？' }
    await slack.send(json(eventBody(said)))
    await slack.send(mention(QUESTION, { ts: '1780000000.9' }))
    await slack.api().arrived(1)
    await slack.send(json(eventBody(said)))
    expect(allOf(await slack.api().arrived(2))).toContain('*0.95 万元*')
    await pause()
    expect(slack.api().posted.length).toBe(2)
  })

  it('a message that comes as a mention and as a message is answered once', async () => {
    const ts = '1780000003.1'
    await slack.send(mention(QUESTION, { ts, thread_ts: '1780000003.0' }))
    await slack.send(json(eventBody({ type: 'message', ts, thread_ts: '1780000003.0', text: `<@UBOT> ${QUESTION}` })))
    await slack.api().arrived(1)
    await pause()
    expect(slack.api().posted.length).toBe(1)
  })
})

const buttonsSchema = z.array(
  z.looseObject({
    elements: z.array(z.looseObject({ action_id: z.string().optional(), value: z.string().optional() })).optional(),
  }),
)
const buttonsOf = (message: { readonly blocks: unknown }) =>
  buttonsSchema
    .parse(message.blocks)
    .flatMap(({ elements }) => elements ?? [])
    .flatMap(({ action_id, value }) => (action_id && value ? [{ action_id, value }] : []))

describe('buttons', () => {
  it('an ambiguous question has them, and one that is pressed is answered in the thread', async () => {
    await slack.send(mention('差旅费是多少？', { ts: '1780000005.1' }))
    const choice = await slack.api().arrived(1)
    expect(faultsOf(choice)).toEqual([])
    const [first, ...others] = buttonsOf(choice)
    if (!first) throw new Error('no button')
    expect(others.length).toBeGreaterThan(0)
    expect(
      (await slack.send(press(first, { ts: choice.ts, thread: '1780000005.1' }, slack.api().responseUrl))).text,
    ).toBe('')
    const answer = await slack.api().arrived(2)
    expect(answer).toMatchObject({ method: 'chat.postMessage', channel: 'C1', thread: '1780000005.1' })
    expect(allOf(answer)).toContain(`<@U2> 问: ${first.value}`)
    expect(allOf(answer)).toMatch(/✅ \*[\d.]+ 万元\*/)
    await slack.send(mention('公务接待费呢？', { thread_ts: '1780000005.1' }))
    expect(allOf(await slack.api().arrived(3))).toMatch(/\*[\d.]+ 万?元\* {2}公务接待费/)
  })

  it('below a message of its own the answer begins the thread', async () => {
    await slack.send(command('差旅费是多少？', slack.api().responseUrl), '/slack/commands')
    const choice = await slack.api().arrived(1)
    const [first] = buttonsOf(choice)
    await slack.send(press(first ?? { action_id: '', value: '' }, { ts: choice.ts }, slack.api().responseUrl))
    expect((await slack.api().arrived(2)).thread).toBe(choice.ts)
  })

  it('of an app that is not ours are let be', async () => {
    await slack.send(press({ action_id: 'approve', value: QUESTION }, { ts: '1.1' }, slack.api().responseUrl))
    await pause()
    expect(slack.api().calls()).toBe(0)
  })
})

it('what is asked stands in the audit log under the workspace, without who asked', async () => {
  const noted: unknown[] = []
  const watched = await slack.start({ audit: { note: (asked) => void noted.push(asked), close: async () => {} } })
  await watched.call('/slack/events', mention(QUESTION))
  await slack.api().arrived(1)
  expect(noted).toMatchObject([{ caller: 'slack:T1', question: QUESTION, outcome: { status: 'answered' } }])
  expect(JSON.stringify(noted)).not.toContain('U1')
  await watched.stop()
})

it('without a public address there are no links, but places in words', async () => {
  const inside = await slack.start({ publicUrl: null })
  await inside.call('/slack/events', mention(QUESTION))
  const message = await slack.api().arrived(1)
  expect(allOf(message)).toMatch(/\[1\] .*水利局 2031 .*\(one\.md:\d+/)
  expect(allOf(message)).not.toContain('http')
  await inside.stop()
})
