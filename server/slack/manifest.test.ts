import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'

const manifestSchema = z.object({
  display_information: z.object({ name: z.string().max(35), description: z.string().max(140) }),
  features: z.object({
    slash_commands: z.array(z.object({ command: z.string(), url: z.url().optional() })).min(1),
  }),
  oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()) }) }),
  settings: z.object({
    event_subscriptions: z.object({ request_url: z.url().optional(), bot_events: z.array(z.string()) }),
    interactivity: z.object({ is_enabled: z.literal(true), request_url: z.url().optional() }),
    socket_mode_enabled: z.boolean(),
  }),
})

const read = (file: string) => manifestSchema.parse(JSON.parse(readFileSync(`server/slack/${file}`, 'utf8')))

/** The scope that each event and feature needs, by Slack's reference. */
const SCOPE_OF: Readonly<Record<string, string>> = { app_mention: 'app_mentions:read', 'message.im': 'im:history' }

describe.each(['manifest.json', 'manifest-socket-mode.json'])('%s', (file) => {
  const { features, oauth_config, settings } = read(file)

  it('asks for the scopes that it needs and no other', () => {
    const needed = settings.event_subscriptions.bot_events.map((event) => SCOPE_OF[event])
    expect([...oauth_config.scopes.bot].sort()).toEqual(
      [...needed, 'chat:write', 'chat:write.public', 'commands'].sort(),
    )
    expect(features.slash_commands.map(({ command }) => command)).toEqual(['/budget'])
  })
})

it('one leads to the addresses of the server, the other to none', () => {
  const addresses = (file: string) => {
    const { features, settings } = read(file)
    return [
      features.slash_commands[0]?.url,
      settings.event_subscriptions.request_url,
      settings.interactivity.request_url,
    ].map((url) => url && new URL(url).pathname)
  }
  expect(addresses('manifest.json')).toEqual(['/slack/commands', '/slack/events', '/slack/events'])
  expect(addresses('manifest-socket-mode.json')).toEqual([undefined, undefined, undefined])
  expect(read('manifest.json').settings.socket_mode_enabled).toBe(false)
  expect(read('manifest-socket-mode.json').settings.socket_mode_enabled).toBe(true)
})
