import { App, LogLevel, type Receiver, SocketModeReceiver, webApi } from '@slack/bolt'
import type { Logger } from 'pino'
import { Problem } from '../../ingest/domain/problem.ts'
import { ASK_ACTION } from './answer-message.ts'
import type { Block, SlackMessage } from './blocks.ts'
import { boltLog } from './bolt-log.ts'
import { Connection } from './connection.ts'
import { commandIn, messageIn, pressIn, type Said } from './deliveries.ts'
import { Desk, type DeskParts, type Outbox } from './desk.ts'
import { type SlackDoor, signedBy } from './door.ts'
import { answerToProbe, type SlackBody, slackBody } from './incoming.ts'
import { isSigned, isTimely } from './signature.ts'

/** What of the settings concerns Slack, with the tokens that are needed for anything. */
export interface SlackSettings {
  readonly botToken: string
  readonly signingSecret: string | null
  readonly appToken: string | null
  /** Address of the Web API, where it is another than Slack's. */
  readonly apiUrl: string | null
}

/** How the Web API is called; tests do not wait as long. */
export interface Patience {
  /** How long a call may take, in milliseconds. */
  readonly timeoutMs: number
  /** The wait before the first of the tries after a failure; each later one is twice as long. */
  readonly firstWaitMs: number
  readonly tries: number
}

const PATIENCE: Patience = { timeoutMs: 10_000, firstWaitMs: 1000, tries: 4 }

/** How long answers under way may take once the server was told to stop. */
const STOP_LIMIT_MS = 5_000

export interface SlackParts extends DeskParts {
  readonly log: Pick<Logger, 'error' | 'warn' | 'info'>
  /** The clock that signatures are held against, in milliseconds. */
  readonly now?: () => number
  readonly patience?: Patience
}

/** Where deliveries come in, whichever way: our own server hands them on, or the socket of Slack. */
class Entrance implements Receiver {
  readonly #socket: SocketModeReceiver | null
  #app: App | null = null

  constructor(socket: SocketModeReceiver | null) {
    this.#socket = socket
  }

  init(app: App): void {
    this.#app = app
    this.#socket?.init(app)
  }

  /** Connecting is the business of {@link connectionOf}. */
  start(): Promise<void> {
    return Promise.resolve()
  }

  stop(): Promise<void> {
    return Promise.resolve()
  }

  /** Hands on what came over HTTP, which has its answer already. */
  async hand(body: SlackBody): Promise<void> {
    await this.#app?.processEvent({ body, ack: () => Promise.resolve() })
  }
}

/** The assistant in Slack, by Bolt. Nothing is sent before something is asked, but for the connection of Socket Mode. */
export function createSlack(settings: SlackSettings, parts: SlackParts): SlackDoor {
  const desk = new Desk(parts)
  const { log, patience = PATIENCE, now = Date.now } = parts
  const logger = { ...boltLog(log), getLevel: () => LogLevel.INFO }
  const clientOptions = {
    ...(settings.apiUrl === null ? {} : { slackApiUrl: settings.apiUrl }),
    timeout: patience.timeoutMs,
    retryConfig: { retries: patience.tries - 1, minTimeout: patience.firstWaitMs, factor: 2 },
    logger,
  }
  const { appToken, botToken, signingSecret } = settings
  const socket =
    appToken === null
      ? null
      : new SocketModeReceiver({ appToken, logger, autoReconnectEnabled: false, installerOptions: { clientOptions } })
  const connection = socket && connectionOf(socket, patience, log)
  const entrance = new Entrance(socket)
  const app = new App({
    receiver: entrance,
    // Whose token it is need not be asked: events say which user the bot is.
    authorize: () => Promise.resolve({ botToken }),
    ignoreSelf: false,
    convoStore: false,
    logger,
    clientOptions,
  })
  listenTo(app, desk, outboxOf(new webApi.WebClient(botToken, clientOptions), patience))
  app.error((error) => Promise.resolve(log.error({ err: error }, 'a delivery of Slack failed')))
  return {
    http: signingSecret === null ? null : overHttp(entrance, signingSecret, now, log),
    start: () => void connection?.keep(),
    stop: async (limitMs = STOP_LIMIT_MS) => {
      await within(Promise.all([connection?.stop(), desk.done()]), limitMs)
    },
  }
}

