import { readFileSync } from 'node:fs'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { partsOf } from '../../checks/sample-archive.ts'
import { sampleAnswer, sampleFigure } from '../client/sample-answer.ts'
import {
  answerWith,
  ask,
  CHROMIUM,
  keepScreen,
  NO_CHROMIUM,
  openBrowser,
  openPage,
  PATIENCE_MS,
  seriousFaults,
} from './sample-browser.ts'

const RANKING = '三公经费预算最高的是哪个单位'

describe.skipIf(CHROMIUM === null)(`what can be done with an answer in a browser${NO_CHROMIUM}`, () => {
  const address = inject('address')
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser?.close())

  it('is taken away as CSV and as an Excel file, with the figures, what they are and where they stand', async () => {
    const { page, faults } = await openPage(browser)
    await page.goto(address)
    const turn = await ask(page, RANKING)
    const { name, content } = await taken(page, turn, 'CSV')
    expect(name).toBe(`${RANKING}.csv`)
    const lines = content.toString('utf8').split('\r\n')
    expect(lines[0]).toMatch(/^\ufeff用途,项目,数值,计量单位,机构,/)
    expect(lines.filter((line) => line.startsWith('答案,'))).toHaveLength(5)
    expect(lines[1]).toMatch(/,6\.20,万元,.*,已与原文核对,.*http:\/\/127\.0\.0\.1:\d+\/documents\//)
    const workbook = await taken(page, turn, 'Excel')
    expect(workbook.name).toBe(`${RANKING}.xlsx`)
    const sheet = partsOf(workbook.content).get('xl/worksheets/sheet1.xml') ?? ''
    expect(sheet.split('<row ').length - 1).toBe(lines.filter((line) => line !== '').length)
    expect(sheet).toMatch(/<v>6\.20<\/v>.*<v>1\.20<\/v>/)
    expect(faults).toEqual([])
    await page.context().close()
  })

  it('leaves no formula in a file, whatever a document is called', async () => {
    const { page } = await openPage(browser)
    const figures = ['=1+1', '@SUM(A1)', '+1', '-1+cmd|x'].map((label) => sampleFigure({ label }))
    await answerWith(page, sampleAnswer({ figures }))
    await page.goto(address)
    const turn = await ask(page, '=cmd|"/c calc"!A1')
    const { name, content } = await taken(page, turn, 'CSV')
    expect(name).toBe('cmd c calc A1.csv')
    expect(content.toString('utf8').match(/,'[=@+-]/g)).toHaveLength(4)
    const sheet = partsOf((await taken(page, turn, 'Excel')).content).get('xl/worksheets/sheet1.xml') ?? ''
    expect(sheet).toContain('t="inlineStr"><is><t xml:space="preserve">=1+1</t>')
    expect(sheet).not.toContain('<f')
    await page.context().close()
  })

  it('draws what is compared, with a table of the same figures, each the way to its source', async () => {
    const { page, faults } = await openPage(browser)
    const loaded: string[] = []
    page.on('request', (request) => loaded.push(request.url()))
    await page.goto(address)
    await ask(page, '巴州医保局2020年公务用车运行费是多少？')
    expect(loaded.filter((url) => url.includes('chart-drawing'))).toEqual([])
    const turn = await ask(page, RANKING)
    await drawn(turn)
    await keepScreen(page, 'chart')
    expect(await turn.locator('.chart tbody tr').count()).toBe(5)
    expect(await turn.locator('.chart canvas').getAttribute('aria-label')).toMatch(/5 个数字的图/)
    const [source] = await Promise.all([page.waitForEvent('popup'), turn.locator('.chart tbody a').first().click()])
    await source.locator('#framed').waitFor()
    expect(await source.locator('#framed').textContent()).toContain('6.20')
    expect(faults).toEqual([])
    await page.context().close()
  })

  it.each([
    ['light', 1200],
    ['dark', 390],
  ] as const)('draws a course over the years that all can read, %s, %i wide', async (colorScheme, width) => {
    const { page, faults } = await openPage(browser, { colorScheme, viewport: { width, height: 800 }, bypassCSP: true })
    const figures = ['青石县水务局', '黑石县自然资源和规划与林业草原局'].flatMap((organization, at) =>
      [2029, 2030, 2031].map((fiscalYear) =>
        sampleFigure({ organization, fiscalYear, value: String((fiscalYear % 5) * 31 + at * 17) }),
      ),
    )
    await answerWith(page, sampleAnswer({ figures }))
    await page.goto(address)
    const turn = await ask(page, '青石县水务局三年来的公务接待费？')
    await drawn(turn)
    expect(await turn.locator('.chart thead th').allTextContents()).toEqual([
      '年度',
      '青石县水务局',
      '黑石县自然资源和规划与林业草原局',
    ])
    await keepScreen(page, `chart-${colorScheme}`)
    const before = await pictureOf(turn)
    await page.getByLabel('外观').selectOption(colorScheme === 'dark' ? 'light' : 'dark')
    await expect.poll(() => pictureOf(turn), { timeout: PATIENCE_MS }).not.toEqual(before)
    await drawn(turn)
    expect(await seriousFaults(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
    expect(faults).toEqual([])
    await page.context().close()
  })
})

async function taken(
  page: Page,
  turn: Locator,
  name: string,
): Promise<{ readonly name: string; readonly content: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), turn.getByRole('button', { name }).click()])
  return { name: download.suggestedFilename(), content: readFileSync(await download.path()) }
}

/** Waits until something stands on the canvas. */
async function drawn(turn: Locator): Promise<void> {
  await expect.poll(async () => (await pictureOf(turn)).dots, { timeout: PATIENCE_MS }).toBeGreaterThan(500)
}

/** How many dots of the chart are drawn on, and the sum of their colours. */
function pictureOf(turn: Locator): Promise<{ readonly dots: number; readonly colours: number }> {
  return turn.locator('.chart canvas').evaluate((canvas) => {
    const context = canvas instanceof HTMLCanvasElement && canvas.width > 0 ? canvas.getContext('2d') : null
    if (!(canvas instanceof HTMLCanvasElement) || !context) return { dots: 0, colours: 0 }
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height)
    let [dots, colours] = [0, 0]
    for (let at = 0; at < data.length; at += 4) {
      if ((data[at + 3] ?? 0) === 0) continue
      dots += 1
      colours += (data[at] ?? 0) + (data[at + 1] ?? 0) + (data[at + 2] ?? 0)
    }
    return { dots, colours }
  })
}
