import type { Account } from './account.ts'
import { ECONOMIC } from './economic.ts'
import { FUNCTIONAL } from './functional.ts'

/** All national accounts: functional first, then economic; each by code. */
export const ACCOUNTS: readonly Account[] = [...FUNCTIONAL, ...ECONOMIC]

interface Lookup {
  readonly byCode: ReadonlyMap<string, Account>
  readonly exact: ReadonlyMap<string, readonly Account[]>
  readonly loose: ReadonlyMap<string, readonly Account[]>
}

let lookup: Lookup | null = null

/** The account of a code; spaces inside the code ("210 15 01") are allowed. Null where the code is not national. */
export function accountByCode(code: string): Account | null {
  return tables().byCode.get(code.replace(/\s+/g, '')) ?? null
}

/**
 * The accounts a name may mean, functional first, by code. The name is compared without spaces and with brackets made
 * alike; only where nothing fits so, again without brackets and without a closing 支出, 费, 费用 or 经费. [] for no fit.
 */
export function accountsByName(name: string): readonly Account[] {
  const found = tables()
  return found.exact.get(exactKey(name)) ?? found.loose.get(looseKey(name)) ?? []
}

function tables(): Lookup {
  lookup ??= build()
  return lookup
}

function build(): Lookup {
  const byCode = new Map<string, Account>()
  const exact = new Map<string, Account[]>()
  const loose = new Map<string, Account[]>()
  for (const account of ACCOUNTS) {
    byCode.set(account.code, account)
    for (const name of [account.name, ...account.synonyms]) {
      add(exact, exactKey(name), account)
      add(loose, looseKey(name), account)
    }
  }
  return { byCode, exact, loose }
}

function add(map: Map<string, Account[]>, key: string, account: Account): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [account])
  else if (!list.includes(account)) list.push(account)
}

function exactKey(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[\s“”"']+/g, '')
    .replace(/其它/g, '其他')
}

function looseKey(name: string): string {
  const plain = exactKey(name).replace(/[()[\]〔〕]/g, '')
  const bare = plain.replace(/(?:支出|费用|经费|费)$/, '')
  return bare.length >= 2 ? bare : plain
}
