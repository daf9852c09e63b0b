import { SYNONYMS } from '../../ingest/classification/index.ts'
import { comparable } from '../../ingest/domain/name.ts'
import { CLOSING } from './contradiction.ts'
import { gramsOf } from './grams.ts'
import type { Plan } from './plan.ts'

/** A piece of meaning of the question, in any of the forms a document may print. */
export interface Probe {
  readonly forms: readonly string[]
  readonly codes: readonly string[]
  /** Longer pieces say more. */
  readonly size: number
  /** "must": a fact without it does not answer. */
  readonly weight: 'must' | 'scope' | 'hint'
}

/** What to look for in facts: known names whole, everyday words with their official forms, and the rest in pairs of characters. */
export function probesOf(plan: Plan): Probe[] {
  const concepts = plan.concepts.map(
    (concept): Probe => ({
      forms: CLOSING.test(plan.question) ? withClosing(formsOf(concept)) : formsOf(concept),
      codes: concept.codes,
      size: Math.min(concept.weight === 'soft' ? 2 : 6, Math.max(1, concept.surface.length - 1)),
      weight: concept.weight === 'item' ? 'must' : concept.weight === 'scope' ? 'scope' : 'hint',
    }),
  )
  const covered = plan.concepts.map(({ surface }) => comparable(surface)).sort((a, b) => b.length - a.length)
  const codes = plan.codes.map((code): Probe => ({ forms: [code], codes: [code], size: 6, weight: 'must' }))
  const pieces = plan.subject.flatMap((piece) => pieceProbes(piece, covered))
  const probes = namesOnlyPeople(plan) || namesOnlyAll(plan) ? [] : dedupe([...codes, ...concepts, ...pieces])
  return probes.length > 0 ? probes : [unnamed(plan)]
}

/** "What is the total budget" names nothing but all there is. */
function namesOnlyAll({ codes, concepts, subject, units }: Plan): boolean {
  if (concepts.length === 0 || codes.length + subject.length + units.length > 0) return false
  return concepts.every((concept) => concept.weight === 'soft' && formsOf(concept).includes(ALL))
}

/** Every form of a known name; all there is goes by many. */
function formsOf({ surface, names }: Plan['concepts'][number]): string[] {
  const forms = [comparable(surface), ...names.map(comparable)].filter((form) => form.length >= 2)
  return [...new Set(forms.includes(ALL) ? [...forms, ...WHOLE.forms] : forms)]
}

/** Money carried over has a name of its own at the end of the year. */
function withClosing(forms: string[]): string[] {
  return forms.some((form) => /^(?:上年)?结转/.test(form)) ? [...forms, ...CARRIED_OUT] : forms
}

const CARRIED_OUT = ['年末结转和结余', '年末结转结余', '结转下年'].map(comparable)

const ALL = '收支总预算'

/** "How many staff does it have" names nothing but whom to count. */
function namesOnlyPeople({ units, codes, concepts, subject }: Plan): boolean {
  const people = subject.every((piece) => /^(?:人员|职工|员工|人数|人)$/.test(piece))
  return units.includes('人') && codes.length === 0 && concepts.length === 0 && people
}

/** What a question is about that names nothing but a kind of thing to count, or not even that. */
function unnamed(plan: Plan): Probe {
  const counted = COUNTED_THINGS.find(([unit]) => plan.units.includes(unit))
  return counted ? { forms: counted[1], codes: [], size: 4, weight: 'must' } : WHOLE
}

/** "有多少人" asks for the staff, "几辆" for the vehicles, "多少平方米" for the buildings. */
const COUNTED_THINGS: readonly (readonly [string, readonly string[]])[] = [
  ['人', ['实有人数', '实有人员', '总人数', '人员总数', '在职人员总数', '在职人员']],
  ['辆', ['车辆', '保有量']],
  ['平方米', ['房屋']],
]

/** A question that names nothing ("预算是多少？") asks for the whole. */
const WHOLE: Probe = {
  forms: [
    '收支总预算',
    '收支预算',
    '支出总计',
    '收入总计',
    '支出预算',
    '支出合计',
    '本年支出',
    '收支总计',
    '支出总额',
  ].map(comparable),
  codes: [],
  size: 4,
  weight: 'must',
}

/** Everyday words with their official forms, the words as compared. */
const EVERYDAY = SYNONYMS.map(({ say, means }) => ({ word: comparable(say), means }))

function pieceProbes(piece: string, covered: readonly string[]): Probe[] {
  let rest = piece
  for (const surface of covered) rest = rest.replaceAll(surface, ' ')
  const probes: Probe[] = []
  for (const { word, means } of EVERYDAY) {
    if (!rest.includes(word)) continue
    probes.push({
      forms: [word, ...means.map(comparable)],
      codes: [],
      size: Math.max(1, word.length - 1),
      weight: 'hint',
    })
    if (word.length >= 2) rest = rest.replaceAll(word, ' ')
  }
  for (const part of rest.split(/\s+/))
    for (const gram of gramsOf(part)) probes.push({ forms: [gram], codes: [], size: 1, weight: 'hint' })
  return probes
}

function dedupe(probes: readonly Probe[]): Probe[] {
  const seen = new Set<string>()
  return probes.filter((probe) => {
    const key = probe.forms.join('|')
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
