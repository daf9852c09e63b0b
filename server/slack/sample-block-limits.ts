import { z } from 'zod'

// For tests: what Slack's reference says of blocks and messages, written down apart from the code that keeps to it.
// https://docs.slack.dev/reference/block-kit/blocks, …/composition-objects/text-object, …/block-elements/button-element,
// https://docs.slack.dev/reference/methods/chat.postMessage (text: 40,000 characters; blocks: 50).

const plainText = (most: number) =>
  z.strictObject({
    type: z.literal('plain_text'),
    text: z.string().min(1).max(most),
    emoji: z.boolean().optional(),
  })
const mrkdwnText = (most: number) =>
  z.strictObject({ type: z.literal('mrkdwn'), text: z.string().min(1).max(most), verbatim: z.boolean().optional() })
const text = (most: number) => z.union([plainText(most), mrkdwnText(most)])
const blockId = z.string().max(255).optional()

const button = z.strictObject({
  type: z.literal('button'),
  text: plainText(75),
  action_id: z.string().min(1).max(255),
  value: z.string().max(2000).optional(),
  url: z.string().max(3000).optional(),
  style: z.enum(['primary', 'danger']).optional(),
})

const block = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('section'),
    block_id: blockId,
    text: text(3000),
    fields: z.array(text(2000)).min(1).max(10).optional(),
  }),
  z.strictObject({ type: z.literal('context'), block_id: blockId, elements: z.array(text(3000)).min(1).max(10) }),
  z.strictObject({
    type: z.literal('actions'),
    block_id: blockId,
    elements: z
      .array(button)
      .min(1)
      .max(25)
      .refine((buttons) => new Set(buttons.map(({ action_id }) => action_id)).size === buttons.length),
  }),
  z.strictObject({ type: z.literal('header'), block_id: blockId, text: plainText(150) }),
  z.strictObject({ type: z.literal('divider'), block_id: blockId }),
])

/** A message that Slack would take. */
const takenSchema = z.object({
  text: z.string().min(1).max(40_000),
  blocks: z
    .array(block)
    .min(1)
    .max(50)
    // Not in the reference, but so it is: github.com/slackapi/bolt-js/issues/2509.
    .refine((blocks) => JSON.stringify(blocks).length < 13_200, 'msg_blocks_too_long'),
})

/** For tests: what Slack would have against a message; nothing where it would take it. */
export function faultsOf(message: unknown): readonly string[] {
  const parsed = takenSchema.safeParse(message)
  const faults = parsed.success ? [] : parsed.error.issues.map(({ path, message: why }) => `${path.join('.')}: ${why}`)
  const words = parsed.success ? [parsed.data.text] : []
  return [...faults, ...[...words, ...textsIn(message)].flatMap(formattingFaults)]
}

/** Every mrkdwn text of a message. */
export function textsIn(message: unknown): readonly string[] {
  const shown = z.object({ blocks: z.array(z.unknown()) }).safeParse(message)
  const texts: string[] = []
  const look = (part: unknown): void => {
    const object = z.looseObject({ type: z.string().optional(), text: z.unknown() }).safeParse(part)
    if (object.success && object.data.type === 'mrkdwn' && typeof object.data.text === 'string')
      texts.push(object.data.text)
    if (Array.isArray(part)) part.forEach(look)
    else if (typeof part === 'object' && part !== null) Object.values(part).forEach(look)
  }
  look(shown.data?.blocks)
  return texts
}

/** Signs that are no entity, link or mention of a user, bold that does not end, code that does not end. */
function formattingFaults(mrkdwn: string): readonly string[] {
  const code = mrkdwn.split('```')
  const prose = code.filter((_, at) => at % 2 === 0).join(' ')
  const withoutLinks = prose.replace(/<https?:\/\/[^<>|\s]+\|[^<>|]+>|<@[UW]\w+>/g, '')
  return [
    ...(code.length % 2 === 0 ? ['code that does not end'] : []),
    ...(/[<]|(?<!^)(?<!\n)>/.test(withoutLinks) ? [`a bare sign in: ${withoutLinks}`] : []),
    ...(/&(?!amp;|lt;|gt;)/.test(mrkdwn) ? ['a bare &'] : []),
    ...(prose.split('\n').some((line) => (line.match(/\*/g)?.length ?? 0) % 2 === 1) ? ['bold that does not end'] : []),
    ...(/[_~]/.test(withoutLinks.replace(/`[^`]*`/g, '')) ? ['a sign of formatting'] : []),
  ]
}
