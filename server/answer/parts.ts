import { type Fact, PART } from '../../ingest/domain/fact.ts'
import { calculate } from './calculate/arithmetic.ts'
import { printed } from './evidence.ts'
import type { Rechecked } from './recheck.ts'

/** All the rows that print a part of what this fact is a part of, among the facts held; null where it is no part. */
export function partsOf(fact: Fact, held: readonly Fact[]): readonly [Fact, ...Fact[]] | null {
  if (fact.facet.at(-1) !== PART) return null
  const parts = held.filter(
    (other) =>
      other.tableId === fact.tableId &&
      other.project === fact.project &&
      other.measure.name === fact.measure.name &&
      other.facet.join('|') === fact.facet.join('|'),
  )
  const [first, ...rest] = parts
  return first && rest.length > 0 ? [first, ...rest] : null
}

/** The rows that print the parts of a project, in one table; null where no table prints it in parts. */
export function partsOfProject(project: string, held: readonly Fact[]): readonly [Fact, ...Fact[]] | null {
  const part = held.find((fact) => fact.project === project && fact.facet.length === 1 && fact.facet[0] === PART)
  return part ? partsOf(part, held) : null
}

/** The figures that stand for a project as a whole; a question that names the project need not name them. */
export const PROJECT_MEASURES =
  /^(?:预算安排规模|预算金额|项目金额|预算数|年度资金总额|年初预算数|全年预算数|全年执行数|执行率|自评总分)$/

/** The printed whole of a project and by how much its parts miss it, where they do; nothing where they add up or no whole is printed. */
export function againstWhole(parts: readonly [Fact, ...Fact[]], held: readonly Fact[]): Rechecked {
  const [part] = parts
  const whole = held.find(
    (fact) =>
      fact.project === part.project &&
      fact.documentId === part.documentId &&
      fact.kind === 'level' &&
      fact.facet.length === 0 &&
      PROJECT_MEASURES.test(fact.measure.name),
  )
  const shortfall = whole && calculate('shortfall', [whole, ...parts])
  if (!whole || !shortfall || shortfall.direction === 'flat') return { figures: [], cautions: [] }
  return {
    figures: [
      printed(whole, 'context', true),
      { form: 'derived', role: 'context', operation: 'shortfall', operands: [whole, ...parts], unit: null },
    ],
    cautions: [{ kind: 'sumDiffers', facts: [whole, part] }],
  }
}
