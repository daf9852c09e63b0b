import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Answer, Citation } from '../../answer/contract.ts'
import { sampleAnswer, sampleFigure } from '../client/sample-answer.ts'
import { ask, CHROMIUM, NO_CHROMIUM, openBrowser, openPage } from './sample-browser.ts'
import { HOSTILE, VAST } from './sample-hostile.ts'
import { type Site, startSite } from './sample-site.ts'

const TEXTS = [...VAST, ...HOSTILE]
const uploadedSchema = z.object({
  documents: z.array(z.object({ file: z.string(), document: z.object({ id: z.string() }) })),
})

describe.skipIf(CHROMIUM === null)(`hostile documents and answers in a browser${NO_CHROMIUM}`, () => {
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

  it.each([1200, 390])('are shown and no more where they are answers, %i wide', async (width) => {
    const { page, watched } = await watchedPage(browser, width)
    const answers = TEXTS.map(hostileAnswer)
    await page.route('**/api/ask/stream', (route) =>
      route.fulfill({
        contentType: 'text/event-stream; charset=utf-8',
        body: `event: answer\ndata: ${JSON.stringify(answers.shift() ?? sampleAnswer())}\n\n`,
      }),
    )
    await page.goto(site.address)
    for (const [at, text] of TEXTS.entries()) {
      const turn = await ask(page, text.slice(0, 2000))
      expect(await turn.locator('.failure').count(), text.slice(0, 80)).toBe(0)
      expect(await turn.locator('.prose').textContent()).toContain(`H${at}`)
      expect(await planted(page), text.slice(0, 80)).toEqual([])
    }
    expect(
      await page
        .locator('.chip')
        .first()
        .evaluate((chip) => getComputedStyle(chip).unicodeBidi),
    ).toBe('isolate')
    expect(await watched()).toEqual([])
    // What the browser keeps of it is shown again as tamely.
    await page.reload()
    await page.getByRole('button', { name: '历史记录' }).click()
    await page.locator('.history li button').first().click()
    await page.locator('.turn').first().waitFor()
    expect(await planted(page)).toEqual([])
    expect(await watched()).toEqual([])
    await page.context().close()
  })

  it('are read and shown and no more where they are documents', async () => {
    const ids = await uploaded(site.address, TEXTS.map(hostileFile))
    expect(ids).toHaveLength(TEXTS.length)
    const { page, watched } = await watchedPage(browser, 1200)
    for (const id of ids) {
      await page.goto(`${site.address}/documents/${id}?lines=1-1`)
      await page.locator('main').waitFor()
      expect(await page.locator('body').textContent()).toContain('岩溪县水务局')
      expect(await planted(page), id).toEqual([])
    }
    await page.goto(`${site.address}/documents`)
    await page.locator('.coverage tbody tr').first().waitFor()
    expect(await planted(page)).toEqual([])
    await page.getByRole('button', { name: '打开核对报告' }).click()
    await page.locator('.findings, .finding, .report').first().waitFor()
    expect(await planted(page)).toEqual([])
    await page.goto(site.address)
    await ask(page, '岩溪县水务局2030年公务接待费预算是多少？')
    expect(await planted(page)).toEqual([])
    expect(await watched()).toEqual([])
    await page.context().close()
  })
})

