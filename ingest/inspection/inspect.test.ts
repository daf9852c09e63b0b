import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { pageOf } from '../domain/place.ts'
import { type Inspection, inspectFile } from '../inspect.ts'
import { truthSchema } from '../read/pdf/samples/sample-truth.ts'
import { lostAmounts } from './lost-amounts.ts'

const GOLDEN = new URL('../read/pdf/golden/', import.meta.url)
const SHARED = new URL('../../../shared/pdf/', import.meta.url)
const held = existsSync(SHARED)

const inspections = new Map<string, Promise<Inspection>>()

function inspected(file: URL): Promise<Inspection> {
  const path = fileURLToPath(file)
  const found = inspections.get(path) ?? inspectFile(readFileSync(path), path)
  inspections.set(path, found)
  return found
}

/** The text of each page as pdftotext finds it; as PDFium does where that is not installed. */
function textOfPages(file: URL, { pages }: Inspection): string[] {
  const run = spawnSync('pdftotext', ['-layout', '-cropbox', fileURLToPath(file), '-'], { encoding: 'utf8' })
  return run.status === 0 ? run.stdout.split('\f') : (pages ?? []).map(({ text }) => text)
}

/** The amounts of each page that stand in no line that was read of it. */
function lostOn(file: URL, inspection: Inspection): string[] {
  const { lines, places, warnings } = inspection.parse
  return textOfPages(file, inspection).flatMap((text, index) => {
    const page = index + 1
    if (warnings.some((warning) => warning.code === 'page-repeated' && warning.page === page)) return []
    return lostAmounts(
      text,
      lines.filter((_, line) => pageOf(places?.[line]) === page),
    ).map((amount) => `page ${page}: ${amount}`)
  })
}

function pdfsIn(folder: URL): readonly (readonly [name: string, file: URL])[] {
  if (!existsSync(folder)) return []
  const names = readdirSync(folder).filter((name) => name.endsWith('.pdf'))
  return names.map((name) => [name, new URL(encodeURIComponent(name), folder)])
}

/** Whether each sum that fails is among the doubts, with fields that can be looked at. */
function expectNamed({ sums, doubts }: Inspection): void {
  const named = doubts.flatMap((doubt) => (doubt.kind === 'sum' && doubt.fields.length > 0 ? [doubt.finding] : []))
  expect(named).toEqual(sums.filter(({ holds }) => !holds))
}

describe.each(pdfsIn(GOLDEN))('%s', (name, file) => {
  it('has its totals hold, or the cells in doubt named', async () => {
    expectNamed(await inspected(file))
  })

  it('loses no amount but what nobody can see', async () => {
    const truth = truthSchema.parse(JSON.parse(readFileSync(new URL(name.replace('.pdf', '.json'), GOLDEN), 'utf8')))
    const lost = lostOn(file, await inspected(file))
    expect(lost.filter((amount) => !truth.absent.some((text) => text.includes(amount.split(': ')[1] ?? '')))).toEqual(
      [],
    )
  })
})

// A checkout without the documents beside it may go without; a build may not.
// eslint-disable-next-line no-restricted-syntax -- whether this is a build only the environment says
describe.skipIf(!held && (process.env.CI ?? '') === '')('the real documents', () => {
  it('stand beside the repository', () => {
    expect(held).toBe(true)
  })

  it.each(pdfsIn(SHARED))('%s has every total hold', { timeout: 60_000 }, async (_, file) => {
    const { sums } = await inspected(file)
    expect(sums.length).toBeGreaterThan(100)
    expect(sums.filter(({ holds }) => !holds)).toEqual([])
  })

  it.each(pdfsIn(SHARED))('%s loses no amount', { timeout: 60_000 }, async (_, file) => {
    const inspection = await inspected(file)
    expect(lostOn(file, inspection)).toEqual([])
    const kinds = new Set(inspection.doubts.map(({ kind }) => kind))
    for (const kind of ['lost', 'no-fact', 'unmapped', 'figure-among-words', 'figure-in-header']) {
      expect([...kinds]).not.toContain(kind)
    }
  })
})
