import { signatureOf } from './signature.ts'

export const SAMPLE_SECRET = 'made-up-signing-secret'

/** A request as Slack sends it. */
export interface Delivery {
  readonly method: 'POST'
  readonly headers: Record<string, string>
  readonly body: string
}

/** For tests: a body signed as Slack signs, `agoS` seconds ago. */
function signed(body: string, contentType: string, agoS = 0, secret = SAMPLE_SECRET): Delivery {
  const timestamp = String(Math.floor(Date.now() / 1000) - agoS)
  return {
    method: 'POST',
    headers: {
      'Content-Type': contentType,
      'X-Slack-Request-Timestamp': timestamp,
      'X-Slack-Signature': signatureOf(timestamp, body, secret),
      // Slack comes by the public name of the server.
      Host: 'budget.example',
    },
    body,
  }
}

export const json = (body: unknown, agoS = 0, secret = SAMPLE_SECRET): Delivery =>
  signed(JSON.stringify(body), 'application/json', agoS, secret)

const form = (fields: Record<string, string>): Delivery =>
  signed(new URLSearchParams(fields).toString(), 'application/x-www-form-urlencoded')

let count = 0
const next = (prefix: string): string => {
  count += 1
  return `${prefix}${count}`
}

/** For tests: the body of an event; a message in a channel unless told otherwise. */
export function eventBody(event: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return {
    token: 'old',
    team_id: 'T1',
    api_app_id: 'A1',
    type: 'event_callback',
    event_id: next('Ev'),
    event_time: 1790000000,
    authorizations: [{ team_id: 'T1', user_id: 'UBOT', is_bot: true }],
    event: { type: 'app_mention', user: 'U1', channel: 'C1', ts: `1780000000.${next('')}`, ...event },
  }
}

export const mention = (text: string, more: Readonly<Record<string, unknown>> = {}): Delivery =>
  json(eventBody({ text: `<@UBOT> ${text}`, ...more }))

export const direct = (text: string, more: Readonly<Record<string, unknown>> = {}): Delivery =>
  json(eventBody({ type: 'message', channel_type: 'im', channel: 'D1', text, ...more }))

/** For tests: a slash command. */
export function command(text: string, responseUrl: string): Delivery {
  return form({
    team_id: 'T1',
    user_id: 'U1',
    channel_id: 'C1',
    command: '/budget',
    text,
    response_url: responseUrl,
    trigger_id: next('trigger'),
  })
}

/** For tests: a button of a message that was pressed. */
export function press(
  button: { readonly action_id: string; readonly value: string },
  at: { readonly ts: string; readonly thread?: string | undefined; readonly isEphemeral?: boolean },
  responseUrl: string,
): Delivery {
  const payload = {
    type: 'block_actions',
    team: { id: 'T1', domain: 'example' },
    user: { id: 'U2', team_id: 'T1' },
    channel: { id: 'C1', name: 'budget' },
    trigger_id: next('trigger'),
    container: {
      type: 'message',
      message_ts: at.ts,
      channel_id: 'C1',
      is_ephemeral: at.isEphemeral ?? false,
      ...(at.thread === undefined ? {} : { thread_ts: at.thread }),
    },
    response_url: responseUrl,
    actions: [{ type: 'button', block_id: 'b', action_ts: next('1.'), ...button }],
  }
  return form({ payload: JSON.stringify(payload) })
}
