import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { chatPage } from './chat-page.ts'
import { openPageStore } from './page-store.ts'

// What a page may cost before anything is asked for.
const MOST_SCRIPT = 120 * 1024

describe('the built pages', { timeout: 60_000 }, () => {
  it('are whole: each page finds what it loads', async () => {
    const pages = openPageStore()
    for (const page of ['chat', 'source'] as const) {
      const { script, styles } = await pages.head(page)
      const found = await Promise.all([script, ...styles].map((address) => pages.asset(address)))
      expect(found.map((asset) => asset?.mediaType)).toEqual([
        'text/javascript; charset=utf-8',
        ...styles.map(() => 'text/css; charset=utf-8'),
      ])
      expect(styles).toHaveLength(1)
      expect(found[0]?.gzipped.length).toBeLessThan(MOST_SCRIPT)
      for (const asset of found) expect(asset && gunzipSync(asset.gzipped)).toEqual(asset?.content)
    }
  })

  it('are the same when they are opened again', async () => {
    const [first, again] = [await openPageStore().head('chat'), await openPageStore().head('chat')]
    expect(again).toEqual(first)
  })

  it('serve nothing else', async () => {
    const pages = openPageStore()
    for (const address of ['assets/chat.tsx', 'manifest.json', '../package.json', '__proto__'])
      expect(await pages.asset(address)).toBeNull()
  })

  it('hold nothing inline', async () => {
    const page = chatPage(await openPageStore().head('chat'))
    expect(page).not.toMatch(/<script(?![^>]*src=)|<style| style=| on[a-z]+=/)
  })
})
