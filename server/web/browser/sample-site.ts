import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { CHROMIUM } from './sample-browser.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the demo is served. */
    readonly address: string
  }
}

/** For tests in a browser: the program as people start it, with its demo, in a process of its own. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  if (CHROMIUM === null) {
    project.provide('address', '')
    return async () => undefined
  }
  const site = await startSite()
  project.provide('address', site.address)
  return site.stop
}

/** The program in a process of its own, over a folder of its own. */
export interface Site {
  readonly address: string
  readonly stop: () => Promise<void>
}

export async function startSite(): Promise<Site> {
  const data = mkdtempSync(join(tmpdir(), 'budget-chat-browser-'))
  const started = spawn(process.execPath, ['--import', 'tsx', 'server/cli/start.ts', '--data', data, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const stop = async (): Promise<void> => {
    const ended = once(started, 'exit')
    started.kill('SIGTERM')
    await ended
    rmSync(data, { recursive: true, force: true })
  }
  return { address: await addressOf(started), stop }
}

/** The address that the program prints once it listens. */
async function addressOf(started: ChildProcess): Promise<string> {
  let printed = ''
  for await (const part of started.stdout ?? []) {
    printed += String(part)
    const address = /http:\/\/\S+/.exec(printed)?.[0]
    if (address !== undefined) return address
  }
  throw new Error(`the program ended before it listened: ${printed}`)
}
