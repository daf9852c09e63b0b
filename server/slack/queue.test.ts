import { expect, it } from 'vitest'
import { Queue } from './queue.ts'

it('works on so many at once, the others in their order, also after one that failed', async () => {
  const queue = new Queue(2, 10)
  const ends: (() => void)[] = []
  const begun: number[] = []
  const work = (name: number) => () => {
    begun.push(name)
    return new Promise<void>((resolve, reject) => ends.push(name === 0 ? () => reject(new Error('lost')) : resolve))
  }
  const all = [0, 1, 2, 3].map((name) => queue.run(work(name)))
  const settled = () => new Promise((resolve) => setTimeout(resolve, 10))
  await settled()
  expect(begun).toEqual([0, 1])
  ends[0]?.()
  await expect(all[0]).rejects.toThrow('lost')
  await settled()
  expect(begun).toEqual([0, 1, 2])
  ends[1]?.()
  ends[2]?.()
  await settled()
  expect(begun).toEqual([0, 1, 2, 3])
  ends[3]?.()
  await Promise.all(all.slice(1))
})

it('refuses more than may wait', async () => {
  const queue = new Queue(1, 1)
  const running = [queue.run(async () => 1), queue.run(async () => 2)]
  await expect(queue.run(async () => 3)).rejects.toMatchObject({ code: 'rate-limited' })
  expect(await Promise.all(running)).toEqual([1, 2])
})
