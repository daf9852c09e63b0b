import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Block } from '../domain/block.ts'
import { squeeze } from '../domain/name.ts'
import { Problem } from '../domain/problem.ts'

/** A reader with what the suite needs to put any text in front of it. */
export interface ReaderUnderTest {
  readonly name: string
  /** A file of the reader's format that holds these lines. */
  readonly fileOf: (lines: readonly string[]) => Uint8Array
  /** Reads a file; at once or in time. */
  readonly read: (bytes: Uint8Array) => ReadLines | Promise<ReadLines>
}

/** The blocks of a file, and the lines that they are cited from. */
interface ReadLines {
  readonly lines: readonly string[]
  readonly blocks: readonly Block[]
}

interface Piece {
  readonly text: string
  readonly line: number
}

/** Everything that blocks say, in reading order, with the line each piece is said to stand on. */
function piecesOf(blocks: readonly Block[]): Piece[] {
  return blocks.flatMap((block): readonly Piece[] => {
    if (block.kind === 'heading') return [block]
    return block.kind === 'paragraph' ? block.spans : block.rows.flat()
  })
}

const characters = (pieces: readonly { readonly text: string }[]) => squeeze(pieces.map(({ text }) => text).join(''))

/** A line as the file has it, with what a reader must keep of it. */
interface SampleLine {
  readonly printed: string
  readonly kept: string
}

const word = fc
  .stringMatching(/^[甲乙丙丁戊己庚辛壬癸金额预算支出万元0-9.，。；（）]{1,12}$/)
  .map((text) => `水${text}`)
const same = (text: string): SampleLine => ({ printed: text, kept: text })
const cells = fc.array(fc.option(word, { nil: '' }), { minLength: 2, maxLength: 6 })

const sampleLine: fc.Arbitrary<SampleLine> = fc.oneof(
  word.map(same),
  word.map((text) => same(`一、${text}`)),
  word.map((text) => ({ printed: `## ${text}`, kept: text })),
  word.map((text) => ({ printed: `**${text}**`, kept: text })),
  word.map((text) => ({ printed: `<b>${text}</b>`, kept: text })),
  cells.map((row) => ({ printed: row.join('\t'), kept: row.join('') })),
  cells.map((row) => ({ printed: `| ${row.join(' | ')} |`, kept: row.join('') })),
  cells.map((row) => ({ printed: `|${row.map(() => '---').join('|')}|`, kept: '' })),
  fc.constantFrom('', '  ', '\u3000').map((blank) => ({ printed: blank, kept: '' })),
)

/** Texts that make careless patterns take time out of all proportion. */
const HOSTILE: readonly (readonly [string, (size: number) => string[]])[] = [
  ['one very long line', (size) => ['水'.repeat(size)]],
  ['a very long number', (size) => ['9'.repeat(size)]],
  ['nested brackets', (size) => [`${'（'.repeat(size / 2)}${'）'.repeat(size / 2)}`]],
  ['open brackets', (size) => ['（'.repeat(size)]],
  ['tabs', (size) => ['\t'.repeat(size)]],
  ['pipes', (size) => ['|'.repeat(size)]],
  ['pipes that end in a word', (size) => [`${'| '.repeat(size / 2)}水`]],
  ['a ruling line that is none', (size) => [`|${'-'.repeat(size)}水|`]],
  ['spaces inside a line', (size) => [`水${' '.repeat(size)}水`]],
  ['dashes', (size) => ['-'.repeat(size)]],
  ['tags left open', (size) => ['<b'.repeat(size / 2)]],
  ['heading marks', (size) => ['#'.repeat(size)]],
  ['short lines', (size) => Array.from({ length: size / 2 }, () => '水')],
  ['short lines between blank ones', (size) => Array.from({ length: size / 2 }, (_, at) => (at % 2 ? '' : '水'))],
  ['short rows', (size) => Array.from({ length: size / 4 }, () => '水\t1')],
]
/**
 * At this size a reader takes milliseconds, or seconds where its format puts marks around each word and the machine is busy;
 * one that goes over its input for every character takes minutes.
 */
const HOSTILE_SIZE = 200_000
const HOSTILE_MILLISECONDS = 15_000

/** What every reader of documents must do, whatever its format. */
export function readerContract({ name, fileOf, read }: ReaderUnderTest): void {
  describe(`${name}, as every reader`, () => {
    const readLines = async (lines: readonly string[]) => read(fileOf(lines))

    it('says nothing that does not stand on the line it names', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(sampleLine, { minLength: 1, maxLength: 30 }), async (sample) => {
          fc.pre(sample.some(({ kept }) => kept.trim() !== ''))
          const { lines, blocks } = await readLines(sample.map(({ printed }) => printed))
          for (const { text, line } of piecesOf(blocks)) {
            expect(characters([{ text: (lines[line - 1] ?? '').replace(/\*\*|<\/?b>/g, '') }])).toContain(squeeze(text))
          }
        }),
      )
    })

    it('puts every character into exactly one block, in reading order', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(sampleLine, { minLength: 1, maxLength: 30 }), async (sample) => {
          fc.pre(sample.some(({ kept }) => kept.trim() !== ''))
          const { blocks } = await readLines(sample.map(({ printed }) => printed))
          expect(characters(piecesOf(blocks))).toBe(characters(sample.map(({ kept }) => ({ text: kept }))))
        }),
      )
    })

    it('leaves out ruling lines and page numbers', async () => {
      const { blocks } = await readLines([
        '| 水 | 金额 |',
        '|----|:---:|',
        '| 甲 | 1.00 |',
        '',
        '12',
        '',
        '— 13 —',
        '',
        '完。',
      ])
      expect(characters(piecesOf(blocks))).toBe('水金额甲1.00完。')
    })

    it('keeps a number that stands between words or has decimals', async () => {
      expect(characters(piecesOf((await readLines(['支出', '', '12.50', '', '万元'])).blocks))).toContain('12.50')
      expect(characters(piecesOf((await readLines(['支出', '12', '万元'])).blocks))).toContain('12')
    })

    it('gives the same blocks for the same file', async () => {
      const bytes = fileOf(['# 甲', '水，', '金。', '| a | 1 |'])
      expect((await read(bytes)).blocks).toEqual((await read(bytes)).blocks)
    })

    it('reads any bytes, or refuses them with a problem of the catalogue', async () => {
      await fc.assert(
        fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
          try {
            const { lines, blocks } = await read(bytes)
            for (const { line } of piecesOf(blocks)) expect(lines[line - 1]).toBeDefined()
          } catch (error) {
            expect(error).toBeInstanceOf(Problem)
          }
        }),
      )
    })

    it.each(HOSTILE)('takes no longer than its size warrants: %s', async (_, linesOf) => {
      const bytes = fileOf(linesOf(HOSTILE_SIZE))
      const start = performance.now()
      try {
        await read(bytes)
      } catch (error) {
        expect(error).toBeInstanceOf(Problem)
      }
      expect(performance.now() - start).toBeLessThan(HOSTILE_MILLISECONDS)
    })
  })
}
