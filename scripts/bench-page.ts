import { parseArgs } from 'node:util'
import { gzipSync } from 'node:zlib'
import type { Browser, CDPSession, Page } from 'playwright-core'
import { type Answer, answerSchema } from '../server/answer/contract.ts'
import { CHROMIUM, openBrowser, openPage } from '../server/web/browser/sample-browser.ts'
import { startSite } from '../server/web/browser/sample-site.ts'

// What the page that asks costs in a browser whose processor is four times as slow: how soon it is seen and can be typed
// into, what it loads, whether anything moves while an answer comes, and whether any letter is lost among hundreds of
// answers. Prints a table beside what is meant; it fails nobody.

const { values: flags } = parseArgs({
  options: { slowdown: { type: 'string' }, loads: { type: 'string' }, answers: { type: 'string' } },
})
const slowdown = Number(flags.slowdown ?? 4)
const loads = Number(flags.loads ?? 9)
const answerCount = Number(flags.answers ?? 300)

const QUESTION = '巴州医保局2020年公务用车运行费是多少？'
const TYPED = '在三百个答案之间输入的文字，一个也不能少。'.repeat(5)
const PIECES = 60
const PARAGRAPHS = 5
const PIECE_MS = 40

interface Row {
  readonly what: string
  readonly found: number
  readonly unit: string
  readonly most: number
}

/** What the page notes of itself, from its first line on. */
const NOTES = `
  window.notes = { ready: null, shift: 0, slowest: 0, inputs: 0 }
  new MutationObserver((_, observer) => {
    if (!document.getElementById('question')) return
    observer.disconnect()
    // Drawn, and nothing else in the way of a letter.
    requestAnimationFrame(() => setTimeout(() => { window.notes.ready = performance.now() }))
  }).observe(document, { childList: true, subtree: true })
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.notes.shift += entry.value
  }).observe({ type: 'layout-shift', buffered: true })
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      window.notes.inputs += 1
      window.notes.slowest = Math.max(window.notes.slowest, entry.duration)
    }
  }).observe({ type: 'event', durationThreshold: 16, buffered: true })
`

/** Answers every question with the same answer, in pieces where a pause is given. */
function answering(answer: Answer, pauseMs: number): string {
  const length = Math.ceil(answer.answer.length / PIECES)
  const pieces = Array.from({ length: PIECES }, (_, at) => answer.answer.slice(at * length, (at + 1) * length))
  return `
    const fetchAnew = window.fetch
    window.fetch = async (address, init) => {
      if (!String(address).includes('/api/ask/stream')) return fetchAnew(address, init)
      const encoder = new TextEncoder()
      const event = (name, data) => encoder.encode('event: ' + name + '\\ndata: ' + JSON.stringify(data) + '\\n\\n')
      return new Response(new ReadableStream({ async start(stream) {
        stream.enqueue(event('status', { stage: 'searching' }))
        if (${pauseMs} > 0) for (const text of ${JSON.stringify(pieces)}) {
          await new Promise((resolve) => setTimeout(resolve, ${pauseMs}))
          stream.enqueue(event('delta', { text }))
        }
        stream.enqueue(event('answer', ${JSON.stringify(answer)}))
        stream.close()
      } }), { headers: { 'Content-Type': 'text/event-stream' } })
    }`
}

async function slowPage(browser: Browser, scripts: readonly string[], isSlow = true): Promise<Page> {
  const { page } = await openPage(browser)
  for (const script of [NOTES, ...scripts]) await page.addInitScript(script)
  if (isSlow) await slow(page)
  return page
}

async function slow(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
  return session
}

async function note(page: Page, name: 'ready' | 'shift' | 'slowest' | 'inputs'): Promise<number> {
  return Number(await page.evaluate(`window.notes.${name}`))
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? Number.NaN
}

/** A browser that was never here, so often; the middle one of each is told. */
async function measureLoads(browser: Browser, address: string): Promise<readonly Row[]> {
  const [paints, readies, scripts]: [number[], number[], number[]] = [[], [], []]
  for (let load = 0; load < loads; load += 1) {
    const page = await slowPage(browser, [])
    const bodies: Promise<Buffer>[] = []
    page.on('response', (response) => {
      if (new URL(response.url()).pathname.endsWith('.js')) bodies.push(response.body())
    })
    await page.goto(address)
    await page.waitForFunction('window.notes.ready !== null')
    await page.locator('.examples button').first().waitFor()
    paints.push(Number(await page.evaluate(`performance.getEntriesByName('first-contentful-paint')[0].startTime`)))
    readies.push(await note(page, 'ready'))
    scripts.push((await Promise.all(bodies)).reduce((sum, body) => sum + gzipSync(body).length, 0))
    await page.context().close()
  }
  return [
    { what: 'first contentful paint', found: median(paints), unit: 'ms', most: 1000 },
    { what: 'first contentful paint, slowest', found: Math.max(...paints), unit: 'ms', most: 1000 },
    { what: 'ready to type', found: median(readies), unit: 'ms', most: 1500 },
    { what: 'ready to type, slowest', found: Math.max(...readies), unit: 'ms', most: 1500 },
    { what: 'scripts of the page, gzipped', found: Math.max(...scripts) / 1024, unit: 'KB', most: 120 },
  ]
}

