import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { longPdf } from './read/pdf/samples/sample-files.ts'

const PAGES = 1000
/** Of the process with its threads, without the embedding model, which takes a hundred more. */
const MOST_MEGABYTES = 1000

const outcomeSchema = z.object({ facts: z.number(), refused: z.number(), told: z.number(), megabytes: z.number() })

/** Ingests a file in a process of its own, which prints what came of it and the most memory it had. */
const SCRIPT = `
  const [file, dataDir, pipeline, embeddings] = process.argv.slice(1)
  const { ingestPaths } = await import(pipeline)
  const { LexicalEmbeddings } = await import(embeddings)
  let told = 0
  const onProgress = ({ stage, done }) => { if (stage === 'read') told = Math.max(told, done) }
  const report = await ingestPaths({ paths: [file], dataDir, embedder: new LexicalEmbeddings(), onProgress })
  const facts = report.documents[0]?.record.facts ?? 0
  const megabytes = process.resourceUsage().maxRSS / 1024
  console.log(JSON.stringify({ facts, refused: report.refused.length, told, megabytes }))`

it('a PDF of a thousand pages is ingested in less than a gigabyte', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'budget-chat-long-'))
  try {
    const file = join(folder, 'long.pdf')
    writeFileSync(file, await longPdf(PAGES))
    const modules = ['./pipeline.ts', './index/lexical-embeddings.ts'].map(
      (path) => new URL(path, import.meta.url).href,
    )
    const code = ['--import', 'tsx', '--input-type=module', '--eval', SCRIPT]
    const printed = execFileSync(process.execPath, [...code, file, join(folder, 'data'), ...modules], {
      encoding: 'utf8',
    })
    const { facts, refused, told, megabytes } = outcomeSchema.parse(JSON.parse(printed))
    expect({ facts, refused, told }).toEqual({ facts: PAGES * 60, refused: 0, told: PAGES })
    expect(megabytes).toBeLessThan(MOST_MEGABYTES)
  } finally {
    rmSync(folder, { recursive: true })
  }
})
