import { mkdirSync, readdirSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ParsedDocument } from './domain/parsed-document.ts'
import { openIndex } from './index/open.ts'
import { SampleEmbedder } from './index/sample-embedder.ts'
import { temporaryFolder } from './index/temporary-folder.ts'
import { deleteDocument, type IngestEvent, type IngestReport, ingestPaths } from './pipeline.ts'

const budget = (unit: string, amount: string) => `${unit}2032年部门预算\n\n公务接待费 ${amount} 万元。\n`

interface Bench {
  readonly source: string
  readonly dataDir: string
  readonly embedder: SampleEmbedder
  readonly events: IngestEvent[]
  write(file: string, content: string | Uint8Array): string
  ingest(paths?: readonly string[], replaceAll?: boolean): Promise<IngestReport>
  held(): Promise<Pick<ParsedDocument['record'], 'id' | 'file' | 'organization'>[]>
  values(): Promise<string[]>
}

function bench(): Bench {
  const source = temporaryFolder()
  const dataDir = join(temporaryFolder(), 'data')
  const embedder = new SampleEmbedder()
  const events: IngestEvent[] = []
  const withIndex = async <T>(read: (index: NonNullable<Awaited<ReturnType<typeof openIndex>>>) => T): Promise<T> => {
    const index = await openIndex(dataDir, null)
    if (!index) throw new Error('nothing was ingested')
    try {
      return read(index)
    } finally {
      index.close()
    }
  }
  return {
    source,
    dataDir,
    embedder,
    events,
    write(file, content) {
      const path = join(source, file)
      mkdirSync(join(path, '..'), { recursive: true })
      writeFileSync(path, content)
      return path
    },
    ingest: (paths = [source], replaceAll) =>
      ingestPaths({
        paths,
        dataDir,
        embedder,
        onProgress: (event) => events.push(event),
        ...(replaceAll === undefined ? {} : { replaceAll }),
      }),
    held: () =>
      withIndex((index) => index.documents().map(({ id, file, organization }) => ({ id, file, organization }))),
    values: () =>
      withIndex((index) => index.documents().flatMap(({ id }) => index.facts(id).map((f) => f.amount.value))),
  }
}

