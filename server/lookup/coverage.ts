import type { DocumentRecord } from '../../ingest/domain/document.ts'
import type { Role, Table } from '../../ingest/domain/table.ts'
import type { CorpusReader } from '../../ingest/index/open.ts'
import type { CoveredDocument } from './coverage-contract.ts'

/** What each document holds, by what its tables are about. Reads every document, and lets others have their turn meanwhile. */
export async function coverageOf(corpus: CorpusReader): Promise<readonly CoveredDocument[]> {
  const covered: CoveredDocument[] = []
  for (const document of corpus.documents()) {
    covered.push(coveredDocument(document, corpus))
    await new Promise((resolve) => setImmediate(resolve))
  }
  return covered
}

function coveredDocument(document: DocumentRecord, corpus: CorpusReader): CoveredDocument {
  const { id, title, file, organization, level, fiscalYear, basis, facts, understood, warnings } = document
  const { findings } = corpus.checks(id)
  return {
    ...{ id, title, file, organization, level, fiscalYear, basis, facts, understood },
    warnings: warnings.length,
    findings: findings.length,
    contradictions: findings.filter(({ verdict }) => verdict === 'contradiction').length,
    tables: tablesByRole(corpus.tables(id)),
  }
}

/** The first table of each role that holds figures; else the first that is declared empty. */
function tablesByRole(tables: readonly Table[]): CoveredDocument['tables'] {
  const byRole = new Map<Role, CoveredDocument['tables'][number]>()
  for (const { id, role, emptyNote } of tables) {
    const state = emptyNote ? 'empty' : 'held'
    if (byRole.get(role)?.state !== 'held' && (state === 'held' || !byRole.has(role)))
      byRole.set(role, { role, state, id })
  }
  return [...byRole.values()]
}
