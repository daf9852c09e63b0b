type Random = () => number

const upTo = (random: Random, most: number): number => Math.floor(random() * most)
const oneOf = <T>(things: readonly T[], random: Random): T => {
  const thing = things[upTo(random, things.length)]
  if (thing === undefined) throw new RangeError('nothing to choose from')
  return thing
}

const TAGS = [
  'table',
  'tr',
  'td',
  'th',
  'tbody',
  'thead',
  'p',
  'div',
  'span',
  'b',
  'li',
  'ol',
  'h1',
  'br',
  'dd',
  'pre',
  'script',
  'style',
  'nav',
  'select',
  'svg',
  'template',
  'caption',
  'col',
]
const LIES = [
  '-1',
  '0',
  '1',
  '65534',
  '1e9',
  '99999999999',
  'NaN',
  '',
  '水',
  '../../etc/passwd',
  'http://127.0.0.1:1/',
  'display:none',
  '"',
  '>',
]

/** What can go wrong with the bytes of a page on their way. */
const OF_BYTES: readonly ((bytes: Buffer, random: Random) => Buffer)[] = [
  (bytes, random) => bytes.subarray(0, upTo(random, bytes.length)),
  (bytes, random) => bytes.subarray(upTo(random, bytes.length)),
  (bytes, random) => flipped(bytes, random, 1 + upTo(random, 300)),
  (bytes, random) => {
    const [from, length] = [upTo(random, bytes.length), upTo(random, 2000)]
    return Buffer.concat([bytes.subarray(0, from), Buffer.alloc(length), bytes.subarray(from + length)])
  },
  (bytes, random) => Buffer.concat([bytes, bytes.subarray(upTo(random, bytes.length))]),
  (bytes) => Buffer.from(bytes.toString('latin1'), 'utf16le'),
]

/** What may be done to its tags; a character a byte, whatever the page's encoding. */
const OF_TAGS: readonly ((page: string, random: Random) => string)[] = [
  (page, random) => replacedOne(page, random, /<[^>]*>/g, () => ''),
  (page, random) => replacedOne(page, random, /<[^>]*>/g, (tag) => tag.repeat(oneOf([2, 40, 2_000], random))),
  (page, random) => replacedOne(page, random, /<[^>]*>/g, (tag) => tag.slice(0, upTo(random, tag.length))),
  (page, random) => replacedOne(page, random, /(?<=<\/?)\w+/g, () => oneOf(TAGS, random)),
  (page, random) =>
    replacedOne(
      page,
      random,
      /(?<=<\w+)(?=[\s>])/g,
      () => ` ${oneOf(['rowspan', 'colspan', 'style', 'hidden', 'src', 'start'], random)}="${oneOf(LIES, random)}"`,
    ),
  (page, random) => replacedOne(page, random, /(?<==)"?[^"\s>]*"?/g, () => oneOf(LIES, random)),
  (page, random) =>
    replacedOne(page, random, /(?<=>)[^<]+(?=<)/g, (text) => text.repeat(oneOf([2, 50, 3_000], random))),
  (page, random) => replacedOne(page, random, /(?<=>)[^<]+(?=<)/g, () => oneOf(LIES, random)),
  (page, random) =>
    replacedOne(page, random, /<[^>]*>/g, (tag) => `${`<${oneOf(TAGS, random)}>`.repeat(upTo(random, 3_000))}${tag}`),
  (page, random) => replacedOne(page, random, /<[^>]*>/g, (tag) => `<!--${tag}`),
]

/** For tests: one of these pages with something wrong in it, in one to four ways. */
export function mutatedHtml(bases: readonly Uint8Array[], random: Random): Uint8Array {
  const base = Buffer.from(oneOf(bases, random))
  if (random() < 0.25) return oneOf(OF_BYTES, random)(base, random)
  let page = base.toString('latin1')
  for (let times = 1 + upTo(random, 4); times > 0; times -= 1) page = oneOf(OF_TAGS, random)(page, random)
  return Buffer.from(page, 'latin1')
}

function flipped(bytes: Buffer, random: Random, count: number): Buffer {
  const copy = Buffer.from(bytes)
  for (let times = 0; times < count; times += 1) copy[upTo(random, copy.length)] = upTo(random, 256)
  return copy
}

/** The page with one of the places that fit the pattern replaced. */
function replacedOne(page: string, random: Random, pattern: RegExp, by: (found: string) => string): string {
  const found = [...page.matchAll(pattern)]
  const place = found[upTo(random, found.length)]
  if (!place) return page
  return page.slice(0, place.index) + by(place[0]) + page.slice(place.index + place[0].length)
}
