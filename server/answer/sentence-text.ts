import type { Chunk } from '../../ingest/domain/chunk.ts'
import { comparable } from '../../ingest/domain/name.ts'

/** A sentence of a passage, or a row, with what stands around it. */
export interface Sentence {
  readonly chunk: Chunk
  /** As it stands in the document. */
  readonly text: string
  /** In {@link comparable} spelling; a row with its column headers. */
  readonly flat: string
  /** The headings above, the project and the table, in the same spelling. */
  readonly head: string
  /** The nearest heading, or the words before the sentence's colon: what field of a form it fills. */
  readonly field: string
  /** What it speaks of: its words before the first figure. */
  readonly lead: string
  /** Whether it only names a project, or says what a table below is. */
  readonly bare: boolean
  /** Whether it opens its passage. */
  readonly opens: boolean
  /** Whether it explains a word, as a glossary does. */
  readonly explains: boolean
  /** Share of its characters that are digits: torn tables have many. */
  readonly digits: number
}

/** "基本支出：指…", "“三公”经费，是指…": a glossary may stand anywhere, under no heading of its own. */
const GLOSSARY_ENTRY =
  /^(?:[(（]?[一二三四五六七八九十\d]+[)）、.．]*)?[^。]{2,40}?(?:[:：](?:是|反映|主?要?指(?![导标定挥数引出]))|是指)|^(?:[(（]?[一二三四五六七八九十\d]+[)）、.．]*)?[^,。]{2,30}反映/

/** A line that opens the description of a project where no form does: "（一）项目名称：…", "…项目经费情况说明". */
const PROJECT_OPENS = /项目名称[:：]\s*(\S[^。；;]{1,60})|(?:^|[。；）)])([^。；，,]{2,40}项目)经费情况说明$/

/** The sentences of a document's passages, in reading order. */
export function describeSentences(chunks: readonly Chunk[]): Sentence[] {
  let project = ''
  return chunks.flatMap((chunk) => {
    const opens = chunk.kind === 'prose' ? PROJECT_OPENS.exec(chunk.quote) : null
    const opened = chunk.kind === 'prose' ? (chunk.project ?? opens?.[1] ?? opens?.[2]) : undefined
    if (opened !== undefined) project = opened
    return describeChunk(chunk, chunk.project ?? (endsProject(chunk) ? '' : project))
  })
}

/** Parts of a document that come after its projects. */
function endsProject({ kind, section }: Chunk): boolean {
  return kind === 'row' || section.some((part) => /名词解释|三公|机关运行经费|政府采购/.test(part.replace(/\s/g, '')))
}

function describeChunk(chunk: Chunk, project: string): Sentence[] {
  const row = chunk.kind === 'row'
  const heading = comparable(chunk.section.at(-1) ?? '')
  const head = comparable([...chunk.section.slice(-2), project].join(' '))
  const glossary = chunk.section.some((part) => /名词解释/.test(part.replace(/\s/g, '')))
  const texts = row ? [chunk.quote] : sentencesOf(chunk.quote)
  return texts.map((text, at): Sentence => {
    const flat = comparable(row ? chunk.text : text)
    const label = /^[^:,。;]{2,16}(?=:)/.exec(flat)?.[0] ?? ''
    const body = flat.replace(/^[(（]?[一二三四五六七八九十\d]+[)）、.．]+/, '').replace(/^\d{4}年度?/, '')
    return {
      chunk,
      text,
      flat,
      head,
      field: `${heading} ${label}`,
      lead: row ? '' : (/^[^\d:。]*/.exec(body)?.[0] ?? ''),
      bare: /项目名称:|^[^,。:]{0,30}表$/.test(flat) || PROJECT_OPENS.test(text),
      opens: at === 0,
      explains: glossary || (!row && GLOSSARY_ENTRY.test(flat)),
      digits: (flat.match(/\d/g)?.length ?? 0) / Math.max(1, flat.length),
    }
  })
}

/** A passage cut behind its full stops and semicolons; nothing of it is lost. */
function sentencesOf(text: string): string[] {
  return text.split(/(?<=[。；！？;])/).filter((sentence) => sentence.trim() !== '')
}
