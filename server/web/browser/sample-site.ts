import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import type { TestProject } from 'vitest/node'
import { CHROMIUM } from './sample-browser.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the demo is served. */
    readonly address: string
    /** A page of another site with the widget in it; by this name its origin is allowed, by "localhost" it is not. */
    readonly foreign: string
  }
}

/** For tests in a browser: the program as people start it, with its demo, in a process of its own. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  if (CHROMIUM === null) {
    project.provide('address', '')
    project.provide('foreign', '')
    return async () => undefined
  }
  const foreign = createServer()
  await once(foreign.listen(0), 'listening')
  const origin = `http://127.0.0.1:${portOf(foreign)}`
  const site = await startSite({ ALLOWED_ORIGINS: origin })
  foreign.on('request', (request, response) => {
    if (request.url?.startsWith(UNDER)) void passOn(request, response, site.address)
    else sendForeignPage(response, request.url === '/same' ? `${origin}${UNDER}` : site.address)
  })
  project.provide('address', site.address)
  project.provide('foreign', origin)
  return async () => {
    foreign.closeAllConnections()
    foreign.close()
    await site.stop()
  }
}

function portOf(server: Server): number {
  const address = server.address()
  return typeof address === 'object' && address ? address.port : 0
}

/** Under this path of the other site the server is found as well, as behind a proxy. */
const UNDER = '/finance/ask'

async function passOn(request: IncomingMessage, response: ServerResponse, server: string): Promise<void> {
  const { origin, 'content-type': type } = request.headers
  const headers = { ...(origin && { origin }), ...(type && { 'content-type': type }) }
  const body = request.method === 'POST' ? await buffer(request) : null
  const reply = await fetch(`${server}${request.url?.slice(UNDER.length)}`, {
    method: request.method ?? 'GET',
    headers,
    body: body && new Uint8Array(body),
  })
  response.writeHead(reply.status, { 'Content-Type': reply.headers.get('content-type') ?? '' })
  response.end(Buffer.from(await reply.arrayBuffer()))
}

/** Of a site that lets nothing in but the widget, and whose styles would spoil it if they could. */
function sendForeignPage(response: ServerResponse, server: string): void {
  response.setHeader('Content-Type', 'text/html; charset=utf-8')
  response.setHeader(
    'Content-Security-Policy',
    `default-src 'none'; script-src ${new URL(server).origin}; connect-src ${new URL(server).origin}; style-src 'none'; require-trusted-types-for 'script'`,
  )
  response.end(`<!doctype html><html lang="zh-CN"><title>青石县</title><h1>青石县人民政府</h1>
<script src="${server}/widget.js" data-color="#7a1f1f" data-position="left" data-greeting="青石县预算问答" async></script></html>`)
}

/** The program in a process of its own, over a folder of its own. */
export interface Site {
  readonly address: string
  readonly stop: () => Promise<void>
}

/** `settings` are variables of its environment. */
export async function startSite(settings: Readonly<Record<string, string>> = {}): Promise<Site> {
  const data = mkdtempSync(join(tmpdir(), 'budget-chat-browser-'))
  const variables = Object.entries(settings).map(([name, value]) => `${name}=${value}`)
  const start = ['--import', 'tsx', 'server/cli/start.ts', '--data', data, '--port', '0']
  const started = spawn('env', [...variables, process.execPath, ...start], {
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
