import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readPdf } from './read-pdf.ts'

const UPRIGHT = readFileSync(join(import.meta.dirname, 'golden', 'turned-page.pdf'))
/** The same page without the word that turns it: its table stands sideways. */
const SIDEWAYS = Buffer.from(UPRIGHT.toString('latin1').replaceAll('/Rotate 90', '          '), 'latin1')
/** Height of A4 in points: what the page is across when it is turned. */
const LONG = 841.89

it('reads a table that stands sideways, and tells where it stands on the page as it is shown', async () => {
  const upright = await readPdf(UPRIGHT, 'upright.pdf')
  const sideways = await readPdf(SIDEWAYS, 'sideways.pdf')
  expect(sideways.lines).toEqual(upright.lines)
  expect(sideways.blocks).toEqual(upright.blocks)
  for (const [index, { box }] of sideways.places.entries()) {
    const [left = 0, top = 0, right = 0, bottom = 0] = upright.places[index]?.box ?? []
    const turned = [top, LONG - right, bottom, LONG - left]
    for (const [at, edge] of box.entries()) expect(Math.abs(edge - (turned[at] ?? 0))).toBeLessThan(0.3)
  }
})
