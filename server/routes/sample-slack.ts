import { pino } from 'pino'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import type { IndexDoor } from '../../ingest/index/open.ts'
import { createAsker } from '../answer/ask.ts'
import { SAMPLE_TEXTS } from '../answer/sample-texts.ts'
import { openSampleIndex } from '../sample-index.ts'
import { type FakeSlackApi, startFakeSlackApi } from '../slack/fake-slack-api.ts'
import { loadSlack } from '../slack/load-slack.ts'
import { textsIn } from '../slack/sample-block-limits.ts'
import { type Delivery, SAMPLE_SECRET } from '../slack/sample-deliveries.ts'
import { fakeParts, type Reply, startServer, type TestServer } from './fake-parts.ts'
import type { Parts } from './parts.ts'

/** For tests: a server with Slack over made-up documents, and a Web API of Slack on loopback; each test has new ones. */
export interface SampleSlack {
  readonly api: () => FakeSlackApi
  readonly server: () => TestServer
  readonly send: (delivery: Delivery, path?: string) => Promise<Reply>
  /** Another server with the same Web API. */
  readonly start: (change: Partial<Parts>) => Promise<TestServer>
}

export function useSampleSlack(): SampleSlack {
  let index: { readonly door: IndexDoor; readonly close: () => void }
  let api: FakeSlackApi
  let server: TestServer

  const start = async (change: Partial<Parts>): Promise<TestServer> => {
    const parts = fakeParts(null, {
      door: index.door,
      asker: createAsker(index.door),
      askTimeLimitMs: 20_000,
      publicUrl: 'https://budget.example/app',
      ...change,
    })
    const slack = { signingSecret: SAMPLE_SECRET, botToken: 'xoxb-made-up', appToken: null, apiUrl: api.url }
    const patience = { timeoutMs: 1500, firstWaitMs: 10, tries: 3 }
    return startServer({
      ...parts,
      slack: await loadSlack({ slack }, { ...parts, log: pino({ level: 'silent' }), patience }),
    })
  }

  beforeAll(async () => {
    index = await openSampleIndex(SAMPLE_TEXTS)
  })
  beforeEach(async () => {
    api = await startFakeSlackApi()
    server = await start({})
    return async () => {
      await server.stop()
      await api.close()
    }
  })
  afterAll(() => index.close())

  return {
    api: () => api,
    server: () => server,
    send: (delivery, path = '/slack/events') => server.call(path, delivery),
    start,
  }
}

/** A little while, in which an answer that must not come would have come. */
export const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 200))

/** All that a message shows in mrkdwn. */
export const allOf = (message: unknown): string => textsIn(message).join('\n')