function connectionOf(socket: SocketModeReceiver, { firstWaitMs }: Patience, log: SlackParts['log']): Connection {
  return new Connection({
    connect: async () => {
      await socket.start()
    },
    disconnect: () => socket.stop(),
    untilClosed: () => new Promise((resolve) => socket.client.once('disconnected', () => resolve())),
    firstWaitMs,
    log,
  })
}

function listenTo(app: App, desk: Desk, outbox: Outbox): void {
  const take = (said: Said | null) => (said === null ? Promise.resolve() : desk.take(said, outbox))
  app.command(/^\//, async ({ ack, body }) => {
    await ack()
    await take(commandIn(body))
  })
  app.action(new RegExp(`^${ASK_ACTION}`), async ({ ack, body }) => {
    await ack()
    await take(pressIn(body))
  })
  app.event('app_mention', ({ body }) => take(messageIn(body, desk.isOurs)))
  app.event('message', ({ body }) => take(messageIn(body, desk.isOurs)))
}

function overHttp(
  entrance: Entrance,
  secret: string,
  now: () => number,
  log: SlackParts['log'],
): NonNullable<SlackDoor['http']> {
  const refuse = () => {
    throw new Problem('signature-invalid', 'The request is not signed as Slack signs its requests, or not in time.')
  }
  return {
    mayCome: (headers) => {
      if (!isTimely(signedBy(headers), now())) refuse()
    },
    receive: (headers, raw) => {
      if (!isTimely(signedBy(headers), now()) || !isSigned(signedBy(headers), raw, secret)) refuse()
      const body = slackBody(raw, headers['content-type'] ?? '')
      const probe = answerToProbe(body)
      if (probe !== null) return probe
      entrance.hand(body).catch((error: unknown) => log.error({ err: error }, 'a delivery of Slack failed'))
      return ''
    },
  }
}

/** What the Web API says where it takes the words of a message but not its blocks. */
const BLOCKS_REFUSED = /^(?:invalid_blocks(?:_format)?|msg_blocks_too_long|msg_too_long)$/

function outboxOf(client: webApi.WebClient, { timeoutMs }: Patience): Outbox {
  const post = async (channel: string, thread: string | null, text: string, blocks: Block[] | null) => {
    const { ts } = await client.chat.postMessage({
      channel,
      text,
      unfurl_links: false,
      unfurl_media: false,
      ...(blocks === null ? {} : { blocks }),
      ...(thread === null ? {} : { thread_ts: thread }),
    })
    return ts ?? null
  }
  return {
    post: async (channel, thread, { text, blocks }) => {
      try {
        return await post(channel, thread, text, blocks)
      } catch (error) {
        if (!(error instanceof webApi.WebAPIPlatformError && BLOCKS_REFUSED.test(error.data.error))) throw error
        return post(channel, thread, text, null)
      }
    },
    respond: async (responseUrl, { text, blocks }) => respond(responseUrl, { text, blocks }, timeoutMs),
  }
}

async function respond(url: string, message: SlackMessage, timeoutMs: number): Promise<void> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ response_type: 'ephemeral', replace_original: false, ...message }),
    redirect: 'error',
    signal: AbortSignal.timeout(timeoutMs),
  })
  await response.body?.cancel()
  if (!response.ok) throw new Error(`The response_url answered ${response.status}.`)
}

async function within(work: Promise<unknown>, limitMs: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const limit = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, limitMs)
  })
  await Promise.race([work, limit])
  clearTimeout(timer)
}
