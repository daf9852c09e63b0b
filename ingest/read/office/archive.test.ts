import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Problem } from '../../domain/problem.ts'
import { Archive } from './archive.ts'
import { type SamplePart, sampleArchive } from './sample-archive.ts'

const PARTS: readonly SamplePart[] = [
  { name: 'a.xml', content: '<a>公务接待费</a>' },
  { name: 'dir/B.xml', content: '1.50', stored: true },
]

async function outcomeOf(opening: () => Promise<unknown>): Promise<string> {
  try {
    await opening()
    return 'read'
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    expect(error.message).toContain('a.zip')
    return error.code
  }
}

const readAll = async (bytes: Uint8Array) => {
  const archive = await Archive.open(bytes, 'a.zip')
  for (const name of archive.names) await archive.read(name)
}

describe('an archive', () => {
  it('gives its parts, whatever their letters', async () => {
    const archive = await Archive.open(sampleArchive(PARTS), 'a.zip')
    expect(archive.names).toEqual(['a.xml', 'dir/B.xml'])
    expect((await archive.read('A.XML')).toString()).toBe('<a>公务接待费</a>')
    expect((await archive.read('/dir/b.xml')).toString()).toBe('1.50')
    expect([archive.has('/Dir/b.xml'), archive.has('b.xml')]).toEqual([true, false])
    expect(await archive.read('none')).toHaveLength(0)
  })

  it.each<[string, readonly SamplePart[], string]>([
    ['asks for a password', [{ name: 'a', content: 'x', flags: 1 }], 'office-protected'],
    ['leads out of its folder', [{ name: '../a', content: 'x' }], 'office-damaged'],
    ['names a place on the disk', [{ name: '/etc/a', content: 'x' }], 'office-damaged'],
    ['names one part twice', ['a', 'A'].map((name) => ({ name, content: 'x' })), 'office-damaged'],
    ['says it is smaller than it is', [{ name: 'a', content: 'x'.repeat(99), size: 9 }], 'office-damaged'],
    ['says it is larger than it is', [{ name: 'a', content: 'x', size: 9 }], 'office-damaged'],
    [
      'has more parts than any document',
      Array.from({ length: 10_001 }, (_, at) => ({ name: `${at}`, content: '' })),
      'file-too-large',
    ],
    ['says it unpacks to gigabytes', [{ name: 'a', content: 'x', size: 0xfffffffe }], 'file-too-large'],
    ['says the same over and over', [{ name: 'a', content: Buffer.alloc(8 * 1024 * 1024) }], 'file-too-large'],
  ])('that %s is refused', async (_, parts, code) => {
    expect(await outcomeOf(() => readAll(sampleArchive(parts)))).toBe(code)
  })

  it('is refused once any of its bytes is another, or reads as before', async () => {
    const whole = sampleArchive(PARTS)
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: whole.length - 1 }), fc.integer({ min: 1, max: 255 }), async (at, by) => {
        const bytes = Buffer.from(whole)
        bytes[at] = (bytes[at] ?? 0) ^ by
        const texts: string[] = []
        const outcome = await outcomeOf(async () => {
          const archive = await Archive.open(bytes, 'a.zip')
          for (const name of archive.names) texts.push((await archive.read(name)).toString())
        })
        if (outcome === 'read') expect(texts).toEqual(PARTS.map(({ content }) => content))
      }),
    )
  })

  it('is refused wherever it is cut off', async () => {
    const whole = sampleArchive(PARTS)
    for (let length = 0; length < whole.length; length += 7)
      expect(await outcomeOf(() => readAll(whole.subarray(0, length)))).toBe('office-damaged')
  })
})
