import { gzipSync } from 'node:zlib'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { CHROMIUM, keepScreen, NO_CHROMIUM, openBrowser, openPage, seriousFaults } from './sample-browser.ts'

const VEHICLES = '巴州医保局2020年公务用车运行费是多少？'

describe.skipIf(CHROMIUM === null)(`the widget in a browser${NO_CHROMIUM}`, () => {
  const address = inject('address')
  const foreign = inject('foreign')
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser?.close())

  it('answers on a page of another site under a strict policy, and tells that page', async () => {
    const { page, faults } = await openPage(browser)
    await page.goto(foreign)
    await page.evaluate(() => {
      for (const name of ['open', 'ask', 'answer', 'close'])
        addEventListener(`budget-chat:${name}`, () => {
          document.documentElement.dataset.told = `${document.documentElement.dataset.told ?? ''} ${name}`
        })
    })
    await page.getByRole('button', { name: '打开预算问答' }).click()
    expect(await page.locator('.greeting').textContent()).toBe('青石县预算问答')
    await asked(page, VEHICLES)
    expect(await page.locator('.figure.role-answer .number').first().textContent()).toBe('6.20')
    await keepScreen(page, 'widget-foreign')
    const [source] = await Promise.all([page.waitForEvent('popup'), page.locator('.prose .chip').first().click()])
    await source.waitForLoadState()
    expect(source.url().startsWith(`${address}/documents/`)).toBe(true)
    expect(await source.locator('#framed').textContent()).toContain('6.20')
    await page.keyboard.press('Escape')
    expect(await page.evaluate(() => document.documentElement.dataset.told)).toBe(' open ask answer close')
    expect(await page.context().cookies()).toEqual([])
    expect(await page.evaluate(() => localStorage.length)).toBe(0)
    expect(faults).toEqual([])
    await page.context().close()
  })

  it('asks, and leads to sources, under the path that its server is put under', async () => {
    const { page, faults } = await openPage(browser)
    await page.goto(`${foreign}/same`)
    await page.getByRole('button', { name: '打开预算问答' }).click()
    await asked(page, VEHICLES)
    expect(await page.locator('.figure.role-answer .number').first().textContent()).toBe('6.20')
    const source = await page.locator('.prose .chip').first().getAttribute('href')
    expect(source?.startsWith(`${foreign}/finance/ask/documents/`)).toBe(true)
    expect(await page.locator('.panel-head a').getAttribute('href')).toBe(`${foreign}/finance/ask/`)
    expect(faults).toEqual([])
    await page.context().close()
  })

  it('says so where its page is not allowed', async () => {
    const { page } = await openPage(browser)
    await page.goto(foreign.replace('127.0.0.1', 'localhost'))
    await page.getByRole('button', { name: '打开预算问答' }).click()
    await page.getByRole('textbox').fill(VEHICLES)
    await page.keyboard.press('Enter')
    await page.locator('.failure').waitFor()
    expect(await page.locator('.failure').textContent()).toContain('不允许此网站使用')
    await keepScreen(page, 'widget-refused')
    expect(await page.locator('.figure').count()).toBe(0)
    await page.context().close()
  })

  it('answers from one organisation only where it is told to, in the language it is told', async () => {
    const { page, faults } = await openPage(browser)
    await page.goto(
      `${address}/widget?language=en&position=left&color=%230f5c63&organization=${encodeURIComponent('巴州医保局')}`,
    )
    expect(await page.locator('pre').first().textContent()).toContain('data-organization="巴州医保局" async></script>')
    await page.getByRole('button', { name: 'Open budget questions' }).click()
    await asked(page, '2020年公务用车运行费是多少？')
    expect(await page.locator('.figure.role-answer .number').first().textContent()).toBe('6.20')
    expect(faults).toEqual([])
    await page.context().close()
  })

  it('weighs less than 30 KB packed, and loads nothing more before it is opened', async () => {
    const { page } = await openPage(browser)
    const loaded: number[] = []
    page.on('response', async (response) => {
      if (response.url().startsWith(address)) loaded.push(gzipSync(await response.body()).length)
    })
    await page.goto(foreign)
    await page.getByRole('button', { name: '打开预算问答' }).waitFor()
    expect(loaded).toHaveLength(1)
    expect(loaded[0]).toBeLessThan(30 * 1024)
    await page.context().close()
  })

  it.each([
    ['light', 1200],
    ['dark', 390],
  ] as const)('has no serious fault for those who cannot see it well, %s, %i wide', async (colorScheme, width) => {
    const { page } = await openPage(browser, { colorScheme, viewport: { width, height: 800 }, bypassCSP: true })
    await page.goto(`${address}/widget?color=%23ffe08a`)
    await page.getByRole('button', { name: '打开预算问答' }).click()
    await asked(page, VEHICLES)
    expect(await seriousFaults(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
    await page.context().close()
  })
})

async function asked(page: Page, question: string): Promise<void> {
  await page.locator('budget-chat').getByRole('textbox').fill(question)
  await page.keyboard.press('Enter')
  await page.locator('.actions').waitFor()
}
