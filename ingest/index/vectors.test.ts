import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from './temporary-folder.ts'
import { VectorIndex } from './vectors.ts'

/** Points of a circle, one a degree. */
function point(degrees: number): number[] {
  return [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)]
}

function circle(): VectorIndex {
  const index = VectorIndex.empty(2)
  for (let degrees = 0; degrees < 360; degrees += 1) index.add(degrees, point(degrees))
  return index
}

function labels(index: VectorIndex, degrees: number, limit: number, allowed?: (label: number) => boolean): number[] {
  return index.search(point(degrees), limit, allowed).map(({ label }) => label)
}

describe('VectorIndex', () => {
  it('finds the nearest, best first, with their cosine', () => {
    const found = circle().search(point(90.4), 2)
    expect(found.map(({ label }) => label)).toEqual([90, 91])
    expect(found[0]?.score).toBeCloseTo(1)
  })

  it('finds only what is allowed, however rare', () => {
    expect(labels(circle(), 90, 2, (label) => label % 180 === 1)).toEqual([1, 181])
  })

  it('gives no more than it holds', () => {
    expect(labels(VectorIndex.empty(2), 0, 5)).toEqual([])
    expect(labels(circle(), 0, 1000)).toHaveLength(360)
    expect(labels(circle(), 0, 0)).toEqual([])
  })

  it('finds no more what was removed', () => {
    const index = circle()
    index.remove(90)
    expect(labels(index, 90, 2).sort()).toEqual([89, 91])
    expect(index.size).toBe(360)
    expect(() => index.remove(90)).toThrow()
  })

  it('grows past its first capacity', () => {
    const index = VectorIndex.empty(2)
    for (let label = 0; label < 2500; label += 1) index.add(label, point(label / 10))
    expect(labels(index, 200, 1)).toEqual([2000])
  })

  it('is the same after saving and loading, removed labels included, and goes on growing', async () => {
    const path = join(temporaryFolder(), 'vectors.hnsw')
    const index = circle()
    index.remove(90)
    await index.save(path)
    const loaded = await VectorIndex.load(path, 2)
    expect(loaded.search(point(90), 5)).toEqual(index.search(point(90), 5))
    loaded.add(1000, point(90))
    expect(labels(loaded, 90, 1)).toEqual([1000])
  })

  it('refuses a file that is missing', async () => {
    await expect(VectorIndex.load(join(temporaryFolder(), 'none'), 2)).rejects.toThrow()
  })
})
