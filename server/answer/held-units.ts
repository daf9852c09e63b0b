import { bureausIn, divisionsIn, unlistedPlacesOf } from '../../ingest/classification/index.ts'
import type { DocumentRecord } from '../../ingest/domain/document.ts'
import { comparable } from '../../ingest/domain/name.ts'
import { AliasIndex, SHORTEST_ALIAS } from './alias-index.ts'

/** A held organisation with what its name is made of. */
export interface Held {
  readonly organization: string
  /** Every way to name it, as compared. */
  readonly aliases: readonly string[]
  readonly divisions: ReadonlySet<string>
  /** Place and kind of body closest to the end of the name. */
  readonly body: string
  readonly bureaus: ReadonlySet<string>
  /** Its place, full and short, where no list has it. */
  readonly unlisted: readonly string[]
}

/** All organisations held, and where their names are looked up. */
interface Described {
  readonly held: readonly Held[]
  readonly aliases: AliasIndex
}

/** An index gives the same list for every question: what its names are made of is read once. */
const described = new WeakMap<readonly DocumentRecord[], Described>()

/** What the organisations of a list of documents may be called by, read once a list. */
export function describeHeld(documents: readonly DocumentRecord[]): Described {
  const known = described.get(documents)
  if (known) return known
  const held = describeOrganizations(documents)
  const fresh = { held, aliases: new AliasIndex(held) }
  described.set(documents, fresh)
  return fresh
}

/** As a question writes it: Latin names keep their spaces. */
function writtenAlias(alias: string): string {
  return /[a-z]/i.test(alias) ? alias.toLowerCase() : comparable(alias)
}

function describeOrganizations(documents: readonly DocumentRecord[]): Held[] {
  const aliases = new Map<string, Set<string>>()
  for (const document of documents) {
    const names = aliases.get(document.organization) ?? new Set([document.organization])
    for (const alias of document.aliases) names.add(alias)
    aliases.set(document.organization, names)
  }
  return [...aliases].map(([organization, names]) => {
    const spans = divisionsIn(organization)
    const end = Math.max(0, ...spans.map(({ to }) => to))
    const last = spans.filter(({ to }) => to === end)
    return {
      organization,
      aliases: [...names].map(writtenAlias).filter((name) => name.length >= SHORTEST_ALIAS),
      divisions: new Set((last.length > 0 ? last : spans).map(({ division }) => division.name)),
      body: organization.slice(end),
      unlisted: unlistedPlacesOf(organization),
      // 某县教育局后勤服务中心 is no 教育局: only the body that the name ends with counts.
      bureaus: new Set(
        bureausIn(organization)
          .filter(({ to }) => to === organization.length)
          .map(({ bureau }) => bureau.name),
      ),
    }
  })
}
