import { Archive } from './archive.ts'
import { type SamplePart, sampleArchive } from './sample-archive.ts'

type Random = () => number

const upTo = (random: Random, most: number): number => Math.floor(random() * most)

/** For tests: the parts of an Office file, to be changed and packed again. */
export async function partsOf(bytes: Uint8Array): Promise<SamplePart[]> {
  const archive = await Archive.open(bytes, 'sample')
  const parts: SamplePart[] = []
  for (const name of archive.names) parts.push({ name, content: await archive.read(name) })
  return parts
}

/** What can go wrong with a file on its way. */
const OF_BYTES: readonly ((bytes: Buffer, random: Random) => Buffer)[] = [
  (bytes, random) => bytes.subarray(0, upTo(random, bytes.length)),
  (bytes, random) => flipped(bytes, random, 1),
  (bytes, random) => flipped(bytes, random, 1 + upTo(random, 500)),
  (bytes, random) => {
    const [from, length] = [upTo(random, bytes.length), upTo(random, 2000)]
    return Buffer.concat([bytes.subarray(0, from), Buffer.alloc(length), bytes.subarray(from + length)])
  },
  (bytes, random) => Buffer.concat([bytes, bytes.subarray(upTo(random, bytes.length))]),
]

const LIES: readonly string[] = [
  '-1',
  '0',
  '1',
  '99999999999',
  '1e9',
  'NaN',
  '',
  '7',
  '../../../etc/passwd',
  'A1:XFD1048576',
  '水',
]
const BLOWN_UP = [2, 50, 3_000]

/** What may be done to what an XML part says. */
const OF_XML: readonly ((xml: string, random: Random) => string)[] = [
  (xml, random) => xml.slice(0, upTo(random, xml.length)),
  // An attribute or a text is another.
  (xml, random) => replacedOne(xml, random, /(?<==")[^"]*(?=")/g, () => LIES[upTo(random, LIES.length)] ?? ''),
  (xml, random) => replacedOne(xml, random, /(?<=>)[^<]+(?=<)/g, () => LIES[upTo(random, LIES.length)] ?? ''),
  // A tag is lost, doubled, or another.
  (xml, random) => replacedOne(xml, random, /<[^>]*>/g, () => ''),
  (xml, random) => replacedOne(xml, random, /<[^>]*>/g, (tag) => tag + tag),
  (xml, random) =>
    replacedOne(
      xml,
      random,
      /(?<=<\/?)\w+/g,
      () => ['row', 'c', 'v', 'f', 'is', 't', 'p', 'tbl', 'tc'][upTo(random, 9)] ?? '',
    ),
  (xml, random) =>
    replacedOne(xml, random, /<(\w+)[^>]*\/>|<(\w+)[^>]*>[^<]*<\/\2>/g, (element) =>
      element.repeat(BLOWN_UP[upTo(random, 3)] ?? 1),
    ),
  (xml, random) => replacedOne(xml, random, /<[^>]*>/g, (tag) => '<x>'.repeat(400) + tag),
  (xml) => xml.replace(/^(<\?xml[^>]*\?>)?/, (head) => `${head}<!DOCTYPE a [<!ENTITY b "${'水'.repeat(99)}">]>`),
  (xml, random) => replacedOne(xml, random, /(?<=>)[^<]+(?=<)/g, (text) => text.repeat(BLOWN_UP[upTo(random, 3)] ?? 1)),
]

/** What may be done to the parts themselves. */
const OF_PARTS: readonly ((parts: readonly SamplePart[], at: number, random: Random) => readonly SamplePart[])[] = [
  (parts, at) => parts.filter((_, index) => index !== at),
  (parts, at) => [...parts, ...parts.slice(at, at + 1)],
  (parts, at, random) => changed(parts, at, { name: LIES[upTo(random, LIES.length)] ?? '' }),
  (parts, at, random) => changed(parts, at, { content: parts[upTo(random, parts.length)]?.content ?? '' }),
  (parts, at, random) => changed(parts, at, { size: upTo(random, 0xffffffff) }),
  (parts, at, random) => changed(parts, at, { flags: 1 << upTo(random, 8) }),
  (parts, at) => changed(parts, at, { content: Buffer.alloc(3_000_000) }),
]

/** For tests: an Office file with something wrong in it. */
export function mutatedArchive(parts: readonly SamplePart[], random: Random): Buffer {
  const kind = random()
  if (kind < 0.3) return oneOf(OF_BYTES, random)(sampleArchive(parts), random)
  const at = upTo(random, parts.length)
  if (kind < 0.4) return sampleArchive(oneOf(OF_PARTS, random)(parts, at, random))
  let xml = Buffer.from(parts[at]?.content ?? '').toString()
  for (let times = 1 + upTo(random, 3); times > 0; times -= 1) xml = oneOf(OF_XML, random)(xml, random)
  return sampleArchive(changed(parts, at, { content: xml }))
}

function oneOf<T>(things: readonly [T, ...T[]] | readonly T[], random: Random): T {
  const thing = things[upTo(random, things.length)]
  if (thing === undefined) throw new RangeError('nothing to choose from')
  return thing
}

function changed(parts: readonly SamplePart[], at: number, change: Partial<SamplePart>): SamplePart[] {
  return parts.map((part, index) => (index === at ? { ...part, ...change } : part))
}

function flipped(bytes: Buffer, random: Random, count: number): Buffer {
  const copy = Buffer.from(bytes)
  for (let times = 0; times < count; times += 1) copy[upTo(random, copy.length)] = upTo(random, 256)
  return copy
}

/** The text with one of the places that fit the pattern replaced. */
function replacedOne(text: string, random: Random, pattern: RegExp, by: (found: string) => string): string {
  const found = [...text.matchAll(pattern)]
  const place = found[upTo(random, found.length)]
  if (!place) return text
  return text.slice(0, place.index) + by(place[0]) + text.slice(place.index + place[0].length)
}
