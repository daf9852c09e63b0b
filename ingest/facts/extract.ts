import { type Block, type ParagraphBlock, paragraphText } from '../domain/block.ts'
import type { Identity } from '../domain/document.ts'
import type { Fact } from '../domain/fact.ts'
import { squeeze } from '../domain/name.ts'
import type { Role } from '../domain/table.ts'
import type { BuiltTable } from '../tables/build.ts'
import { HeadingPath } from '../tables/heading-path.ts'
import { sectionRole } from '../tables/role.ts'
import { cellFacts } from './cell-facts.ts'
import { declaredEmptyFacts } from './declared-empty.ts'
import { asEvaluated, evaluatedProject } from './evaluated-project.ts'
import type { EvaluationForm } from './evaluation-form.ts'
import type { FactDraft } from './fact-base.ts'
import { listedUnits } from './listed-units.ts'
import { performanceFacts } from './performance-facts.ts'
import { proseInCells } from './prose-in-cells.ts'
import { sentenceFacts } from './sentence-facts.ts'

/** A paragraph with what the text around it says of it. */
export interface PlacedParagraph {
  readonly block: ParagraphBlock
  readonly section: readonly string[]
  readonly role: Role
  readonly project: string | null
  /** Whether the paragraph tells how the project was carried out and evaluated. */
  readonly evaluated: boolean
}

/** What the parts of a document were read into, before facts are drawn from them. */
export interface DocumentParts {
  readonly documentId: string
  readonly identity: Identity
  readonly paragraphs: readonly PlacedParagraph[]
  readonly tables: readonly BuiltTable[]
  readonly forms: readonly EvaluationForm[]
}

/** Every fact of a document, in reading order, each numbered. */
export function extractFacts(parts: DocumentParts): Fact[] {
  const { identity, documentId, paragraphs } = parts
  const proseUnit = commonUnit(paragraphs)
  const ownNames = [identity.organization, ...identity.aliases].map(squeeze).sort((a, b) => b.length - a.length)
  const drafts = [
    ...parts.tables.flatMap((table) => tableFacts(table, identity, ownNames, proseUnit)),
    ...paragraphs.flatMap((paragraph) => paragraphFacts(paragraph, identity, ownNames, proseUnit)),
    ...parts.forms.flatMap((form) => form.facts),
  ]
  return drafts
    .sort((a, b) => a.source.from - b.source.from)
    .map((draft, index) => ({
      ...draft,
      id: `${documentId}-f${index + 1}`,
      documentId,
      organization: identity.organization,
      level: identity.level,
    }))
}

function tableFacts(
  built: BuiltTable,
  identity: Identity,
  ownNames: readonly string[],
  proseUnit: string,
): FactDraft[] {
  const units = listedUnits(built, identity)
  if (units.length > 0) return units
  const performance = built.table.role === 'performance'
  const figures = performance ? performanceFacts(built, identity) : cellFacts(built, identity, proseUnit)
  return performance ? [...figures, ...proseInCells(built, identity, ownNames, figures)] : figures
}

function paragraphFacts(
  paragraph: PlacedParagraph,
  identity: Identity,
  ownNames: readonly string[],
  unit: string,
): FactDraft[] {
  const { block, section, role, project, evaluated } = paragraph
  if (section.some((heading) => /名词解释/.test(squeeze(heading)))) return []
  const said = sentenceFacts(block.spans, { identity, role, section, project, ownNames })
  return [
    ...(evaluated ? said.map(asEvaluated) : said),
    ...declaredEmptyFacts({ spans: block.spans, identity, section, role, unit }),
  ]
}

/** Gives each paragraph its headings and the project that a line "项目名称：…" above it opened. */
export function placeParagraphs(blocks: readonly Block[]): PlacedParagraph[] {
  const headings = new HeadingPath()
  let project: string | null = null
  return blocks.flatMap((block): PlacedParagraph[] => {
    if (block.kind === 'grid') {
      project = null
      return []
    }
    if (block.kind === 'heading') {
      headings.enter(block)
      if (block.level <= 3) project = null
      return []
    }
    const named = /^(?:\d{1,2}[、.．]|[（(]\d{1,2}[)）])?\s*项目名称\s*[：:]\s*(.+)$/.exec(paragraphText(block).trim())
    if (named) project = squeeze(named[1] ?? '').replace(/[。；]$/, '')
    const section = headings.texts
    const around = project ?? projectOfSection(section)
    return atEvaluations(block).map((part) => placed(part, section, around))
  })
}

function placed(block: ParagraphBlock, section: readonly string[], around: string | null): PlacedParagraph {
  const opened = evaluatedProject(paragraphText(block)) ?? evaluatedProject(section.at(-1) ?? '')
  const role = opened === null ? sectionRole(section) : 'performance'
  return { block, section, role, project: opened ?? around, evaluated: opened !== null }
}

/** A paragraph in parts, each beginning where a line opens what is said of another project's evaluation. */
function atEvaluations(block: ParagraphBlock): ParagraphBlock[] {
  const starts = block.spans.flatMap(({ text }, at) => (at > 0 && evaluatedProject(text) !== null ? [at] : []))
  return [0, ...starts].map((from, index) => ({ ...block, spans: block.spans.slice(from, starts[index]) }))
}

/** "河道整治项目经费情况说明": the part of a document that explains one project. */
const PROJECT_SECTION =
  /^(?:关于)?(?!其他|重点|主要|部门|单位|\d)(.{2,30}?)(?:专项|项目)(?:经费|资金|支出)?(?:使用)?(?:情况)?(?:说明|介绍)$/

const PART = /^第[一二三四五六七八九十]+部分/

function projectOfSection(section: readonly string[]): string | null {
  for (const heading of section) {
    const project = PROJECT_SECTION.exec(squeeze(heading).replace(PART, ''))?.[1]
    if (project !== undefined) return project
  }
  return null
}

/** The unit of money that most amounts of the prose are given in: 万元 unless 元 prevails. */
function commonUnit(paragraphs: readonly PlacedParagraph[]): string {
  const text = paragraphs.map(({ block }) => paragraphText(block)).join('')
  const tenThousands = text.match(/\d\s*万元/g)?.length ?? 0
  const yuan = text.match(/\d\s*元/g)?.length ?? 0
  return yuan > tenThousands ? '元' : '万元'
}
