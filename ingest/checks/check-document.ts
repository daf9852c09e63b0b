import { createHash } from 'node:crypto'
import type { DocumentChecks, Finding, FindingPlace, Verdict } from '../domain/finding.ts'
import type { DocumentView } from './document-view.ts'
import { type DoubtedTable, doubtedTables } from './doubted-tables.ts'
import { type Broken, type RootCause, rootCauses } from './root-cause.ts'
import type { Rule, Tried } from './rule.ts'
import { RULES } from './rules.ts'

/** Holds a document against itself: what does not agree, each root cause once, and how often each rule was tried. */
export function checkDocument(view: DocumentView, rules: readonly Rule[] = RULES): DocumentChecks {
  const tried = rules.map((rule) => ({ rule, relations: rule.tries(view) }))
  const applied = Object.fromEntries(tried.map(({ rule, relations }) => [rule.code, relations.length]))
  const all = tried.flatMap(({ relations }) => relations)
  const broken = tried.flatMap(({ rule, relations }) =>
    relations.flatMap(({ witnesses, breach }): Broken[] => (breach ? [{ rule, witnesses, breach }] : [])),
  )
  const doubted = doubtedTables(all, broken)
  const doubtedIds = new Set(doubted.map(({ tableId }) => tableId))
  const trusted = broken.filter(({ witnesses }) => !witnesses.some(({ tableId }) => doubtedIds.has(tableId ?? '')))
  const held = tried.flatMap(({ rule, relations }) => (rule.oneSided ? [] : relations.filter(bearsOut)))
  const groups = [...new Set(trusted.map(groupOf))]
  const causes = groups.flatMap((group) =>
    rootCauses(
      trusted.filter((one) => groupOf(one) === group),
      held,
    ),
  )
  const drafts = [...doubted.map(doubtOf), ...causes.map(causeOf)].sort(byWeight)
  return { findings: numbered(drafts, view.documentId), applied }
}

/** Whether a relation speaks for the figures that take part: what rounding may explain does. */
function bearsOut({ breach }: Tried): boolean {
  return breach === null || breach.verdict === 'rounding'
}

/** A slip, or what a scope explains, has no root cause in common with an error. */
function groupOf({ breach: { verdict, minor } }: Broken): string {
  return `${verdict}${minor === true ? ' minor' : ''}`
}

type Draft = Omit<Finding, 'id' | 'documentId'>

function doubtOf({ tried, broken }: DoubtedTable): Draft {
  const [first] = broken
  const places = uniquePlaces(broken.flatMap(({ witnesses }) => witnesses.slice(0, 1).map(({ place }) => place)))
  const title = first.witnesses[0]?.place.quote ?? ''
  return {
    rule: first.rule.code,
    title: first.rule.title,
    verdict: 'unreadable',
    minor: false,
    message: {
      zh: `该表 ${tried} 项勾稽关系中 ${broken.length} 项不成立，可能是本程序未能正确读出该表，请核对原表（例如：${title}）。`,
      en: `${broken.length} of the ${tried} relations of this table fail, so it was probably read wrongly; look at the table itself (for one: ${title}).`,
    },
    values: [],
    computed: broken
      .slice(0, MOST_COMPUTED)
      .flatMap(({ breach }) => breach.computed ?? [])
      .join('; '),
    remedy: null,
    places,
  }
}

/** More of the arithmetic than this is no help. */
const MOST_COMPUTED = 4

function causeOf({ culprit, broken }: RootCause): Draft {
  const [{ rule, breach }, ...others] = broken
  const also = others.length
  const computed = broken.slice(0, MOST_COMPUTED).flatMap((relation) => relation.breach.computed ?? [])
  const witnesses = [culprit, ...broken.flatMap((relation) => relation.witnesses)]
  return {
    rule: rule.code,
    title: rule.title,
    verdict: breach.verdict,
    minor: breach.minor ?? false,
    message:
      also === 0
        ? breach.message
        : {
            zh: `${breach.message.zh}同一处另有 ${also} 项关系不成立。`,
            en: `${breach.message.en} The same place breaks ${also} more relation${also === 1 ? '' : 's'}.`,
          },
    values: [...new Set(broken.flatMap((relation) => relation.breach.values))],
    computed: [...new Set(computed)].join('; '),
    remedy: breach.remedy ?? null,
    places: uniquePlaces(witnesses.map(({ place }) => place)),
  }
}

function uniquePlaces(places: readonly FindingPlace[]): FindingPlace[] {
  const unique = new Map<string, FindingPlace>()
  for (const place of places) {
    const key = JSON.stringify([place.tableId, place.field, place.source, place.raw, place.field ? null : place.quote])
    if (!unique.has(key)) unique.set(key, place)
  }
  return [...unique.values()]
}

const WEIGHTS: Readonly<Record<Verdict, number>> = { contradiction: 0, scope: 2, rounding: 3, unreadable: 4 }

/** Errors first, then slips, then what is explained; in the order of the document. */
function byWeight(a: Draft, b: Draft): number {
  const weight = ({ verdict, minor }: Draft) => (minor ? 1 : WEIGHTS[verdict])
  return weight(a) - weight(b) || (a.places[0]?.source.from ?? 0) - (b.places[0]?.source.from ?? 0)
}

const DIGEST_LENGTH = 10

/** Ids that stay the same where the finding does, wherever in its document it stands. */
function numbered(drafts: readonly Draft[], documentId: string): Finding[] {
  const seen = new Map<string, number>()
  return drafts.map((draft) => {
    const said = JSON.stringify([draft.rule, draft.values, draft.places.map(({ raw, quote }) => [raw, quote])])
    const digest = createHash('sha256').update(said).digest('hex').slice(0, DIGEST_LENGTH)
    const times = (seen.get(digest) ?? 0) + 1
    seen.set(digest, times)
    return { id: `${documentId}-k${digest}${times === 1 ? '' : `-${times}`}`, documentId, ...draft }
  })
}
