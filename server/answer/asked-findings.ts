import type { Finding } from '../../ingest/domain/finding.ts'
import type { CorpusReader } from '../../ingest/index/open.ts'
import { coverageEvidence } from './coverage.ts'
import type { Evidence } from './evidence.ts'
import type { Plan } from './plan.ts'
import { subjectPieces } from './subject.ts'

/** What may be wrong with a document. */
const TROUBLE =
  /问题|矛盾|错误|差错|出错|毛病|不一致|不符|对不上|疑点|出入|勾稽|前后不一|\b(?:wrong|errors?|mistakes?|contradict(?:s|ions?)?|inconsisten(?:t|cy|cies)|problems?|issues?|discrepanc(?:y|ies))\b/gi
/** That it is asked for, not named as the subject of the document. */
const ASKED =
  /什么|哪些|哪里|哪儿|有没有|有无|是否|存在|吗|几处|列出|检查|\b(?:what|which|any|are there|is there|list|find|check)\b/i
/** Words for documents themselves, and for asking after them. */
const DOCUMENTS =
  /预决?算|决算|公开|说明|文件|材料|报告|文档|表格?|文字|数据|数字|里面?|中|存在|自相|前后|互相|检查|列出|发现|找出|地方|处|有没有|有无|是否|吗|呢|有|的|之间|自己|本身|\b(?:the|in|with|of|its?|budgets?|final|accounts?|documents?|disclosures?|are|is|there|any|list|find|check|all|has|have|does|do|itself)\b/gi

/** Whether a question, its units and years taken out, asks what is wrong with a document, and nothing more. */
export function asksFindings(cut: string): boolean {
  if (!ASKED.test(cut) || cut.search(TROUBLE) < 0) return false
  return subjectPieces(cut.replace(TROUBLE, ' ').replace(DOCUMENTS, ' ')).length === 0
}

/** What does not agree in the documents asked about, slips last; what rounding or scope explains is left out. */
export function findingsEvidence(plan: Plan, index: CorpusReader): Evidence {
  const held = coverageEvidence(plan, index.documents())
  if (held.status !== 'answered' || held.form !== 'coverage') return held
  const findings = held.documents.flatMap(({ id }) => index.checks(id).findings.filter(isContradiction))
  return {
    status: 'answered',
    form: 'findings',
    documents: held.documents,
    findings: findings.sort((a, b) => Number(a.minor) - Number(b.minor)),
  }
}

function isContradiction({ verdict }: Finding): boolean {
  return verdict === 'contradiction'
}
