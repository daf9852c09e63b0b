import { z } from 'zod'
import { Problem } from '../../ingest/domain/problem.ts'

const bodySchema = z.record(z.string(), z.unknown())
/** What Slack sends, of whatever kind; what is taken from it is read by schemas of its own. */
export type SlackBody = z.infer<typeof bodySchema>

/**
 * What Slack sends: events as JSON, commands as a form, buttons as JSON in the field "payload" of a form. Throws Problem
 * "request-invalid" for anything else.
 */
export function slackBody(raw: Buffer, contentType: string): SlackBody {
  const text = raw.toString('utf8')
  if (/^application\/json\b/i.test(contentType)) return jsonBody(text)
  const form = new URLSearchParams(text)
  const payload = form.get('payload')
  return payload === null ? Object.fromEntries(form) : jsonBody(payload)
}

function jsonBody(text: string): SlackBody {
  try {
    return bodySchema.parse(JSON.parse(text))
  } catch (cause) {
    throw new Problem('request-invalid', 'The body is not what Slack sends.', { cause })
  }
}

const challengeSchema = z.object({ type: z.literal('url_verification'), challenge: z.string().max(1000) })

/** What a request is answered with that only asks whether anybody is there; null for all others. */
export function answerToProbe(body: SlackBody): string | null {
  const challenge = challengeSchema.safeParse(body)
  if (challenge.success) return challenge.data.challenge
  return body.ssl_check === '1' ? '' : null
}
