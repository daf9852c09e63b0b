import { squeeze } from '../domain/name.ts'
import { type FactDraft, measureOf, unclassified } from './fact-base.ts'

/**
 * How accounts open what they say of a project that they evaluated themselves (财政部门决算公开模板: "某某项目绩效自评综述：全年预算数为…万元，
 * 执行数为…万元，完成预算的…%"). The first group is the project.
 */
const OPENING =
  /^(?:\d{1,2}[.．、]|[（(](?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）]|[一二三四五六七八九十]{1,3}、)?[“"《]?([^，。；：:]{2,40}?)[”"》]?(?:项目)?(?:支出)?(?:绩效)?(?:目标)?(?:完成情况)?自[我]?评(?:价)?(?:综述|情况|结果)?(?:[：:]|$)/

/** The project whose own evaluation a paragraph or heading opens; null where it opens none. */
export function evaluatedProject(text: string): string | null {
  const words = squeeze(text).replace(/\*\*|<\/?b>/g, '')
  const [opening = '', name = ''] = OPENING.exec(words) ?? []
  if (name === '' || NO_PROJECT.test(name)) return null
  return opening.replace(/[“"《”"》]/g, '').includes(`${name}项目`) ? `${name}项目` : name
}

/** Words for all projects at once, or for the evaluation itself. */
const NO_PROJECT = /^(?:部门|单位|项目|重点|整体|预算|绩效|本|我|全部|主要|各|\d{4}年)|(?:开展|组织|进行|结果|工作)$/

/** A figure of such a paragraph under the name that evaluation forms give it. */
export function asEvaluated(draft: FactDraft): FactDraft {
  const { kind, project } = draft
  if (draft.origin !== 'sentence' || project === null) return draft
  if (kind === 'level') return isOf(draft, project) ? moneyAsEvaluated(draft) : draft
  if (kind === 'rate' && /完成预算|执行率/.test(draft.measure.name) && draft.direction === null)
    return { ...draft, measure: unclassified('执行率'), parents: [] }
  return kind === 'score' && /^(?:绩效)?自评(?:得分|总分|分)?$|^得分$/.test(draft.measure.name)
    ? { ...draft, measure: unclassified('自评总分'), total: true }
    : draft
}

function moneyAsEvaluated(draft: FactDraft): FactDraft {
  const { basis, stage } = draft
  const facet = draft.facet.join()
  if (facet === '执行数')
    return { ...draft, measure: measureOf('全年执行数'), facet: [], basis: 'final_accounts', stage: null }
  if (basis !== 'budget' || !/^(?:(?:年初)?预算数?)?$/.test(facet)) return draft
  return { ...draft, facet: [], measure: measureOf(stage === 'initial' ? '年初预算数' : '全年预算数') }
}

/** Whether a figure is named by nothing but its project and the kind of money. */
function isOf({ measure: { name } }: FactDraft, project: string): boolean {
  const rest = name.replace(project, '').replace(/(?:绩效)?自评(?:综述|情况|结果|得分|总分)?/, '')
  return /^(?:项目)?(?:资金)?(?:(?:全年|年初|年度|调整后?)?(?:预算|执行)数?)?$/.test(rest)
}
