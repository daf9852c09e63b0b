import type { Identity } from '../domain/document.ts'
import { squeeze } from '../domain/name.ts'
import type { BuiltTable } from '../tables/build.ts'
import { textAt } from '../tables/raw-row.ts'
import type { FactDraft } from './fact-base.ts'
import { sentenceFacts } from './sentence-facts.ts'
import type { Purpose, Setting } from './setting.ts'

const SHORTEST_PROSE_CELL = 18

/** Goals and explanations written out inside a form's cells. */
export function proseInCells(
  built: BuiltTable,
  identity: Identity,
  ownNames: readonly string[],
  figures: readonly FactDraft[],
): FactDraft[] {
  const section = [...built.section, built.table.title]
  const projects = new Map(figures.map((fact) => [fact.source.from, fact.project]))
  return built.printed.flatMap((row, at) =>
    row.flatMap((cell, column) => {
      if (cell.text.length < SHORTEST_PROSE_CELL) return []
      const project = projects.get(cell.line) ?? built.table.project
      const purpose = purposeOf(built, at, column, identity)
      const setting: Setting = { identity, role: 'performance', section, project, ownNames, purpose }
      return sentenceFacts([{ text: cell.text, line: cell.line }], setting)
    }),
  )
}

const GOAL_HEAD = /预期目标|年度(?:总体)?目标|总体目标/
const RESULT_HEAD = /实际完成|完成情况/

/** A budget's form tells of aims; a final account's tells by the head of the column, or of the row, which of both. */
function purposeOf({ printed }: BuiltTable, at: number, column: number, identity: Identity): Purpose | null {
  if (identity.basis !== 'final_accounts') return 'target'
  const heads = printed
    .slice(0, at)
    .map((row) => textAt(row, column))
    .reverse()
  const before = (printed[at] ?? [])
    .slice(0, column)
    .map((cell) => squeeze(cell.text))
    .reverse()
  const head = [...heads, ...before].find(
    (word) => word.length < SHORTEST_PROSE_CELL && (GOAL_HEAD.test(word) || RESULT_HEAD.test(word)),
  )
  if (head === undefined) return null
  return RESULT_HEAD.test(head) ? 'actual' : 'target'
}
