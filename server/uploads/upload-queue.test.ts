import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { Problem } from '../../ingest/domain/problem.ts'
import type { GivenFile } from '../../ingest/pipeline.ts'
import type { Ingester, ProcessReport } from './ingest-process.ts'
import { UploadQueue, type UploadStatus } from './upload-queue.ts'

const given = (name: string): GivenFile => ({
  path: `/spool/${name}`,
  name,
  shown: name,
  sameName: 'kept',
  sameDisclosure: 'kept',
})

/** Refuses every file with its own name as the reason; "deadly" ends the process. */
function fakeIngester(): Ingester & { readonly orders: string[][] } {
  const orders: string[][] = []
  return {
    orders,
    ingest: async (files, onEvent): Promise<ProcessReport> => {
      orders.push(files.map(({ name }) => name))
      await pause(5)
      for (const { path, name } of files) onEvent({ stage: 'read', file: name, path, done: 1, total: 2 })
      onEvent({ stage: 'write', file: null, path: null, done: 1, total: 1 })
      if (files.some(({ name }) => name === 'deadly')) throw new Problem('reading-failed', 'It ended.')
      return {
        documents: [],
        refused: files.map(({ name, path }) => ({ file: name, path, code: 'no-figures', reason: name })),
        version: 'v',
      }
    },
    remove: async (id) => {
      orders.push([`remove ${id}`])
    },
    close: () => undefined,
  }
}

const reasonsOf = ({ refused }: ProcessReport) => refused.map(({ reason }) => reason)
const ignore = () => undefined

describe('the queue of uploads', () => {
  test('reads what waits together, and gives each its own report', async () => {
    const ingester = fakeIngester()
    const queue = new UploadQueue(ingester)
    const reports = await Promise.all(
      ['a', 'b', 'c'].map((name) => queue.add([given(name), given(`${name}2`)], ignore)),
    )
    expect(reports.map(reasonsOf)).toEqual([
      ['a', 'a2'],
      ['b', 'b2'],
      ['c', 'c2'],
    ])
    expect(ingester.orders).toEqual([['a', 'a2', 'b', 'b2', 'c', 'c2']])
  })

  test('goes on with those that came meanwhile, and removes in turn', async () => {
    const ingester = fakeIngester()
    const queue = new UploadQueue(ingester)
    const first = queue.add([given('a')], ignore)
    await pause(1)
    const others = [queue.add([given('b')], ignore), queue.remove('x'), queue.add([given('c')], ignore)]
    await Promise.all([first, ...others])
    expect(ingester.orders).toEqual([['a'], ['b', 'c'], ['remove x']])
  })

  test('lets no upload suffer for another that breaks the process', async () => {
    const ingester = fakeIngester()
    const queue = new UploadQueue(ingester)
    const ends = await Promise.allSettled([queue.add([given('a')], ignore), queue.add([given('deadly')], ignore)])
    expect(ends).toMatchObject([{ status: 'fulfilled' }, { status: 'rejected', reason: { code: 'reading-failed' } }])
    expect(ingester.orders).toEqual([['a', 'deadly'], ['a'], ['deadly']])
    expect(reasonsOf(await queue.add([given('b')], ignore))).toEqual(['b'])
  })

  test('builds no more than so many at once, and refuses more than can wait', async () => {
    const ingester = fakeIngester()
    const queue = new UploadQueue(ingester)
    const many = (count: number) => Array.from({ length: count }, (_, at) => given(String(at)))
    await Promise.all([queue.add(many(40), ignore), queue.add(many(40), ignore), queue.add(many(10), ignore)])
    expect(ingester.orders.map((files) => files.length)).toEqual([40, 50])
    const waiting = queue.add(many(490), ignore)
    expect(() => queue.add(many(11), ignore)).toThrow(expect.objectContaining({ code: 'uploads-full' }))
    await waiting
  })

  test('tells each upload of its own files, and all of the build', async () => {
    const queue = new UploadQueue(fakeIngester())
    const told: UploadStatus[] = []
    await Promise.all([queue.add([given('a')], (status) => told.push(status)), queue.add([given('b')], ignore)])
    expect(told).toEqual([
      { stage: 'waiting', file: null, done: 0, total: 1 },
      { stage: 'reading', file: 'a', done: 1, total: 2 },
      { stage: 'indexing', file: null, done: 1, total: 1 },
    ])
  })
})
