import { lineFinder, type ParagraphBlock, paragraphText } from '../domain/block.ts'
import type { Chunk } from '../domain/chunk.ts'
import { squeeze } from '../domain/name.ts'
import { lines, linesUpTo } from '../domain/source.ts'
import type { Cell, Table } from '../domain/table.ts'

/** What chunks are cut from: prose with its headings, tables, and the rows of torn forms. */
export interface ChunkMaterial {
  readonly documentId: string
  readonly paragraphs: readonly {
    readonly block: ParagraphBlock
    readonly section: readonly string[]
    readonly project: string | null
  }[]
  readonly tables: readonly Table[]
  readonly formRows: readonly {
    readonly project: string
    readonly text: string
    /** Why the row fell short, where it says; it stands on the last of its lines. */
    readonly reason: string
    readonly from: number
    readonly to: number
  }[]
}

/** Characters after which a passage is closed at the next sentence: about what the embedder reads well at once. */
const PASSAGE_LENGTH = 240
const LONGEST_TEXT = 480
/** No sentence is longer: a text without full stops is cut here, so that all of it can be found. */
const LONGEST_SENTENCE = 2000

/** Cuts a document into passages: sentences of one section, rows of one table. In reading order. */
export function makeChunks(material: ChunkMaterial): Chunk[] {
  const drafts = [
    ...material.paragraphs.flatMap((paragraph) => proseChunks(paragraph)),
    ...material.tables.flatMap((table) => rowChunks(table)),
    ...material.formRows.map((row) => formChunk(row)),
  ]
  return drafts
    .sort((a, b) => a.source.from - b.source.from)
    .map((draft, index) => ({ ...draft, id: `${material.documentId}-c${index + 1}`, documentId: material.documentId }))
}

type ChunkDraft = Omit<Chunk, 'id' | 'documentId'>

function proseChunks({ block, section, project }: ChunkMaterial['paragraphs'][number]): ChunkDraft[] {
  const text = paragraphText(block)
  const lineAt = lineFinder(block.spans)
  return passages(text).map(({ from, to }) => {
    const quote = text.slice(from, to).trim()
    const head = [section.at(-1), project]
      .filter((part) => part !== undefined && part !== null)
      .map((part) => squeeze(part ?? ''))
    return {
      kind: 'prose',
      text: [...head, quote].join(' ').slice(0, LONGEST_TEXT),
      quote,
      section: [...section],
      tableId: null,
      project,
      source: lines(lineAt(from), lineAt(Math.max(from, to - 1))),
    }
  })
}

/** Ranges of whole sentences, each as long as a passage may be. */
function passages(text: string): { from: number; to: number }[] {
  const ranges: { from: number; to: number }[] = []
  let from = 0
  let to = 0
  for (const sentence of sentencesOf(text)) {
    if (to > from && to + sentence.length - from > PASSAGE_LENGTH) {
      ranges.push({ from, to })
      from = to
    }
    to += sentence.length
  }
  if (text.slice(from, to).trim() !== '') ranges.push({ from, to })
  return ranges
}

function sentencesOf(text: string): string[] {
  return text.split(/(?<=[。；！？])/).flatMap((sentence) => {
    const pieces = Math.ceil(sentence.length / LONGEST_SENTENCE)
    return pieces <= 1
      ? [sentence]
      : Array.from({ length: pieces }, (_, at) => sentence.slice(at * LONGEST_SENTENCE, (at + 1) * LONGEST_SENTENCE))
  })
}

function rowChunks(table: Table): ChunkDraft[] {
  const byRow = new Map<number, Cell[]>()
  for (const cell of table.cells) {
    const beside = byRow.get(cell.row)
    if (beside) beside.push(cell)
    else byRow.set(cell.row, [cell])
  }
  return table.rows.flatMap((row, index): ChunkDraft[] => {
    const cells = byRow.get(index)
    if (!cells) return []
    const described = cells.map((cell) => {
      const header = table.columns[cell.column]?.path.at(-1) ?? ''
      return header === '' ? cell.text : `${header}：${cell.text}`
    })
    const text = [table.title, table.project ?? '', ...row.parents, described.join('，')]
      .filter((part) => part !== '')
      .join(' ')
    return [
      {
        kind: 'row',
        text: text.slice(0, LONGEST_TEXT),
        quote: cells.map((cell) => cell.text).join(' | '),
        section: [table.title],
        tableId: table.id,
        project: table.project,
        source: row.source,
      },
    ]
  })
}

function formChunk({ project, text, reason, from, to }: ChunkMaterial['formRows'][number]): ChunkDraft {
  // A reason is asked for by what it is, and as why the project or the indicator was not carried out.
  const said = reason === '' ? text : `${text} 未完成原因：${reason}`
  return {
    kind: 'row',
    text: `${project} ${said}`.slice(0, LONGEST_TEXT),
    quote: reason === '' ? text : `${text} ${reason}`,
    section: [project],
    tableId: null,
    project,
    // A long row is cut at its beginning: its reason stands at its end.
    source: reason === '' ? lines(from, to) : linesUpTo(from, to),
  }
}
