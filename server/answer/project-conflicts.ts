import type { Fact } from '../../ingest/domain/fact.ts'
import { comparable } from '../../ingest/domain/name.ts'
import { sameFigure, sameFrame } from '../../ingest/domain/sameness.ts'
import { roundsTo } from './rounding.ts'

/** What a description or a table of aims calls the money of the project it is about. */
const WHOLE = /^(?:预算安排规模|预算金额|项目金额|年度资金总额)$/
const LEAST_SAID = 4

/** Another amount planned for the very project, where its table and its description differ; null where they agree. */
export function plannedOtherwise(fact: Fact, held: readonly Fact[]): Fact | null {
  if (!isWhole(fact)) return null
  const others = held.filter(
    (other) =>
      isWhole(other) &&
      other.documentId === fact.documentId &&
      other.tableId !== fact.tableId &&
      isOneProject(nameOf(fact), nameOf(other)) &&
      sameFrame(other, fact),
  )
  const alike = others.some((other) => sameFigure(other, fact) && other.origin !== fact.origin)
  const rival = others.find(
    (other) => !sameFigure(other, fact) && !roundsTo(other.amount, fact.amount) && !roundsTo(fact.amount, other.amount),
  )
  // A project that the same table prints in rows of several funds has no one figure there.
  const single = others.every((other) => other.tableId !== rival?.tableId || sameFigure(other, rival))
  return rival && !alike && single ? rival : null
}

function isWhole({ kind, basis, stage, facet, project, measure, role }: Fact): boolean {
  if (kind !== 'level' || basis !== 'budget' || stage !== null || facet.length > 0 || project === null) return false
  return WHOLE.test(measure.name) || (measure.name === project && role === 'project_expenditure')
}

function nameOf({ project }: Fact): string {
  return comparable(project ?? '').replace(/(?:项目|经费|资金)+$/, '')
}

function isOneProject(a: string, b: string): boolean {
  return a.length >= LEAST_SAID && a === b
}
