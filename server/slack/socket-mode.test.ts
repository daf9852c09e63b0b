import { pino } from 'pino'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { SlackDoor } from './door.ts'
import { type FakeSlackApi, startFakeSlackApi } from './fake-slack-api.ts'
import { type FakeSlackSocket, startFakeSlackSocket } from './fake-slack-socket.ts'
import { loadSlack } from './load-slack.ts'
import { sampleAnswer } from './sample-answer.ts'
import { faultsOf } from './sample-block-limits.ts'
import { eventBody } from './sample-deliveries.ts'

let api: FakeSlackApi
let socket: FakeSlackSocket
let slack: SlackDoor
beforeEach(async () => {
  socket = await startFakeSlackSocket()
  api = await startFakeSlackApi(socket.url)
  const loaded = await loadSlack(
    { slack: { signingSecret: null, botToken: 'xoxb-1', appToken: 'xapp-1', apiUrl: api.url } },
    {
      asker: { ask: async () => sampleAnswer() },
      askTimeLimitMs: 1000,
      audit: { note: () => undefined },
      metrics: { asked: () => undefined },
      publicUrl: null,
      log: pino({ level: 'silent' }),
      patience: { timeoutMs: 5000, firstWaitMs: 10, tries: 2 },
    },
  )
  if (!loaded) throw new Error('not loaded')
  slack = loaded
})
afterEach(async () => {
  await slack.stop()
  await socket.close()
  await api.close()
})

const connected = (count: number) => vi.waitFor(() => expect(socket.connections()).toBe(count), 5000)
const command = (trigger_id: string) => ({
  command: '/budget',
  text: '青石县水务局2031年公务接待费',
  team_id: 'T1',
  user_id: 'U1',
  channel_id: 'C1',
  response_url: api.responseUrl,
  trigger_id,
})

it('has no way in over HTTP', () => {
  expect(slack.http).toBeNull()
})

it('commands and events that come by the socket are acknowledged and answered', async () => {
  slack.start()
  await connected(1)
  socket.deliver('e1', 'slash_commands', command('t1'))
  expect(faultsOf(await api.arrived(1))).toEqual([])
  socket.deliver('e2', 'events_api', eventBody({ text: '<@UBOT> 公务接待费', ts: '1780000000.5' }))
  expect((await api.arrived(2)).thread).toBe('1780000000.5')
  await vi.waitFor(() => expect(socket.acknowledged).toEqual(['e1', 'e2']))
})

it('a workspace that cannot be reached is tried again, and nothing else comes of it', async () => {
  api.mishap({ status: 500 }, { status: 500 }, { status: 200, body: { ok: false, error: 'invalid_auth' } })
  slack.start()
  await connected(1)
  expect(api.calls()).toBe(4)
})

it('a connection that ends is made again', async () => {
  slack.start()
  await connected(1)
  socket.drop()
  await connected(2)
  socket.deliver('e3', 'slash_commands', command('t2'))
  await api.arrived(1)
})