/** A page that notes whatever runs, opens, leaves or fails on it. */
async function watchedPage(browser: Browser, width: number) {
  const { page, faults } = await openPage(browser, { viewport: { width, height: 800 } })
  const seen: string[] = []
  page.on('dialog', (dialog) => {
    seen.push(`dialog ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('popup', (popup) => seen.push(`popup ${popup.url()}`))
  page.on('request', (request) => {
    if (!request.url().startsWith('http://127.0.0.1') && !request.url().startsWith('blob:'))
      seen.push(`request ${request.url()}`)
  })
  const watched = async (): Promise<readonly string[]> => {
    const ran = await page.evaluate(() => 'hacked' in window)
    return [...seen, ...faults, ...(ran ? ['it ran'] : [])]
  }
  return { page, watched }
}

/** What no text may make: elements that run or load, handlers, addresses that are scripts, a page wider than its window. */
function planted(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const own = 'script[src^="/assets/"], img[src="/assets/icon.svg"], link[href^="/assets/"]'
    const risky = 'script, style, link, iframe, object, embed, base, svg, math, img, form[action], template'
    const made = [...document.querySelectorAll(risky)].filter(
      (element) => !element.matches(own) && !element.matches('form[action="/documents"], head > link'),
    )
    // The field grows with what is typed into it; a chart takes its size.
    const handlers = [...document.querySelectorAll('*:not(#question, canvas)')].flatMap((element) =>
      element.getAttributeNames().filter((name) => name.startsWith('on') || name === 'style' || name === 'srcdoc'),
    )
    const links = [...document.querySelectorAll('a[href]')]
      .map((link) => (link instanceof HTMLAnchorElement ? link.protocol : ''))
      .filter((protocol) => !['http:', 'https:'].includes(protocol))
    const wide = document.documentElement.scrollWidth > window.innerWidth ? ['the page is wider than its window'] : []
    return [...made.map(({ outerHTML }) => outerHTML.slice(0, 120)), ...handlers, ...links, ...wide]
  })
}

/** An answer in which everything that a document could say is that text. */
function hostileAnswer(text: string, at: number): Answer {
  const [citation] = sampleAnswer().citations
  if (!citation) throw new Error('the sample has no citation')
  const evil: Citation = {
    ...citation,
    document: text,
    file: text,
    table: { id: text, number: text, title: text },
    row: [text, text],
    column: [text],
    raw: text,
    quote: text + text,
    href: at % 2 === 0 ? 'javascript:window.hacked=1' : `//elsewhere.example/${text}`,
  }
  const derivation = {
    expression: text,
    inputs: [{ name: text, label: text, value: text, unit: text, citation: 1 }],
  }
  const figure = sampleFigure({ label: text, value: text, unit: text, organization: text })
  return sampleAnswer({
    answer: `H${at} ${text}\n\n- ${text}\n\n> ${text}\n\n| ${text} |\n| --- |\n| ${text} |\n\n${text} **3.50 万元**[1]`,
    understood: text,
    figures: [
      figure,
      { ...figure, derivation, role: 'context' },
      { ...figure, value: '3.50', unit: '万元', label: `${text}2` },
    ],
    citations: [evil],
    notices: [{ kind: 'scope', message: text, citations: [1] }],
    alternatives: [{ label: text, question: text.slice(0, 2000) }],
  })
}

/** A disclosure in one of several formats whose names, headers and cells say that text. */
function hostileFile(text: string, at: number): { readonly name: string; readonly content: string } {
  const line = text.replace(/[\n\r\u2028\u2029|]/g, ' ')
  const head = `岩溪县水务局${2000 + at}年部门预算公开`
  if (at % 3 === 0)
    return {
      name: `${at}${text.slice(0, 40)}.html`,
      // As markup it stands last: it may swallow all that follows.
      content: `<h1>${head}</h1><p>单位：万元 ${escaped(text)}</p><table><caption>表七 “三公”经费表</caption><tr><th>项目</th><th>预算数${escaped(text)}</th></tr><tr><td>公务接待费${escaped(text)}</td><td>3.5${at}</td></tr><tr><td>合计</td><td>3.5${at}</td></tr></table><p>${text}</p>`,
    }
  return {
    name: `${at}${text.slice(0, 40)}.md`,
    content: `# ${head}\n\n${line}\n\n表七 “三公”经费表 ${line.slice(0, 100)}\n\n单位：万元\n\n| 项目 | 预算数${line.slice(0, 200)} |\n| --- | --- |\n| 公务接待费 | 3.5${at} |\n| ${line} | 2.00 |\n| 合计 | 5.50 |\n`,
  }
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}

async function uploaded(
  address: string,
  files: readonly { readonly name: string; readonly content: string }[],
): Promise<readonly string[]> {
  const form = new FormData()
  for (const { name, content } of files) form.append('files', new Blob([content]), name)
  const reply = await fetch(`${address}/api/documents`, { method: 'POST', body: form })
  return uploadedSchema.parse(await reply.json()).documents.map(({ document }) => document.id)
}
