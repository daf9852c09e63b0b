import { cut } from './mrkdwn.ts'

/** What Slack takes at most, by its reference of Block Kit and of chat.postMessage; characters are those of JavaScript. */
export const LIMITS = {
  blocks: 50,
  sectionText: 3000,
  fields: 10,
  fieldText: 2000,
  contextElements: 10,
  actionElements: 25,
  buttonText: 75,
  buttonValue: 2000,
} as const

export interface Mrkdwn {
  type: 'mrkdwn'
  text: string
  /** Nothing in it becomes a link or a name by itself. */
  verbatim: true
}

export interface Button {
  type: 'button'
  action_id: string
  text: { type: 'plain_text'; text: string; emoji: false }
  value: string
}

export type Block =
  | { type: 'section'; text: Mrkdwn; fields?: Mrkdwn[] }
  | { type: 'context'; elements: Mrkdwn[] }
  | { type: 'actions'; elements: Button[] }

/** A message as Slack is sent it: blocks, and a text for notices and for clients that show no blocks. */
export interface SlackMessage {
  readonly text: string
  readonly blocks: Block[]
}

export function mrkdwn(text: string, most: number = LIMITS.sectionText): Mrkdwn {
  return { type: 'mrkdwn', text: cut(text, most), verbatim: true }
}

export function section(text: string): Block {
  return { type: 'section', text: mrkdwn(text) }
}

/** Small print. */
export function context(text: string): Block {
  return { type: 'context', elements: [mrkdwn(text)] }
}

/**
 * Lines put together into as few texts as Slack's limit lets, each wrapped alike; `most` characters altogether. `rest`
 * words what was left out.
 */
export function packed(
  lines: readonly string[],
  most: number,
  rest: (left: number) => string,
  wrap: (text: string) => string = (text) => text,
): string[] {
  const room = LIMITS.sectionText - wrap('').length
  const texts: string[] = []
  let taken = 0
  for (const [at, whole] of lines.entries()) {
    const line = cut(whole, room)
    if (taken + line.length + 1 > most && at > 0) {
      return [...texts.map(wrap), rest(lines.length - at)]
    }
    taken += line.length + 1
    const last = texts.at(-1)
    if (last !== undefined && last.length + 1 + line.length <= room) texts.splice(-1, 1, `${last}\n${line}`)
    else texts.push(line)
  }
  return texts.map(wrap)
}
