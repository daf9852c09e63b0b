import { mkdirSync, writeFileSync } from 'node:fs'
import { SAMPLES } from './sample-all.ts'
import { renderSample } from './sample-render.ts'

/*
 * Draws the samples into ../golden: NAME.pdf, and NAME.json with what is to be read from it.
 *   npx tsx ingest/read/pdf/samples/sample-draw.ts && npm run format
 */

const GOLDEN = new URL('../golden/', import.meta.url)

mkdirSync(GOLDEN, { recursive: true })
for (const sample of SAMPLES) {
  const { bytes, truth } = await renderSample(sample)
  writeFileSync(new URL(`${sample.name}.pdf`, GOLDEN), bytes)
  writeFileSync(new URL(`${sample.name}.json`, GOLDEN), JSON.stringify(truth))
}
