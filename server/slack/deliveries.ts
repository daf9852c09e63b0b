import { z } from 'zod'
import { ASK_ACTION } from './answer-message.ts'
import { askedText } from './asked-text.ts'
import { LIMITS } from './blocks.ts'

/** Something said to the assistant in Slack, and where it is answered. */
export interface Said {
  /** What the delivery and the message are called: one that was answered is not answered again. */
  readonly names: readonly string[]
  readonly team: string
  readonly user: string
  readonly channel: string
  /** The thread that the answer goes to; null where it is a message of its own. */
  readonly thread: string | null
  /** The message that asks, where it is one. */
  readonly message: string | null
  readonly question: string
  /** Whether the question must be repeated, since nobody else saw it. */
  readonly unseen: boolean
  /** Where an answer can be sent that may not be posted in the channel. */
  readonly responseUrl: string | null
}

/** Slack's names of things, of whatever kind: nothing in them means anything in a message. */
const id = z.string().regex(/^[\w.:-]{1,200}$/)
const teamSchema = z.union([id, z.object({ id }).transform((team) => team.id)]).nullish()

const messageSchema = z.object({
  team_id: id,
  event_id: id,
  authorizations: z.array(z.looseObject({ user_id: id.nullish() })).nullish(),
  event: z.object({
    type: z.enum(['app_mention', 'message']),
    channel_type: z.string().nullish(),
    subtype: z.string().nullish(),
    bot_id: z.string().nullish(),
    user: id,
    text: z.string().default(''),
    channel: id,
    ts: id,
    thread_ts: id.nullish(),
  }),
})

/**
 * A mention, a direct message, or a message in a thread that `isOurs`; null for all else: other people's talk, what bots
 * say, this one above all, and edits.
 */
export function messageIn(body: unknown, isOurs: (channel: string, thread: string) => boolean): Said | null {
  const parsed = messageSchema.safeParse(body)
  if (!parsed.success) return null
  const { event, event_id, team_id, authorizations } = parsed.data
  const { type, channel, channel_type, ts, user, text } = event
  const own = (authorizations ?? []).some((authorization) => authorization.user_id === user)
  if (own || event.bot_id || (event.subtype && event.subtype !== 'thread_broadcast')) return null
  const direct = channel_type === 'im'
  const thread = event.thread_ts ?? null
  if (type === 'message' && !direct && !(thread !== null && isOurs(channel, thread))) return null
  return {
    names: [`event ${event_id}`, `message ${channel} ${ts}`],
    team: team_id,
    user,
    channel,
    thread: thread ?? (direct ? null : ts),
    message: ts,
    question: askedText(text),
    unseen: false,
    responseUrl: null,
  }
}

const commandSchema = z.object({
  team_id: id,
  user_id: id,
  channel_id: id,
  trigger_id: id,
  text: z.string().default(''),
  response_url: z.url().nullish(),
})

/** What follows a slash command; null where the body is none. */
export function commandIn(body: unknown): Said | null {
  const parsed = commandSchema.safeParse(body)
  if (!parsed.success) return null
  const { team_id, user_id, channel_id, trigger_id, text, response_url } = parsed.data
  return {
    names: [`trigger ${trigger_id}`],
    team: team_id,
    user: user_id,
    channel: channel_id,
    thread: null,
    message: null,
    question: askedText(text),
    unseen: true,
    responseUrl: response_url ?? null,
  }
}

const pressSchema = z.object({
  team: teamSchema,
  user: z.object({ id }),
  trigger_id: id,
  container: z.object({
    message_ts: id,
    thread_ts: id.nullish(),
    channel_id: id,
    is_ephemeral: z.boolean().nullish(),
  }),
  response_url: z.url().nullish(),
  actions: z
    .array(z.object({ action_id: z.string().startsWith(ASK_ACTION), value: z.string().max(LIMITS.buttonValue) }))
    .min(1),
})

/** The question of a button that was pressed; it is answered in the thread of its message. Null where the body is none. */
export function pressIn(body: unknown): Said | null {
  const parsed = pressSchema.safeParse(body)
  const [action] = parsed.data?.actions ?? []
  if (!parsed.success || !action) return null
  const { team, user, trigger_id, container, response_url } = parsed.data
  return {
    names: [`trigger ${trigger_id}`],
    team: team ?? '',
    user: user.id,
    channel: container.channel_id,
    thread: container.is_ephemeral ? null : (container.thread_ts ?? container.message_ts),
    message: null,
    question: action.value,
    unseen: true,
    responseUrl: response_url ?? null,
  }
}
