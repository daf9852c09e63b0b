import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask, CHROMIUM, keepScreen, NO_CHROMIUM, openBrowser, openPage, seriousFaults } from './sample-browser.ts'
import { type Site, startSite } from './sample-site.ts'

const PDF = new URL('../../../ingest/read/pdf/golden/whole-disclosure.pdf', import.meta.url)
const ORGANIZATION = '云岭省青禾县渡口管理所'
const QUESTION = `${ORGANIZATION}2027年一般公共预算拨款收入是多少？`

// One after another, on one site: what one takes in the next looks at.
describe.skipIf(CHROMIUM === null)(`the page of documents in a browser${NO_CHROMIUM}`, () => {
  let browser: Browser
  let site: Site
  beforeAll(async () => {
    site = await startSite()
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await site?.stop()
  })

  async function openDocuments(options: Parameters<typeof openPage>[1] = {}) {
    const opened = await openPage(browser, options)
    await opened.page.goto(`${site.address}/documents`)
    await opened.page.locator('.coverage tbody tr').first().waitFor()
    return opened
  }

  it('shows what of each document is held, declared empty and absent, and what is missing beside it', async () => {
    const { page, faults } = await openDocuments()
    expect(await page.locator('.coverage [role=status]').textContent()).toBe('共 5 份文件')
    for (const state of ['held', 'empty', 'absent'])
      expect(await page.locator(`tbody .mark-${state}`).count()).toBeGreaterThan(0)
    expect(await page.locator('.not-held').first().textContent()).toContain('未收录')
    await page.getByRole('searchbox').fill('2020')
    expect(await page.locator('.coverage [role=status]').textContent()).toBe('5 份文件中的 1 份')
    await page.locator('tbody .mark-held').first().click()
    await page.locator('.grid').waitFor()
    expect(faults).toEqual([])
    await page.context().close()
  })

  it('says what can be asked of a document, and it is answered', async () => {
    const { page } = await openDocuments()
    await page.getByRole('searchbox').fill('2020')
    await page.locator('.coverage summary').click()
    await page.locator('.row-tools a').first().click()
    await page.locator('.actions').waitFor()
    expect(await page.locator('.figure.role-answer').count()).toBeGreaterThan(0)
    await page.context().close()
  })

  it('tells what does not agree, each place a way to itself', async () => {
    const { page } = await openDocuments()
    await page.getByRole('button', { name: '打开核对报告' }).click()
    const contradictions = page.locator('.finding')
    await contradictions.first().waitFor()
    const strict = await contradictions.count()
    await page.getByLabel('只看矛盾').uncheck()
    expect(await contradictions.count()).toBeGreaterThan(strict)
    await contradictions.first().locator('.places a').first().click()
    await page.locator('.cited mark').first().waitFor()
    await page.context().close()
  })

  it.each([
    ['light', 1200],
    ['dark', 390],
  ] as const)('has no serious fault for those who cannot see it well, %s, %i wide', async (colorScheme, width) => {
    const { page } = await openDocuments({
      colorScheme,
      viewport: { width, height: 800 },
      bypassCSP: true,
      locale: 'en-GB',
    })
    await page.getByRole('button', { name: 'Open the report' }).click()
    await page.locator('.finding').first().waitFor()
    expect(await seriousFaults(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
    await page.context().close()
  })

  it('takes a PDF in, reports what became of each file, and answers from it; its page is drawn with a box', async () => {
    const { page, faults } = await openDocuments()
    const stages = collectedStages(page)
    await page.setInputFiles('input[type=file]', [
      { name: 'own.pdf', mimeType: 'application/pdf', buffer: readFileSync(PDF) },
      { name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('nothing') },
    ])
    await page.locator('.report').waitFor()
    expect((await stages()).length).toBeGreaterThan(0)
    await keepScreen(page, 'upload')
    const report = await page.locator('.report').textContent()
    expect(report).toContain(`已收录 ${ORGANIZATION} 2027 年部门预算公开 own.pdf · 1 张表`)
    expect(report).toMatch(/未收录 notes\.txt: 文件里没有认出表格或数字。/)
    await page.getByText(ORGANIZATION, { exact: true }).first().waitFor()
    await page.getByRole('link', { name: '返回提问' }).click()
    const turn = await ask(page, QUESTION)
    expect(await turn.locator('.figure.role-answer .number').first().textContent()).toBe('1286.40')
    const [source] = await Promise.all([page.waitForEvent('popup'), turn.locator('.prose .chip').first().click()])
    await source.locator('.page-box').waitFor({ state: 'visible' })
    expect(await source.locator('.page-turner').textContent()).toMatch(/第 4 页，共 \d+ 页/)
    expect(await darkest(source)).toBeLessThan(128)
    await keepScreen(source, 'pdf-source')
    expect(await source.locator('#framed').textContent()).toContain('1,286.40')
    const before = await source.locator('.page-box').boundingBox()
    await source.locator('#framed').focus()
    await source.keyboard.press('ArrowLeft')
    await source.waitForFunction(
      (left) => (document.querySelector('.page-box')?.getBoundingClientRect().left ?? left) < left,
      before?.x ?? 0,
    )
    const { page: unguarded } = await openPage(browser, { bypassCSP: true, colorScheme: 'dark' })
    await unguarded.goto(source.url())
    expect(await seriousFaults(unguarded)).toEqual([])
    expect(faults).toEqual([])
    for (const opened of [page, unguarded]) await opened.context().close()
  })

  it('takes a document out when that is confirmed, and not before', async () => {
    const { page, faults } = await openDocuments()
    const remove = page.getByRole('button', { name: `删除“${ORGANIZATION} 2027 年部门预算公开”` })
    await remove.click()
    await page.locator('dialog[open]').getByRole('button', { name: '取消' }).click()
    expect(await remove.count()).toBe(1)
    await remove.click()
    await page.locator('dialog[open]').getByRole('button', { name: '删除' }).click()
    await remove.waitFor({ state: 'detached' })
    expect(faults).toEqual([])
    await page.context().close()
  })
})

/** What the page says of an upload while it is under way. */
function collectedStages(page: Page): () => Promise<readonly string[]> {
  const collecting = page.evaluate(() => {
    new MutationObserver(() => {
      const said = document.querySelector('.progress')?.textContent
      if (said) document.documentElement.dataset.said = `${document.documentElement.dataset.said ?? ''}|${said}`
    }).observe(document.body, { childList: true, subtree: true, characterData: true })
  })
  return async () => {
    await collecting
    return ((await page.evaluate(() => document.documentElement.dataset.said)) ?? '').split('|').filter(Boolean)
  }
}

/** How dark the darkest dot of the drawn page is, 0 to 255. */
function darkest(page: Page): Promise<number> {
  return page.locator('.page-sheet canvas').evaluate((canvas) => {
    if (!(canvas instanceof HTMLCanvasElement)) return 255
    const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [255] }
    let least = 255
    for (let at = 0; at < data.length; at += 4) least = Math.min(least, data[at] ?? 255)
    return least
  })
}