describe('ingestPaths', () => {
  it('reads a folder through, in a stable order, without hidden files', async () => {
    const { write, ingest, values, events } = bench()
    write('b/c.md', budget('青石县教育局', '2.00'))
    write('a.txt', budget('青石县水务局', '1.00'))
    write('.hidden/d.txt', budget('青石县林业局', '3.00'))
    const { documents, refused, version } = await ingest()
    expect(documents.map(({ file, status }) => [file, status])).toEqual([
      ['a.txt', 'ingested'],
      ['c.md', 'ingested'],
    ])
    expect(refused).toEqual([])
    expect(version).not.toBeNull()
    expect(documents[0]?.record).toMatchObject({
      organization: '青石县水务局',
      facts: 1,
      understood: 1,
      encoding: 'utf-8',
    })
    expect((await values()).sort()).toEqual(['1.00', '2.00'])
    expect(new Set(events.map(({ stage }) => stage))).toEqual(new Set(['parse', 'embed', 'write']))
  })

  it('finds an unchanged file at no cost, under any name', async () => {
    const { write, ingest, embedder } = bench()
    write('a.txt', budget('青石县水务局', '1.00'))
    const first = await ingest()
    const embedded = embedder.embedded.length
    const second = await ingest()
    expect(second.documents.map(({ status }) => status)).toEqual(['unchanged'])
    expect(second.documents[0]?.record).toEqual(first.documents[0]?.record)
    expect(second.version).toBe(first.version)
    expect(embedder.embedded).toHaveLength(embedded)
  })

  it('replaces exactly the facts of a file that changed', async () => {
    const { write, ingest, values, held } = bench()
    write('a.txt', budget('青石县水务局', '1.00'))
    write('b.txt', budget('青石县教育局', '2.00'))
    await ingest()
    write('a.txt', budget('青石县水务局', '1.50'))
    const { documents } = await ingest()
    expect(documents.map(({ file, status }) => [file, status])).toEqual([
      ['a.txt', 'replaced'],
      ['b.txt', 'unchanged'],
    ])
    expect((await values()).sort()).toEqual(['1.50', '2.00'])
    expect(await held()).toHaveLength(2)
  })

  it('drops what was held before where it is told to', async () => {
    const { write, ingest, values } = bench()
    await ingest([write('a.txt', budget('青石县水务局', '1.00'))])
    await ingest([write('b.txt', budget('青石县教育局', '2.00'))], true)
    expect(await values()).toEqual(['2.00'])
  })

  it('keeps a file given again that has not changed while everything else is dropped', async () => {
    const { write, ingest, values } = bench()
    const kept = write('a.txt', budget('青石县水务局', '1.00'))
    await ingest([kept, write('b.txt', budget('青石县教育局', '2.00'))])
    await ingest([kept, write('c.txt', budget('青石县林业局', '3.00'))], true)
    expect((await values()).sort()).toEqual(['1.00', '3.00'])
  })

  it('keeps an unchanged file when another of its name changes', async () => {
    const { write, ingest, values } = bench()
    write('one/a.txt', budget('青石县水务局', '1.00'))
    write('two/a.txt', budget('青石县教育局', '2.00'))
    await ingest()
    write('two/a.txt', budget('青石县教育局', '2.50'))
    await ingest()
    expect((await values()).sort()).toEqual(['1.00', '2.50'])
  })

  it('makes the vectors anew where the embedder is another, though no file has changed', async () => {
    const { write, ingest, source, dataDir } = bench()
    write('a.txt', budget('青石县水务局', '1.00'))
    await ingest()
    const embedder = new SampleEmbedder('other@1')
    const { documents } = await ingestPaths({ paths: [source], dataDir, embedder, onProgress: () => undefined })
    expect(documents.map(({ status }) => status)).toEqual(['unchanged'])
    expect(embedder.embedded).toHaveLength(2)
    ;(await openIndex(dataDir, embedder)).close()
  })

  it('clears away what a killed ingest has left, though no file has changed', async () => {
    const { write, ingest, dataDir } = bench()
    write('a.txt', budget('青石县水务局', '1.00'))
    await ingest()
    mkdirSync(join(dataDir, 'index-zzzzzzzzz-00000000'))
    writeFileSync(join(dataDir, 'current.next'), 'index-')
    const { version } = await ingest()
    expect(readdirSync(dataDir).sort()).toEqual(['current', `index-${version}`, 'lock.sqlite'])
  })

  it('refuses what cannot be read, with a reason, and takes the rest', async () => {
    const { source, write, ingest, values } = bench()
    write('a.txt', budget('青石县水务局', '1.00'))
    write('binary.txt', Uint8Array.from([1, 0, 2]))
    write('empty.txt', '')
    write('report.txt', '%PDF-1.7')
    write('words.txt', '没有数字。')
    truncateSync(write('huge.txt', ''), 50 * 1024 * 1024 + 1)
    const { documents, refused } = await ingest([source, join(source, 'missing.txt')])
    expect(documents.map(({ file }) => file)).toEqual(['a.txt'])
    const byFile = Object.fromEntries(refused.map(({ file, code }) => [file.slice(source.length + 1), code]))
    expect(byFile).toEqual({
      'binary.txt': 'format-unsupported',
      'empty.txt': 'file-empty',
      'huge.txt': 'file-too-large',
      'missing.txt': 'file-not-found',
      'report.txt': 'pdf-damaged',
      'words.txt': 'no-figures',
    })
    expect(refused.find(({ code }) => code === 'file-not-found')?.reason).toContain('missing.txt')
    expect(refused.every(({ reason }) => reason.length > 10)).toBe(true)
    expect(await values()).toEqual(['1.00'])
  })

  it('says what a file cannot be opened for', async () => {
    const { write, ingest } = bench()
    const path = write('a.txt', budget('青石县水务局', '1.00'))
    const { refused, documents, version } = await ingest([join(path, 'inside.txt')])
    expect(refused).toMatchObject([{ code: 'file-unreadable' }])
    expect(documents).toEqual([])
    expect(version).toBeNull()
  })

  it('reads GB18030', async () => {
    const { write, ingest } = bench()
    const text = [0xca, 0xd5, 0xc8, 0xeb, 0x31, 0x2e, 0x35, 0xcd, 0xf2, 0xd4, 0xaa]
    write('gb.txt', Uint8Array.from(text))
    expect((await ingest()).documents[0]?.record.encoding).toBe('gb18030')
  })

  it('counts the tables and rows of torn forms', async () => {
    const { write, ingest } = bench()
    const form =
      '项目支出绩效自评表\n项目名称 修渠\n二级指标 三级指标 分值 得分\n产出指标\n修渠长度\n>=12 公里 11 公里 20 18\n总分 100 98 分\n'
    write('a.txt', `青石县水务局2032年单位决算\n\n${form}`)
    const { documents } = await ingest()
    expect(documents[0]?.record).toMatchObject({ tables: 1, basis: 'final_accounts' })
    expect(documents[0]?.record.chunks).toBeGreaterThan(0)
  })
})

describe('deleteDocument', () => {
  it('deletes one document and leaves the others', async () => {
    const { write, ingest, held, dataDir, embedder } = bench()
    write('a.txt', budget('青石县水务局', '1.00'))
    write('b.txt', budget('青石县教育局', '2.00'))
    const { documents } = await ingest()
    await deleteDocument(dataDir, embedder, documents[0]?.record.id ?? '')
    expect((await held()).map(({ file }) => file)).toEqual(['b.txt'])
  })

  it('refuses an id that is not held', async () => {
    const { write, ingest, dataDir, embedder } = bench()
    write('a.txt', budget('青石县水务局', '1.00'))
    await ingest()
    await expect(deleteDocument(dataDir, embedder, 'nothing')).rejects.toMatchObject({ code: 'document-unknown' })
  })
})
