import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { answerSchema } from '../../answer/contract.ts'
import { partsOf } from '../../checks/sample-archive.ts'
import { ask, CHROMIUM, NO_CHROMIUM, openBrowser, openPage, seriousFaults } from './sample-browser.ts'

const VEHICLES = '巴州医保局2020年公务用车运行费是多少？'

describe.skipIf(CHROMIUM === null)(`the source viewer in a browser${NO_CHROMIUM}`, () => {
  const address = inject('address')
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser?.close())

  it('frames the cited cell of the table as read, lights its row and column, and says what they are', async () => {
    const { page, faults } = await openPage(browser)
    await page.goto(address + (await cited(VEHICLES)))
    expect(await page.locator('#framed').textContent()).toContain('6.20')
    expect(await page.locator('.grid dl').textContent()).toContain('公务用车购置及运行费 / 公务用车运行费')
    expect(await page.locator('.grid dl').textContent()).toContain('万元')
    expect(await page.locator('thead th.lit').allTextContents()).toEqual(['公务用车购置及运行费', '公务用车运行费'])
    expect(await page.locator('#framed').evaluate(isInSight)).toBe(true)
    expect(await page.locator('.cited mark').evaluate(isInSight)).toBe(true)
    expect(faults).toEqual([])
    await page.context().close()
  })

  it('goes from one citation of an answer to the next, and back', async () => {
    const { page } = await openPage(browser)
    await page.goto(address)
    const turn = await ask(page, VEHICLES)
    const [source] = await Promise.all([page.waitForEvent('popup'), turn.locator('.prose .chip').first().click()])
    await source.getByRole('link', { name: '下一处 →' }).click()
    expect(await source.locator('.cited-places').textContent()).toContain('2 / 3')
    await source.getByRole('link', { name: '← 上一处' }).click()
    expect(await source.locator('#framed').textContent()).toContain('6.20')
    await page.context().close()
  })

  it('shows where a cell is printed that the arrow keys lead to', async () => {
    const { page } = await openPage(browser)
    await page.goto(address + (await cited(VEHICLES)))
    await page.locator('#framed').focus()
    for (let step = 0; step < 2; step += 1) await page.keyboard.press('ArrowLeft')
    expect(await page.locator('td:focus').textContent()).toBe('6.20')
    expect(await page.locator('thead th.lit').last().textContent()).toBe('小计')
    expect(await page.locator('.line.chosen').getAttribute('id')).toBe('L207')
    await page.context().close()
  })

  it('gives the table to be taken away, as CSV and as an Excel file', async () => {
    const { page } = await openPage(browser)
    await page.goto(address + (await cited(VEHICLES)))
    const text = await taken(page, 'CSV')
    const excel = await taken(page, 'Excel')
    expect(text.toString('utf8')).toMatch(/公务用车购置及运行费 \/ 公务用车运行费.*\r?\n6\.20,,6\.20,,6\.20,/)
    expect(
      partsOf(excel)
        .get('xl/worksheets/sheet1.xml')
        ?.match(/>6\.20</g),
    ).toHaveLength(3)
    await page.context().close()
  })

  it('tells what was found where it stands, in the language that is asked for', async () => {
    const { page } = await openPage(browser)
    await page.goto(address + (await cited(VEHICLES)))
    await page.locator('#framed .finding-mark').click()
    const finding = page.locator('.finding:target')
    expect(await finding.textContent()).toMatch(/6\.20.*5\.20/)
    await page.getByRole('link', { name: 'English' }).click()
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    expect(await page.locator('.grid h2').textContent()).toBe('The table as we read it')
    await page.locator('.tables summary').click()
    await page.locator('.tables a').first().click()
    expect(await page.locator('.grid tbody tr').count()).toBeGreaterThan(2)
    await page.context().close()
  })

  it.each([
    ['light', 1200],
    ['dark', 1200],
    ['light', 390],
    ['dark', 390],
  ] as const)('has no serious fault for those who cannot see it well, %s, %i wide', async (colorScheme, width) => {
    const { page } = await openPage(browser, { colorScheme, viewport: { width, height: 800 }, bypassCSP: true })
    await page.goto(address + (await cited(VEHICLES)))
    expect(await seriousFaults(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
    await page.context().close()
  })

  async function cited(question: string): Promise<string> {
    const headers = { 'Content-Type': 'application/json' }
    const reply = await fetch(`${address}/api/ask`, { method: 'POST', headers, body: JSON.stringify({ question }) })
    return answerSchema.parse(await reply.json()).citations[0]?.href ?? ''
  }
})

function isInSight(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect()
  return top >= 0 && bottom <= innerHeight
}

/** What a link of the table gives to be kept. */
async function taken(page: Page, name: string): Promise<Buffer> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name }).click()])
  return readFileSync(await download.path())
}
