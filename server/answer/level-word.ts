import type { Fact } from '../../ingest/domain/fact.ts'
import type { CorpusReader } from '../../ingest/index/open.ts'
import { phrase } from '../../prompts/phrases.ts'
import type { Language } from './contract.ts'
import { documentsOfBothLevels } from './level.ts'

/** 部门 or 单位 in front of a figure's basis, where the unit's disclosures of both levels are held; else "". */
export function levelWord(
  language: Language,
  { level, organization, fiscalYear, documentId }: Fact,
  index: CorpusReader,
): string {
  if (level === null) return ''
  const basis = index.document(documentId)?.basis ?? null
  const own = index
    .documents()
    .filter((other) => other.organization === organization && other.fiscalYear === fiscalYear && other.basis === basis)
  return documentsOfBothLevels(own).length > 0 ? phrase(language, `level.${level}`, {}) : ''
}
