import { readFileSync } from 'node:fs'
import { extname } from 'node:path'
import { changeCorpus } from '../eval/changed/corpus.ts'
import { applied } from '../eval/changed/edits.ts'
import { nameEdits } from '../eval/changed/renames.ts'
import { readDocument } from '../ingest/read-document.ts'
import { DEMO_FOLDER } from '../server/assemble.ts'
import { demoFiles } from '../server/demo-marker.ts'

/** A made-up disclosure of a made-up unit. */
export interface ScaleDocument {
  readonly name: string
  readonly text: string
}

/** Each unit has so many documents at every size, so that what is measured is the corpus, not the unit. */
export const DOCUMENTS_A_UNIT = 3
/** Changed corpora tried before there are no more units to be had. */
const MOST_SEEDS = 5000

/** So many changed copies of the demo's documents, all of a unit one after another, no two alike. */
export async function scaleDocuments(count: number): Promise<ScaleDocument[]> {
  const paths = await demoFiles(DEMO_FOLDER)
  const texts = new Map(paths.map((path) => [path, readFileSync(path, 'utf8')]))
  const units = new Map<string, string>()
  for (const path of paths) units.set(path, (await readDocument(readFileSync(path), path)).record.organization)
  const byUnit = new Map<string, Map<string, string>>()
  const made: ScaleDocument[] = []
  for (let seed = 1; made.length < count && seed <= MOST_SEEDS; seed += 1) {
    const { documents, renames } = changeCorpus(texts, seed, { firstCharacter: false })
    for (const { file, changed } of documents) {
      const original = units.get(file) ?? ''
      const unit = applied(original, nameEdits(original, renames))
      const own = byUnit.get(unit) ?? new Map<string, string>()
      byUnit.set(unit, own)
      if (own.size === DOCUMENTS_A_UNIT || own.has(changed)) continue
      own.set(changed, extname(file))
      if (own.size < DOCUMENTS_A_UNIT) continue
      const before = made.length
      made.push(...[...own].map(([text, extension], at) => ({ name: `copy-${before + at}${extension}`, text })))
    }
  }
  return made.slice(0, count)
}
