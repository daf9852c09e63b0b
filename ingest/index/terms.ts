/**
 * The words by which a text can be found. Chinese is written without spaces, so a run of Han characters becomes its
 * overlapping pairs (公务用车 → 公务 务用 用车), and a run of one stands for itself; everything else is words and numbers,
 * lower-case, numbers without thousands separators (1,234.50 → 1234.50).
 */
export function terms(text: string): string[] {
  const found: string[] = []
  for (const [run] of text.normalize('NFKC').toLowerCase().replace(THOUSANDS, '').matchAll(RUN)) {
    if (HAN.test(run)) found.push(...pairs([...run]))
    else found.push(run)
  }
  return found
}

const THOUSANDS = /(?<=\d),(?=\d{3}(?!\d))/g
const HAN = /^\p{Script=Han}/u
const RUN = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}\p{M}])+(?:(?<=\d)\.\d+)*/gu

function pairs(characters: readonly string[]): string[] {
  if (characters.length < 2) return [...characters]
  return characters.slice(1).map((second, before) => `${characters[before] ?? ''}${second}`)
}