async function measureShift(browser: Browser, address: string, answer: Answer): Promise<Row> {
  const long = Array.from({ length: PARAGRAPHS }, () => answer.answer).join('\n\n')
  const page = await slowPage(browser, [answering({ ...answer, answer: long }, PIECE_MS)])
  await page.goto(address)
  await page.locator('.examples button').first().waitFor()
  const before = await note(page, 'shift')
  await page.getByRole('textbox').fill(QUESTION)
  await page.keyboard.press('Enter')
  await page.locator('.actions').waitFor()
  await page.waitForTimeout(1000)
  const found = (await note(page, 'shift')) - before
  await page.context().close()
  return { what: 'layout shift while an answer streams', found, unit: '', most: 0.02 }
}

async function measureTyping(browser: Browser, address: string, answer: Answer): Promise<readonly Row[]> {
  const page = await slowPage(browser, [answering(answer, 0)], false)
  await page.goto(address)
  for (let asked = 0; asked < answerCount; asked += 1) {
    await page.getByRole('textbox').fill(QUESTION)
    await page.keyboard.press('Enter')
    await page.locator('.turn').nth(asked).locator('.actions').waitFor()
  }
  const session = await slow(page)
  // What asking so much at once left behind is no part of what typing costs.
  await session.send('HeapProfiler.collectGarbage')
  await page.evaluate('window.notes.slowest = 0; scrollTo({ top: 0, behavior: "instant" })')
  await page.getByRole('textbox').focus()
  const letters = Array.from(TYPED)
  for (const [at, letter] of letters.entries()) {
    await page.keyboard.insertText(letter)
    // Scrolled all the while, down and up again.
    await page.mouse.wheel(0, at < letters.length / 2 ? 3000 : -3000)
    await page.keyboard.press('Shift')
  }
  await page.waitForTimeout(1000)
  const kept = await page.getByRole('textbox').inputValue()
  const slowest = await note(page, 'slowest')
  await page.context().close()
  return [
    {
      what: `letters dropped among ${answerCount} answers`,
      found: letters.length - Array.from(kept).length,
      unit: '',
      most: 0,
    },
    { what: 'slowest input among them', found: slowest, unit: 'ms', most: 200 },
  ]
}

async function measureWidget(address: string): Promise<Row> {
  const body = Buffer.from(await (await fetch(`${address}/widget.js`)).arrayBuffer())
  return { what: 'widget before it is opened, gzipped', found: gzipSync(body).length / 1024, unit: 'KB', most: 30 }
}

async function answerOf(address: string): Promise<Answer> {
  const headers = { 'Content-Type': 'application/json' }
  const reply = await fetch(`${address}/api/ask`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ question: QUESTION }),
  })
  return answerSchema.parse(await reply.json())
}

if (CHROMIUM === null) throw new Error('no Chromium is found: apt-get install -y chromium')
const site = await startSite()
const browser = await openBrowser()
try {
  // The first visitor after a change waits for the pages to be built; whoever comes later is measured.
  const [answer] = await Promise.all([answerOf(site.address), fetch(site.address)])
  const rows = [
    ...(await measureLoads(browser, site.address)),
    await measureShift(browser, site.address, answer),
    ...(await measureTyping(browser, site.address, answer)),
    await measureWidget(site.address),
  ]
  console.log(`processor ${slowdown} times as slow, ${loads} loads`)
  for (const { what, found, unit, most } of rows) {
    const verdict = found <= most ? 'ok' : `${(found / most).toFixed(2)} times the limit`
    const shown = [found.toFixed(unit === '' ? 4 : 1), unit].join(' ').trim()
    console.log(`${what.padEnd(42)}${shown.padStart(12)}   at most ${String(most).padStart(5)}   ${verdict}`)
  }
} finally {
  await browser.close()
  await site.stop()
}
