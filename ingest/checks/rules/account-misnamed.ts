import type { Fact } from '../../domain/fact.ts'
import type { Role } from '../../domain/table.ts'
import type { DocumentView } from '../document-view.ts'
import { isNamedThere, quoted, shown } from '../operands.ts'
import { namesOtherYear } from '../passage.ts'
import { likeness } from '../print-range.ts'
import type { Breach, Rule, Tried } from '../rule.ts'

const TABLE =
  '财政拨款收支总体情况表\n单位：万元\n\n收入\t预算数\t支出\t预算数\n财政拨款\t529.58\t201 一般公共服务支出\t\n\t\t213 农林水支出\t529.58\n收入总计\t529.58\t支出总计\t529.58\n\n四、财政拨款收支预算情况的总体说明\n\n'

/** An amount that the tables print for another account than the text names. */
export const accountMisnamedRule: Rule = {
  code: 'account-misnamed',
  oneSided: true,
  title: { zh: '金额与科目名称', en: 'An amount under the name of another account' },
  reasoning: {
    zh: '文字中某功能科目的金额，在各表同级科目中只与另一科目的金额相同，而该科目在表中并无此数的，科目名称可能写错。金额为零、同一金额属于几个科目的不比较。',
    en: 'Where the text gives an amount to an account for which no table prints it, and the tables print it for one other account of the same level, the name is probably wrong. Amounts of nothing, and those that several accounts have, are not tried.',
  },
  examples: {
    trips: [
      `${TABLE}一般公共预算支出包括：一般公共服务支出 529.58 万元，主要用于人员经费支出、公用经费支出及项目支出。\n`,
    ],
    passes: [`${TABLE}一般公共预算支出包括：农林水支出 529.58 万元，主要用于人员经费支出、公用经费支出及项目支出。\n`],
  },
  tries: (view) => {
    const cells = view.facts.filter(isPrinted)
    return view.passages.flatMap(({ figures }) =>
      figures.flatMap((figure) =>
        isTold(figure.fact) && !namesOtherYear(figure) ? triedOf(view, figure.fact, cells) : [],
      ),
    )
  },
}

const ROLES: ReadonlySet<Role> = new Set([
  'income_expenditure',
  'income',
  'expenditure',
  'fiscal_appropriation',
  'general_public_budget',
])

function isFunctional({ measure, kind, facet, stage }: Fact): boolean {
  return measure.classification === 'functional' && kind === 'level' && facet.length === 0 && stage === null
}

function isPrinted(fact: Fact): boolean {
  return fact.origin === 'cell' && ROLES.has(fact.role) && fact.project === null && isFunctional(fact)
}

function isTold(fact: Fact): boolean {
  const told = fact.origin === 'sentence' && fact.project === null && isFunctional(fact) && isNamedThere(fact)
  return told && Number(fact.amount.value) !== 0
}

function triedOf(view: DocumentView, told: Fact, cells: readonly Fact[]): Tried[] {
  const codeOf = ({ measure }: Fact) => measure.code ?? ''
  const own = codeOf(told)
  const ofSameTime = cells.filter(({ fiscalYear, basis }) => fiscalYear === told.fiscalYear && basis === told.basis)
  const same = ofSameTime.filter((cell) => likeness(cell.amount, told.amount) === 'same')
  const itself = same.find((cell) => codeOf(cell) === own)
  if (itself) return [{ witnesses: [view.fact(told), view.fact(itself)], breach: null }]
  const rivals = same.filter((cell) => codeOf(cell).length === own.length)
  const [rival] = rivals
  if (!rival || new Set(rivals.map(codeOf)).size > 1) return []
  return [{ witnesses: [view.fact(told), view.fact(rival)], breach: breachOf(told, rival) }]
}

function breachOf(told: Fact, cell: Fact): Breach {
  const [name, other] = [quoted(told.measure.name), quoted(cell.measure.name)]
  return {
    verdict: 'contradiction',
    message: {
      zh: `文字中${name}为 ${shown(told)}，而表中该金额属于${other}，科目名称可能有误。`,
      en: `The text gives ${shown(told)} to ${name}; the tables print it for ${other}, so the name is probably wrong.`,
    },
    values: [told.amount.raw, told.measure.name, cell.measure.name],
    computed: `${shown(told)} = ${other} ${shown(cell)}`,
    remedy: { zh: `科目名称改为${other}。`, en: `Name it ${other}.` },
  }
}
