import type { DocumentRecord } from '../../ingest/domain/document.ts'
import type { Evidence, Missing } from './evidence.ts'
import type { Plan } from './plan.ts'
import { subjectPieces } from './subject.ts'

const ASKED =
  /(?:能|可以|可)(?:查|回答|问).{0,6}(?:哪|什么)|有哪些(?:单位|文件|资料|数据|年份)|哪些单位|哪几年|收录|覆盖了?哪|哪[一几两]?(?:份|些|个|本)(?:材料|文件|资料|公开)?(?:才)?是(?:预算|决算)|哪些(?:材料|文件).{0,6}(?:决算|预算)|什么资料|what (?:units|organi[sz]ations|documents|years|bureaus) (?:do you|can you|are)|what can (?:you|i)|which (?:units|bureaus|documents|years|organi[sz]ations) (?:do you|can you|are (?:covered|held|included|available))/i
/** "Is there anything of …": a question for what is held where nothing but a frame is named. */
const IS_THERE =
  /有没有|有(?:无|.{0,12}吗)|是否(?:有|收录)|\b(?:do you have|is there|are there|have you got|anything)\b/i
/** Words for documents themselves. */
const DOCUMENTS =
  /有没有|有无|是否|收录|资料|数据|文件|材料|报告|文档|公开|年份|年度|信息|情况|吗|呢|么|没有|有|的|documents?|data|anything|something|information|files?|reports?|you|there|covered/gi

/** Whether a question, its units and years taken out, asks what is held rather than what a document says. */
export function asksCoverage(cut: string): boolean {
  if (ASKED.test(cut)) return true
  return IS_THERE.test(cut) && subjectPieces(cut.replace(DOCUMENTS, ' ')).length === 0
}

/** The documents held of the units, years and basis asked about; what is named and not held is refused by name. */
export function coverageEvidence(plan: Plan, documents: readonly DocumentRecord[]): Evidence {
  const { unknown, named } = plan.organizations
  const ofUnits = documents.filter(({ organization }) => named.length === 0 || named.includes(organization))
  const ofYears = ofUnits.filter(
    ({ fiscalYear }) => plan.years.length === 0 || (fiscalYear !== null && plan.years.includes(fiscalYear)),
  )
  const basis = onlyBasis(plan)
  const held = ofYears.filter((document) => basis === null || document.basis === basis)
  if (held.length > 0 && unknown.length === 0) return { status: 'answered', form: 'coverage', documents: held }
  return { status: 'not_found', missing: missingOf(plan, ofYears), nearest: [] }
}

/** The basis asked for; null where the question names both or neither, or asks for the others besides. */
function onlyBasis({ question }: Plan): 'budget' | 'final_accounts' | null {
  const [budget, final] = [/预决?算|budget/i.test(question), /决算|final accounts?/i.test(question)]
  if (budget === final || /其他|其余|别的|\bothers?\b|the rest/i.test(question)) return null
  return budget ? 'budget' : 'final_accounts'
}

function missingOf(plan: Plan, ofYears: readonly DocumentRecord[]): Missing[] {
  const { unknown, named } = plan.organizations
  if (unknown.length > 0) return unknown.map((name): Missing => ({ what: 'organization', name }))
  const organization = named[0] ?? ''
  if (ofYears.length === 0) return plan.years.map((year): Missing => ({ what: 'year', organization, year }))
  const what = onlyBasis(plan) === 'budget' ? 'budget' : 'final'
  return [{ what, organization, year: plan.years[0] ?? null }]
}
