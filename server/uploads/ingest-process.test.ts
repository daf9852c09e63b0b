import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { temporaryFolder } from '../../ingest/index/temporary-folder.ts'
import type { GivenFile, IngestEvent } from '../../ingest/pipeline.ts'
import { demoFiles, writeDemoMarker } from '../demo-marker.ts'
import { readableDocuments } from '../held-documents.ts'
import { IngestProcess } from './ingest-process.ts'

const budget = (unit: string, amount: string) => `${unit}2032年部门预算\n\n公务接待费 ${amount} 万元。\n`

function given(folder: string, name: string, text: string): GivenFile {
  const path = join(folder, name)
  writeFileSync(path, text)
  return { path, name, shown: name, sameName: 'kept', sameDisclosure: 'kept' }
}

describe('an ingest in a process of its own', { timeout: 60_000 }, () => {
  test('takes files in, the first in place of the demo, and takes them out again', async () => {
    const [source, dataDir] = [temporaryFolder(), join(temporaryFolder(), 'data')]
    const process = new IngestProcess(dataDir)
    const events: IngestEvent[] = []
    const demo = given(source, 'demo.txt', budget('青石县水务局', '1.00'))
    await writeDemoMarker(dataDir, await demoFiles(source))
    await process.ingest([demo], (event) => events.push(event))
    expect(events.map(({ stage }) => stage)).toEqual(expect.arrayContaining(['parse', 'embed', 'write']))
    // The process takes the marker away with whatever is uploaded; here that was the demo itself.
    await writeDemoMarker(dataDir, await demoFiles(source))
    const { documents, refused } = await process.ingest(
      [given(source, 'own.txt', budget('青石县林业局', '2.00')), given(source, 'no.txt', '没有数字。')],
      () => undefined,
    )
    expect(documents).toMatchObject([{ file: 'own.txt', status: 'ingested' }])
    expect(refused).toMatchObject([{ file: 'no.txt', code: 'no-figures' }])
    expect((await readableDocuments(dataDir)).map(({ file }) => file)).toEqual(['own.txt'])
    await process.remove(documents[0]?.record.id ?? '')
    expect(await readableDocuments(dataDir)).toEqual([])
    await expect(process.remove('ffff')).rejects.toMatchObject({ code: 'document-unknown' })
  })

  test('that dies or is ended says so, and leaves what was served', async () => {
    const folder = temporaryFolder()
    const dies = join(folder, 'dies.js')
    writeFileSync(dies, 'process.exit(7)')
    await expect(new IngestProcess(folder, dies).ingest([], () => undefined)).rejects.toMatchObject({
      code: 'reading-failed',
      message: expect.stringContaining('code 7'),
    })
    const hangs = join(folder, 'hangs.js')
    writeFileSync(hangs, 'setInterval(() => {}, 1000); process.on("message", () => {})')
    const process = new IngestProcess(folder, hangs)
    const order = expect(process.ingest([], () => undefined)).rejects.toMatchObject({ code: 'reading-failed' })
    process.close()
    await order
    expect(readdirSync(folder).sort()).toEqual(['dies.js', 'hangs.js'])
  })
})
