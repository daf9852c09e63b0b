import { gzipSync } from 'node:zlib'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { type Answer, answerSchema } from '../../answer/contract.ts'
import { ask, CHROMIUM, keepScreen, NO_CHROMIUM, openBrowser, openPage, seriousFaults } from './sample-browser.ts'

const VEHICLES = '巴州医保局2020年公务用车运行费是多少？'

describe.skipIf(CHROMIUM === null)(`the chat page in a browser${NO_CHROMIUM}`, () => {
  const address = inject('address')
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser?.close())

  it('answers in Chinese, and each figure opens the place it is printed', async () => {
    const { page, faults } = await openPage(browser)
    await page.goto(address)
    const turn = await ask(page, VEHICLES)
    expect(await turn.locator('.figure.role-answer .number').first().textContent()).toBe('6.20')
    const [source] = await Promise.all([page.waitForEvent('popup'), turn.locator('.prose .chip').first().click()])
    await source.waitForLoadState()
    expect(await source.locator('.cited mark').first().textContent()).toBe('6.20')
    expect(await source.locator('#framed').textContent()).toContain('6.20')
    await keepScreen(page, 'headline-zh')
    await keepScreen(source, 'headline-source')
    expect(faults).toEqual([])
    await page.context().close()
  })

  it('answers in English, notices included, and opens the source in English', async () => {
    const { page, faults } = await openPage(browser, { locale: 'en-GB' })
    await page.goto(address)
    const turn = await ask(page, 'how much did 巴州 spend on vehicle running costs in 2020')
    const [source] = await Promise.all([page.waitForEvent('popup'), turn.locator('.prose .chip').first().click()])
    expect(await source.locator('#framed').textContent()).toContain('6.20')
    expect(await source.locator('html').getAttribute('lang')).toBe('en')
    await keepScreen(page, 'headline-en')
    expect(await turn.locator('.prose').textContent()).toContain('6.20 万元')
    expect(await turn.locator('.notice').allTextContents()).toContainEqual(
      expect.stringMatching(/planned money, not actual/),
    )
    expect(await page.locator('.answer').getAttribute('lang')).toBe('en')
    expect(faults).toEqual([])
    await page.context().close()
  })

  it('asks what it offers, goes on from an answer, and says what is not held', async () => {
    const { page } = await openPage(browser)
    await page.goto(address)
    const example = page.locator('.examples button').first()
    const asked = await example.textContent()
    await example.click()
    await page.locator('.actions').waitFor()
    expect(await page.locator('.asked').textContent()).toBe(asked)
    const followed = await ask(page, '换成元')
    expect(await followed.locator('.understood').textContent()).toContain('元')
    await keepScreen(page, 'follow-up')
    const refused = await ask(page, '巴州医保局2035年公务用车运行费是多少？')
    expect(await refused.locator('.verdict').textContent()).toBe('文件中没有')
    expect(await refused.locator('.figure.role-answer').count()).toBe(0)
    await keepScreen(page, 'not-found')
    await page.context().close()
  })

  it('gives a choice where a question fits several, and answers what was chosen', async () => {
    const { page } = await openPage(browser)
    await page.goto(address)
    const turn = await ask(page, '公务接待费是多少？')
    const choices = turn.locator('.alternatives button')
    expect(await choices.count()).toBeGreaterThan(1)
    await keepScreen(page, 'ambiguous')
    await choices.first().click()
    await page.locator('.turn').nth(1).locator('.figure.role-answer').first().waitFor()
    await page.context().close()
  })

  it('shows how a figure was computed', async () => {
    const { page, faults } = await openPage(browser)
    await page.goto(address)
    const turn = await ask(page, '2020年巴州三公经费占一般公共预算支出的比例')
    const chip = turn.locator('.prose .chip.check-derived')
    expect(await chip.textContent()).toContain('1.87%')
    await chip.click()
    expect(await turn.locator('.formula-popover:popover-open').textContent()).toContain('331.30 万元')
    expect(faults).toEqual([])
    await page.context().close()
  })

  it('keeps what was asked, opens it again, and forgets it when told to', async () => {
    const { page } = await openPage(browser)
    await page.goto(address)
    await ask(page, VEHICLES)
    await page.reload()
    await page.getByRole('button', { name: '历史记录' }).click()
    await page.getByRole('button', { name: VEHICLES, exact: true }).click()
    expect(await page.locator('.figure.role-answer .number').first().textContent()).toBe('6.20')
    await page.getByRole('button', { name: '历史记录' }).click()
    await page.getByRole('button', { name: `删除“${VEHICLES}”` }).click()
    expect(await page.getByText('还没有记录。').isVisible()).toBe(true)
    expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain(VEHICLES)
    await page.context().close()
  })

  it('copies an answer with its sources, and a link that checks again', async () => {
    const { page } = await openPage(browser, { permissions: ['clipboard-read', 'clipboard-write'] })
    const copied = () => page.evaluate(() => navigator.clipboard.readText())
    await page.goto(address)
    const turn = await ask(page, VEHICLES)
    await turn.getByRole('button', { name: '复制答案与出处' }).click()
    await turn.getByText('已复制', { exact: true }).waitFor()
    expect(await copied()).toMatch(/\[1\] .*第 207 行.*\n +http:\/\/127\.0\.0\.1:\d+\/documents\//)
    await turn.getByRole('button', { name: '复制链接' }).click()
    await turn.getByText('链接已复制').waitFor()
    const link = await copied()
    const { page: other } = await openPage(browser)
    await other.goto(link)
    await other.locator('.link-note.same').waitFor()
    const { page: third } = await openPage(browser)
    await third.goto(await changed(link))
    expect(await third.locator('.link-note.changed').textContent()).toContain('7.77 万元')
    for (const opened of [page, other, third]) await opened.context().close()
  })

  it('can be used by the keyboard alone', async () => {
    const { page } = await openPage(browser)
    await page.goto(address)
    await page.locator('.examples button').first().waitFor()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('question')
    await page.keyboard.type(VEHICLES)
    await page.keyboard.press('Enter')
    await page.locator('.actions').waitFor()
    // Who typed goes on typing; the answer is said without moving the focus.
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('question')
    expect(await page.locator('main > [role=status]').textContent()).toContain('6.20 万元')
    for (let steps = 0; steps < 20 && (await page.locator('.prose .chip:focus').count()) === 0; steps += 1)
      await page.keyboard.press('Shift+Tab')
    await keepScreen(page, 'keyboard')
    const [source] = await Promise.all([page.waitForEvent('popup'), page.keyboard.press('Enter')])
    expect(source.url()).toContain('/documents/')
    await page.context().close()
  })

  it('shows an answer as it comes, where the server tells it piece by piece, and what went wrong', async () => {
    const { page, faults } = await openPage(browser)
    const answer = await answerTo(VEHICLES)
    const events = (...told: readonly (readonly [string, unknown])[]) =>
      told.map(([name, data]) => `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`).join('')
    const replies = [
      events(['status', { stage: 'searching' }], ['delta', { text: '巴音' }], ['answer', answer]),
      events(
        ['delta', { text: '半句' }],
        ['error', { code: 'timeout', title: '', status: 504, detail: '太久', type: '' }],
      ),
      events(['delta', { text: '半句' }]),
    ]
    await page.route('**/api/ask/stream', (route) =>
      route.fulfill({ contentType: 'text/event-stream; charset=utf-8', body: replies.shift() ?? '' }),
    )
    await page.goto(address)
    expect(await (await ask(page, '一？')).locator('.number').first().textContent()).toBe('6.20')
    expect(await (await ask(page, '二？')).locator('.failure').textContent()).toContain('出错了：用时太长')
    expect(await (await ask(page, '三？')).locator('.failure').textContent()).toContain('无法连接服务器')
    expect(faults).toEqual([])
    await page.context().close()
  })

  it('answers an English question that fits several in English once it is chosen', async () => {
    const { page } = await openPage(browser, { locale: 'en-GB' })
    await page.goto(address)
    const turn = await ask(page, 'how much did they spend on official receptions?')
    await turn.locator('.alternatives button').first().click()
    await page.locator('.turn').nth(1).locator('.actions').waitFor()
    expect(await page.locator('.turn').nth(1).locator('.answer').getAttribute('lang')).toBe('en')
    expect(await page.locator('.turn').nth(1).locator('.figure.role-answer').count()).toBeGreaterThan(0)
    await page.context().close()
  })

  it('is used on a phone by touch: a figure is asked, its source opened and turned back from', async () => {
    const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 }
    const { page, faults } = await openPage(browser, { ...phone, colorScheme: 'dark' })
    await page.goto(address)
    await page.locator('.examples button').first().tap()
    await page.locator('.actions').waitFor()
    const turn = await ask(page, VEHICLES)
    const small = await turn
      .locator('button, .chip, a.reference')
      .evaluateAll((ways) =>
        ways.filter((way) => way.getBoundingClientRect().height < 16).map(({ textContent }) => textContent),
      )
    expect(small).toEqual([])
    await keepScreen(page, 'phone-dark')
    const [source] = await Promise.all([page.waitForEvent('popup'), turn.locator('.prose .chip').first().tap()])
    expect(await source.locator('#framed').textContent()).toContain('6.20')
    for (const shown of [page, source])
      expect(await shown.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
    await keepScreen(source, 'phone-dark-source')
    expect(faults).toEqual([])
    await page.context().close()
  })

  it.each(['light', 'dark'] as const)(
    'has no serious fault for those who cannot see it well, %s',
    async (colorScheme) => {
      const { page } = await openPage(browser, { colorScheme, viewport: { width: 390, height: 800 }, bypassCSP: true })
      await page.goto(address)
      await page.locator('.examples button').first().waitFor()
      expect(await seriousFaults(page)).toEqual([])
      await ask(page, VEHICLES)
      await ask(page, '2020年巴州三公经费占一般公共预算支出的比例')
      await ask(page, '公务接待费是多少？')
      expect(await seriousFaults(page)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
      await page.context().close()
    },
  )

  it('loads little, and moves nothing while an answer comes', async () => {
    const { page } = await openPage(browser)
    let scripts = 0
    page.on('response', async (response) => {
      if (response.url().endsWith('.js')) scripts += gzipSync(await response.body()).length
    })
    await page.goto(address)
    await page.locator('.examples button').first().waitFor()
    await page.evaluate(() => {
      document.documentElement.dataset.shift = '0'
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries())
          if ('value' in entry && 'hadRecentInput' in entry && entry.hadRecentInput === false)
            document.documentElement.dataset.shift = String(
              Number(document.documentElement.dataset.shift) + Number(entry.value),
            )
      }).observe({ type: 'layout-shift', buffered: true })
    })
    await ask(page, VEHICLES)
    expect(scripts).toBeGreaterThan(0)
    expect(scripts).toBeLessThan(120 * 1024)
    expect(Number(await page.evaluate(() => document.documentElement.dataset.shift))).toBeLessThanOrEqual(0.02)
    await page.context().close()
  })

  it('runs nothing of what an answer holds', async () => {
    const { page, faults } = await openPage(browser)
    const answer = await hostileAnswer()
    await page.route('**/api/ask/stream', (route) =>
      route.fulfill({
        contentType: 'text/event-stream; charset=utf-8',
        body: `event: answer\ndata: ${JSON.stringify(answer)}\n\n`,
      }),
    )
    await page.goto(address)
    const turn = await ask(page, '<img src=x onerror=alert(1)>')
    const opened: string[] = []
    page.on('dialog', (dialog) => void opened.push(dialog.message()))
    expect(await turn.locator('script, img, svg, iframe').count()).toBe(0)
    expect(await turn.locator('a[href^="javascript:"]').count()).toBe(0)
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
    expect([opened, faults]).toEqual([[], []])
    await page.context().close()
  })

  async function answerTo(question: string): Promise<Answer> {
    const headers = { 'Content-Type': 'application/json' }
    const reply = await fetch(`${address}/api/ask`, { method: 'POST', headers, body: JSON.stringify({ question }) })
    return answerSchema.parse(await reply.json())
  }

  /** An answer in which everything that a document could say is meant to do harm. */
  async function hostileAnswer(): Promise<unknown> {
    const answer = await answerTo(VEHICLES)
    const evil =
      '<script>alert(1)</script><img src=x onerror=alert(1)>[x](javascript:alert(1))\u202e"><svg onload=alert(1)>'
    return {
      ...answer,
      answer: `${evil}\n\n| a |\n| --- |\n| ${'字'.repeat(100_000)} |`,
      figures: answer.figures.map((figure) => ({ ...figure, label: evil, value: '9'.repeat(2000), unit: evil })),
      citations: answer.citations.map((citation) => ({
        ...citation,
        document: evil,
        quote: evil,
        href: 'javascript:alert(1)',
      })),
      notices: answer.notices.map((notice) => ({ ...notice, message: evil })),
      alternatives: [{ label: evil, question: evil }],
    }
  }
})

/** The link as it would be, had the figures of the answer been others. */
async function changed(link: string): Promise<string> {
  const [page = '', linked = ''] = link.split('#answer=')
  const held: unknown = JSON.parse(Buffer.from(linked, 'base64url').toString('utf8'))
  const other = { ...Object(held), figures: ['7.77 万元'] }
  return `${page}#answer=${Buffer.from(JSON.stringify(other)).toString('base64url')}`
}
