import { type ChildProcess, spawn } from 'node:child_process'
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
  const data = mkdtempSync(join(tmpdir(), 'budget-chat-browser-'))
  const started = spawn(process.execPath, ['--import', 'tsx', 'server/cli/start.ts', '--data', data, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  project.provide('address', await addressOf(started))
  return async () => {
    const ended = new Promise((resolve) => started.once('exit', resolve))
    started.kill('SIGTERM')
    await ended
    rmSync(data, { recursive: true, force: true })
  }
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
