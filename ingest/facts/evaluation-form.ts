import type { Identity } from '../domain/document.ts'
import { squeeze } from '../domain/name.ts'
import type { FactDraft } from './fact-base.ts'
import { formFact, indicatorFacts, moneyFacts, totalFacts, totalScore } from './form-facts.ts'
import { type FormIndicator, type Fragment, readIndicators } from './form-indicators.ts'
import { sentenceFacts } from './sentence-facts.ts'

/** A self-evaluation form (绩效自评表) whose cells were torn into fragments, one or a few a line. */
export interface EvaluationForm {
  /** 0-based indices of its first and last line. */
  readonly from: number
  readonly to: number
  readonly project: string
  readonly indicators: readonly FormIndicator[]
  /** The goal and what came of it, in the words of the form. */
  readonly goals: readonly Fragment[]
  /** Those of them that tell what came of it; none where the two cannot be told apart. */
  readonly results: readonly Fragment[]
  readonly facts: readonly FactDraft[]
}

const TITLE = /^项目支出绩效自评表$|^部门(?:整体支出)?绩效自评表$|^项目(?:支出)?绩效(?:目标)?自评表$/
/** Lines below the title among which a torn form names its project. */
const OPENING_LINES = 12
/** Lines below 总分 on which its score may stand. */
const SCORE_LINES = 4

/** Finds every form in the lines of a document; their lines belong to no paragraph. */
export function findEvaluationForms(textLines: readonly string[], identity: Identity): EvaluationForm[] {
  const starts = textLines.flatMap((line, index) =>
    TITLE.test(squeeze(line)) && looksTorn(textLines, index) ? [index] : [],
  )
  return starts.flatMap((from, index) => {
    const limit = starts[index + 1] ?? textLines.length
    const to = endOf(textLines, from, limit)
    return to === null ? [] : [readForm(textLines, from, to, identity)]
  })
}

/** A torn form has its fields as lines of words right below its title, no tabs or pipes. */
function looksTorn(textLines: readonly string[], at: number): boolean {
  const next = textLines.slice(at, at + OPENING_LINES)
  return next.some((line) => /^\s*项目名称\s+\S/.test(line)) && next.every((line) => !/[\t|]/.test(line))
}

/** Index of the last line of the form that begins at `from`: its total score, which may stand below the word 总分. */
function endOf(textLines: readonly string[], from: number, limit: number): number | null {
  let at = from
  while (at < limit && !/^\s*总分/.test(textLines[at] ?? '')) at += 1
  if (at === limit) return null
  if (totalScore(textLines[at]?.trim() ?? '') !== null) return at
  let end = at
  for (let next = at + 1; next < Math.min(limit, at + 1 + SCORE_LINES); next += 1) {
    const text = textLines[next]?.trim() ?? ''
    if (/^\d+(?:\.\d+)?\s*分?$|^分$/.test(text)) end = next
    else if (text !== '') break
  }
  return end
}

function readForm(textLines: readonly string[], from: number, to: number, identity: Identity): EvaluationForm {
  const fragments = textLines
    .slice(from, to + 1)
    .flatMap((line, index): Fragment[] => (line.trim() === '' ? [] : [{ text: line.trim(), line: from + index + 1 }]))
  const project = projectName(fragments)
  const section = ['项目支出绩效自评表', project]
  const header = fragments.findIndex(({ text }) => /^二级指标|三级指标/.test(text))
  const top = fragments.slice(0, header < 0 ? undefined : header)
  const indicators = header < 0 ? [] : readIndicators(fragments.slice(header + 1))
  const fact = formFact(identity, project, section)
  const setting = {
    identity,
    role: 'performance' as const,
    section: [...section, '年度总体目标'],
    project,
    ownNames: [],
  }
  const labelled = labelledGoals(top)
  const told = labelled ? [...labelled.goals, ...labelled.results] : goalFragments(top)
  const { goals, results } = labelled ?? splitGoals(told)
  const prose = [
    ...sentenceFacts(goals, { ...setting, purpose: results.length > 0 ? 'target' : null }),
    ...sentenceFacts(results, { ...setting, purpose: 'actual' }),
  ]
  const facts = [
    ...moneyFacts(top, fact),
    ...prose,
    ...indicators.flatMap((indicator) => indicatorFacts(indicator, fact)),
    ...totalFacts(fragments, fact),
  ]
  return { from, to, project, indicators, goals: told, results, facts }
}

/** The name may go on below its line, up to the next field. */
function projectName(fragments: readonly Fragment[]): string {
  const at = fragments.findIndex(({ text }) => /^项目名称/.test(text))
  const end = fragments.findIndex(({ text }, index) => index > at && /^(?:主管部门|实施单位|预算单位)/.test(text))
  return squeeze(
    fragments
      .slice(at, end < 0 ? at + 1 : end)
      .map(({ text }) => text)
      .join('')
      .replace(/^项目名称[：:]?/, ''),
  )
}

/** The goal and what came of it, written out in words between the money and the indicators. */
function goalFragments(fragments: readonly Fragment[]): Fragment[] {
  const at = fragments.findIndex(({ text }) => /^(?:年度)?预期目标/.test(text))
  return at < 0 ? [] : fragments.slice(at + 1).filter(({ text }) => !/^(?:一级指|标)$/.test(text))
}

const GOAL_LABEL = /^(?:年度)?(?:总体|预期|绩效)目标[：:\s]+(?=\S)(?!\S{0,4}完成情况)/
const RESULT_LABEL = /^(?:年度)?(?:目标)?(?:实际)?完成情况[：:\s]+(?=\S)/

interface Goals {
  readonly goals: readonly Fragment[]
  readonly results: readonly Fragment[]
}

/** Goal and result each behind a label of its own, on its line and those below; null where the form has no such labels. */
function labelledGoals(fragments: readonly Fragment[]): Goals | null {
  const goal = fragments.findIndex(({ text }) => GOAL_LABEL.test(text))
  if (goal < 0) return null
  const result = fragments.findIndex(({ text }, at) => at > goal && RESULT_LABEL.test(text))
  const end = fragments.findIndex(({ text }, at) => at > goal && /^[一二三]级指标/.test(text))
  const last = end < 0 ? fragments.length : end
  const told = (from: number, to: number, label: RegExp) =>
    fragments.slice(from, to).map(({ text, line }, at) => ({ text: at === 0 ? text.replace(label, '') : text, line }))
  return {
    goals: told(goal, result < 0 ? last : result, GOAL_LABEL),
    results: result < 0 ? [] : told(result, last, RESULT_LABEL),
  }
}

const FIRST_GOAL = /^目标[1一][：:]/
/** Characters that tell whether a line begins what another began. */
const OPENING_LENGTH = 12

/** What a line opens with that tells of results by itself. */
const RESULT = /^(?:实际|已)/

/**
 * Goals and results stand side by side and are read out one after the other; the results begin with the words that the
 * goals began with. Where no line does, all is left together.
 */
function splitGoals(fragments: readonly Fragment[]): Goals {
  const opening = ({ text }: Fragment) => squeeze(text).replace(FIRST_GOAL, '').slice(0, OPENING_LENGTH)
  const [first] = fragments
  const opens = (fragment: Fragment) => first && (opening(fragment) === opening(first) || RESULT.test(fragment.text))
  const at = fragments.findIndex((fragment, index) => index > 0 && opens(fragment))
  return at < 0 ? { goals: fragments, results: [] } : { goals: fragments.slice(0, at), results: fragments.slice(at) }
}
