import { existsSync } from 'node:fs'
import axe from 'axe-core'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import type { Answer } from '../../answer/contract.ts'

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** The browser of this machine that tests can drive; null where there is none. */
export const CHROMIUM = PLACES.find((place) => existsSync(place)) ?? null

export const NO_CHROMIUM = CHROMIUM === null ? ' (skipped: no Chromium found; apt-get install -y chromium)' : ''

/** How long a step may take: a machine that does other things besides is no fault of the page. */
export const PATIENCE_MS = 150_000

export async function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: CHROMIUM ?? '', args: ['--no-sandbox'] })
}

/** A page of a browser that was never here before; what goes wrong on it is collected. */
export async function openPage(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<{ readonly page: Page; readonly faults: readonly string[] }> {
  const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1200, height: 850 }, ...options })
  context.setDefaultTimeout(PATIENCE_MS)
  const page = await context.newPage()
  const faults: string[] = []
  page.on('pageerror', ({ message }) => faults.push(message))
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text())
  })
  return { page, faults }
}

/** Asks a question by typing it, and waits for the answer; gives the turn. */
export async function ask(page: Page, question: string): Promise<ReturnType<Page['locator']>> {
  const turns = await page.locator('.turn').count()
  await page.getByRole('textbox').fill(question)
  await page.keyboard.press('Enter')
  const turn = page.locator('.turn').nth(turns)
  await turn.locator('.actions, .failure').waitFor()
  return turn
}

const ROLLING_MS = 700

/** Keeps a picture of the window under `.cache/screens`, for people to look at after a run. */
export async function keepScreen(page: Page, name: string): Promise<void> {
  // Pages roll to what was asked last.
  await page.waitForTimeout(ROLLING_MS)
  await page.screenshot({ path: `.cache/screens/${name}.png` })
}

/** What axe-core finds that keeps people from using the page; the page must have been opened with `bypassCSP`. */
export async function seriousFaults(page: Page): Promise<unknown> {
  await page.evaluate(axe.source)
  return page.evaluate(
    "axe.run().then(({ violations }) => violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' ')))",
  )
}

/** Every question of the page is answered so. */
export async function answerWith(page: Page, answer: Answer): Promise<void> {
  await page.route('**/api/ask/stream', (route) =>
    route.fulfill({
      contentType: 'text/event-stream; charset=utf-8',
      body: `event: answer\ndata: ${JSON.stringify(answer)}\n\n`,
    }),
  )
}
