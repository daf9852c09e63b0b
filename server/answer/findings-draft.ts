import type { Finding } from '../../ingest/domain/finding.ts'
import type { CorpusReader } from '../../ingest/index/open.ts'
import { phrase } from '../../prompts/phrases.ts'
import { citePlace } from './citation.ts'
import type { Language, Notice } from './contract.ts'
import type { DraftCitation } from './draft-citation.ts'
import type { Draft } from './draft-shape.ts'
import { inert } from './slots.ts'

/** More findings than these are left to the report. */
const MOST_FINDINGS = 10
const MOST_PLACES = 3

/** What is wrong with documents: a line a finding, with its places word for word; what it comes to is a notice. */
export function writeFindings(findings: readonly Finding[], language: Language, index: CorpusReader): Draft {
  const citations: DraftCitation[] = []
  const notices: Notice[] = []
  const quotations: string[] = []
  const quoted = (words: string) => {
    const said = inert(words)
    quotations.push(said)
    return said
  }
  const lines = findings.slice(0, MOST_FINDINGS).map(({ title, message, places }) => {
    const cited = places.slice(0, MOST_PLACES).map((place, at) => citePlace(place, index, citations.length + at + 1))
    citations.push(...cited)
    notices.push({ kind: 'conflict', message: message[language], citations: cited.map(({ id }) => id) })
    const said = cited.map(({ id, row = [], raw }) => `“${[...row, raw].map(quoted).join(' ')}” [${id}]`)
    const words = { title: title[language], places: said.join(language === 'zh' ? '；' : '; ') }
    return phrase(language, 'answer.finding', words)
  })
  const more = findings.length > lines.length ? [phrase(language, 'answer.moreFindings', {})] : []
  const text = [phrase(language, 'answer.findings', {}), ...lines, ...more].join('\n')
  return {
    status: 'answered',
    text,
    quotations,
    quoted: [],
    figures: [],
    shown: [],
    citations,
    notices,
    alternatives: [],
  }
}
