import { describe, expect, it } from 'vitest'
import { faultsOf } from '../slack/sample-block-limits.ts'
import { command, type Delivery, direct, eventBody, json, mention } from '../slack/sample-deliveries.ts'
import { fakeParts, startServer } from './fake-parts.ts'
import { allOf, pause, useSampleSlack } from './sample-slack.ts'

const QUESTION = '博州水利局2031年公务用车运行费预算是多少？'
const slack = useSampleSlack()

describe('what is not answered', () => {
  it.each<[string, Record<string, unknown>]>([
    ['of its own', { user: 'UBOT' }],
    ['of another bot', { bot_id: 'B2' }],
    ['that was edited', { subtype: 'message_changed' }],
    ['in a channel, to nobody', { channel_type: 'channel', channel: 'C1' }],
  ])('a message %s', async (_name, change) => {
    expect((await slack.send(direct(QUESTION, change))).status).toBe(200)
    await pause()
    expect(slack.api().calls()).toBe(0)
  })

  it('the question whether anybody is there: it is told so at once', async () => {
    const probe = await slack.send(json({ type: 'url_verification', challenge: 'c0ffee', token: 'old' }))
    expect([probe.status, probe.text]).toEqual([200, 'c0ffee'])
    const unsigned = json({ type: 'url_verification', challenge: 'c0ffee' }, 0, 'another-secret')
    expect((await slack.send(unsigned)).status).toBe(401)
  })
})

describe('too much, too little, or nothing to be found', () => {
  it.each([
    ['问'.repeat(40_000), '问题太长'],
    ['why '.repeat(10_000), 'The question is too long'],
  ])('40,000 characters are refused in the language they are in', async (text, sentence) => {
    expect((await slack.send(command(text, slack.api().responseUrl), '/slack/commands')).status).toBe(200)
    const message = await slack.api().arrived(1)
    expect(faultsOf(message)).toEqual([])
    expect(message.text).toContain(sentence)
  })

  it('a body of more than a megabyte is refused', async () => {
    const reply = await slack.send(mention('x'.repeat(1024 * 1024)))
    expect(reply.status).toBe(413)
    expect(reply.json).toMatchObject({ code: 'request-too-large' })
  })

  it('a signed body that is none is refused', async () => {
    const reply = await slack.send(json([]))
    expect(reply.status).toBe(400)
    expect(reply.json).toMatchObject({ code: 'request-invalid' })
  })

  it.each(['/slack/events', '/slack/commands'])('GET %s is refused', async (path) => {
    expect((await slack.server().call(path)).status).toBe(405)
  })

  it('nothing asked is answered with help', async () => {
    await slack.send(command('', slack.api().responseUrl), '/slack/commands')
    expect((await slack.api().arrived(1)).text).toContain('/budget')
  })

  it.each([
    ['和田地区水利局2031年差旅费是多少', '和田地区水利局'],
    ['How much did the Hotan Water Bureau spend on travel in 2031?', 'Not found'],
  ])('%s is not found, and says so', async (question, words) => {
    await slack.send(mention(question))
    const message = await slack.api().arrived(1)
    expect(faultsOf(message)).toEqual([])
    expect(allOf(message)).toContain(words)
    expect(allOf(message)).not.toContain('✅')
  })
})

describe('signatures', () => {
  it.each<[string, () => Delivery]>([
    ['is late', () => json(eventBody({ text: QUESTION }), 301)],
    ['is ahead of its time', () => json(eventBody({ text: QUESTION }), -302)],
    ['is signed by another', () => json(eventBody({ text: QUESTION }), 0, 'another-secret')],
    ['has another body than was signed', () => ({ ...mention(QUESTION), body: mention('1').body })],
    ['has no headers', () => ({ ...mention(QUESTION), headers: { 'Content-Type': 'application/json' } })],
    [
      'has no signature of the known kind',
      () => {
        const { headers, ...rest } = mention(QUESTION)
        return { ...rest, headers: { ...headers, 'X-Slack-Signature': 'v1=00' } }
      },
    ],
    [
      'has a time that is none',
      () => {
        const { headers, ...rest } = mention(QUESTION)
        return { ...rest, headers: { ...headers, 'X-Slack-Request-Timestamp': 'now' } }
      },
    ],
  ])('a request that %s is refused', async (_name, delivery) => {
    const reply = await slack.send(delivery())
    expect(reply.status).toBe(401)
    expect(reply.json).toMatchObject({ code: 'signature-invalid' })
    await pause()
    expect(slack.api().calls()).toBe(0)
  })

  it('a request within five minutes is taken', async () => {
    expect((await slack.send(json(eventBody({ text: QUESTION }), 290))).status).toBe(200)
    await slack.api().arrived(1)
  })
})

describe('what comes again', () => {
  it.each<[string, () => Delivery]>([
    ['event', () => mention(QUESTION)],
    ['command', () => command(QUESTION, slack.api().responseUrl)],
  ])('the very same %s, recorded and played again, is acknowledged and not answered twice', async (_name, make) => {
    const delivery = make()
    for (let time = 0; time < 3; time += 1) expect((await slack.send(delivery)).status).toBe(200)
    await slack.api().arrived(1)
    await pause()
    expect(slack.api().posted.length).toBe(1)
  })

  it('an event that Slack tries again, signed anew, is not answered twice', async () => {
    const body = eventBody({ text: QUESTION })
    await slack.send(json(body, 20))
    const again = json(body)
    const retry = { 'X-Slack-Retry-Num': '1', 'X-Slack-Retry-Reason': 'http_timeout' }
    expect((await slack.send({ ...again, headers: { ...again.headers, ...retry } })).status).toBe(200)
    await slack.api().arrived(1)
    await pause()
    expect(slack.api().posted.length).toBe(1)
  })

  it('a first delivery that was lost is answered when it is tried again', async () => {
    const again = mention(QUESTION)
    await slack.send({ ...again, headers: { ...again.headers, 'X-Slack-Retry-Num': '2' } })
    expect(allOf(await slack.api().arrived(1))).toContain('*8.70 万元*')
  })
})

it('without Slack configured there is nothing at its addresses', async () => {
  const plain = await startServer(fakeParts([]))
  const { headers, ...rest } = mention(QUESTION)
  expect((await plain.call('/slack/events', { ...rest, headers: { ...headers, Host: '127.0.0.1' } })).status).toBe(404)
  await plain.stop()
})

it('a server with keys takes what is signed without one, and nothing else', async () => {
  const apiKeys = [{ key: 'k', scopes: ['ask', 'read'] as const }]
  const keyed = await slack.start({ access: { apiKeys, allowedOrigins: [], trustedProxies: 0 } })
  expect((await keyed.call('/slack/events', mention(QUESTION))).status).toBe(200)
  await slack.api().arrived(1)
  expect((await keyed.call('/slack/events', { ...mention(QUESTION), body: '{}' })).status).toBe(401)
  expect((await keyed.call('/api/facts')).status).toBe(401)
  await keyed.stop()
})

it('a server without keys answers its other addresses to this machine only, Slack or not', async () => {
  expect((await slack.server().call('/api/facts', { headers: { Host: 'budget.example' } })).status).toBe(403)
})
