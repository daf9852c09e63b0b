import type { Settings } from '../config.ts'
import type { SlackParts } from './bolt-app.ts'
import type { SlackDoor } from './door.ts'

/** The assistant in Slack, where the settings name a bot; else null, and then nothing of Slack's library is read. */
export async function loadSlack({ slack }: Pick<Settings, 'slack'>, parts: SlackParts): Promise<SlackDoor | null> {
  const { botToken } = slack
  if (botToken === null) return null
  const { createSlack } = await import('./bolt-app.ts')
  return createSlack({ ...slack, botToken }, parts)
}
