import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, it, vi } from 'vitest'
import type { DocumentReader } from './document-reader.ts'
import { openIndex, originalOf } from './index/open.ts'
import { SampleEmbedder } from './index/sample-embedder.ts'
import { temporaryFolder } from './index/temporary-folder.ts'
import { deleteDocument, type IngestEvent, ingestPaths } from './pipeline.ts'
import { samplePdf } from './read/pdf/sample-pdf.ts'
import { readDocument } from './read-document.ts'

const pdf = samplePdf([
  [{ text: '青石县水务局2032年部门预算', x: 50, y: 700 }],
  [{ text: '公务接待费 1.50 万元。', x: 50, y: 700 }],
])

function bench() {
  const source = temporaryFolder()
  const dataDir = join(temporaryFolder(), 'data')
  const events: IngestEvent[] = []
  const ingest = (reader?: DocumentReader) =>
    ingestPaths({
      paths: [source],
      dataDir,
      embedder: new SampleEmbedder(),
      onProgress: (event) => events.push(event),
      ...(reader === undefined ? {} : { reader }),
    })
  return {
    events,
    dataDir,
    ingest,
    write: (file: string, bytes: Uint8Array) => writeFileSync(join(source, file), bytes),
  }
}

afterEach(() => {
  vi.useRealTimers()
})

it('takes a PDF in with the place of each line, beside texts and files that are refused', async () => {
  const { write, ingest, dataDir, events } = bench()
  write('a.pdf', pdf)
  write('b.txt', Buffer.from('青石县教育局2032年部门预算\n\n公务接待费 2.00 万元。'))
  write('c.pdf', pdf.subarray(0, 40))
  const { documents, refused } = await ingest()
  expect(documents.map(({ file, status }) => [file, status])).toEqual([
    ['a.pdf', 'ingested'],
    ['b.txt', 'ingested'],
  ])
  expect(refused.map(({ code }) => code)).toEqual(['pdf-damaged'])
  // Two pages are read in no time.
  expect(events.filter(({ stage }) => stage === 'read')).toMatchObject([])
  const index = await openIndex(dataDir, null)
  try {
    const [paged, text] = ['pdf', 'utf-8'].map((encoding) =>
      index.documents().find((held) => held.encoding === encoding),
    )
    const [fact] = index.facts(paged?.id ?? '')
    expect(index.places(paged?.id ?? '')?.at(fact?.source.to ?? 0)).toMatchObject({ page: 2 })
    expect(index.places(paged?.id ?? '')?.length).toBe(paged?.lineCount)
    expect(index.places(text?.id ?? '')).toBeNull()
  } finally {
    index.close()
  }
  expect((await ingest()).documents.map(({ status }) => status)).toEqual(['unchanged', 'unchanged'])
})

it('tells of the pages of a file that takes more than a second', async () => {
  const { write, ingest, events } = bench()
  write('a.pdf', pdf)
  vi.useFakeTimers({ toFake: ['performance'] })
  const slow: DocumentReader = {
    read: async (bytes, file, onPage = () => undefined) => {
      onPage(1, 3)
      vi.advanceTimersByTime(1001)
      onPage(2, 3)
      onPage(3, 3)
      return readDocument(bytes, file)
    },
    close: async () => undefined,
  }
  await ingest(slow)
  expect(events.filter(({ stage }) => stage === 'read')).toMatchObject([
    { stage: 'read', file: 'a.pdf', done: 2, total: 3 },
    { stage: 'read', file: 'a.pdf', done: 3, total: 3 },
  ])
})

it('keeps a PDF as it is for as long as it is held, and no text', async () => {
  const { dataDir, ingest, write } = bench()
  write('a.pdf', pdf)
  write('b.txt', Buffer.from('青石县林业局2032年部门预算\n公务接待费 2.50 万元。'))
  const { documents } = await ingest()
  const [kept, text] = documents.map(({ record }) => record)
  const path = await originalOf(dataDir, kept?.sha256 ?? '')
  expect(path && readFileSync(path).equals(pdf)).toBe(true)
  expect(await originalOf(dataDir, text?.sha256 ?? '')).toBeNull()
  await deleteDocument(dataDir, new SampleEmbedder(), kept?.id ?? '')
  expect(await originalOf(dataDir, kept?.sha256 ?? '')).toBeNull()
})
