import { extname } from 'node:path'
import type { DocumentRecord } from './domain/document.ts'
import type { HeldIndex } from './index/served-index.ts'

/** Another document of the same organisation, level, year and basis. */
export interface OtherVersion {
  readonly id: string
  readonly title: string
  readonly file: string
  /** Whether the newer one takes its place. */
  readonly replaced: boolean
}

/** The documents held, and those read since, by what they disclose and by name. */
export class Disclosures {
  readonly #names: Set<string>
  readonly #held: HeldIndex
  readonly #added: DocumentRecord[] = []
  readonly #dropsHeld: boolean
  #records: readonly DocumentRecord[] | null = null

  /** `dropsHeld`: whether nothing that is held stays anyway. */
  constructor(held: HeldIndex, dropsHeld: boolean) {
    this.#held = held
    this.#dropsHeld = dropsHeld
    this.#names = new Set(dropsHeld ? [] : [...held.documents.values()].map(({ file }) => file))
  }

  /** The name, or the name with the first number that no document has yet: "预算 (2).pdf". */
  freeName(name: string): string {
    const extension = extname(name)
    const stem = name.slice(0, name.length - extension.length)
    let free = name
    for (let number = 2; this.#names.has(free); number += 1) free = `${stem} (${number})${extension}`
    return free
  }

  /** Other documents of the same disclosure, but for those named; [] where a document does not say what it discloses. */
  versionsOf(record: DocumentRecord, replaced: boolean, except: readonly string[] = []): OtherVersion[] {
    const key = keyOf(record)
    if (key === null) return []
    return [...this.#heldRecords(), ...this.#added]
      .filter((other) => other.id !== record.id && !except.includes(other.id) && keyOf(other) === key)
      .map(({ id, title, file }) => ({ id, title, file, replaced }))
  }

  /** From now on this one is held too. */
  add(record: DocumentRecord): void {
    this.#added.push(record)
    this.#names.add(record.file)
  }

  #heldRecords(): readonly DocumentRecord[] {
    if (this.#dropsHeld) return []
    this.#records ??= [...this.#held.documents.keys()].flatMap((id) => this.#held.record(id) ?? [])
    return this.#records
  }
}

function keyOf({ organization, level, fiscalYear, basis }: DocumentRecord): string | null {
  return fiscalYear === null || basis === null ? null : [organization, level ?? '', fiscalYear, basis].join('\t')
}
