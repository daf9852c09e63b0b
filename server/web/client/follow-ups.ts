import type { DocumentRecord } from '../../../ingest/domain/document.ts'
import type { Answer } from '../../answer/contract.ts'

const MAX_FOLLOW_UPS = 3

/** Short questions that go on from an answer, each about what is held: another year, another unit, another unit of money. */
export function followUps(answer: Answer, documents: readonly DocumentRecord[]): readonly string[] {
  const asked = answer.figures.find(({ role }) => role === 'answer')
  if (answer.status !== 'answered' || !asked) return []
  const zh = answer.language === 'zh'
  const years = documents
    .filter(({ organization, fiscalYear }) => organization === asked.organization && fiscalYear !== asked.fiscalYear)
    .flatMap(({ fiscalYear }) => fiscalYear ?? [])
  const others = documents
    .filter(({ organization, fiscalYear, basis }) => {
      const sameTime = fiscalYear === asked.fiscalYear && basis === asked.basis
      return sameTime && organization !== asked.organization
    })
    .map(({ organization }) => organization)
  const told = [
    ...years.map((year) => (zh ? `那${year}年呢？` : `And in ${year}?`)),
    ...others.map((name) => (zh ? `那${name}呢？` : `And ${name}?`)),
    ...(asked.unit === '万元' ? [zh ? '换成元' : 'in yuan'] : []),
  ]
  return [...new Set(told)].slice(0, MAX_FOLLOW_UPS)
}
