import { z } from 'zod'
import type { DocumentRecord } from '../domain/document.ts'
import { Problem } from '../domain/problem.ts'

/** Where a page ended: the sort key of the document and the position of the fact within it. */
export interface PagePosition {
  readonly sortKey: string
  readonly position: number
}

/** Before everything. */
const START: PagePosition = { sortKey: '', position: -1 }

const cursorSchema = z.tuple([z.string().min(1), z.number().int().nonnegative()])

/** By organisation, then fiscal year (unknown first), then id. Compared byte by byte in UTF-8. */
export function sortKey(record: Pick<DocumentRecord, 'organization' | 'fiscalYear' | 'id'>): string {
  const year = String(record.fiscalYear ?? 0).padStart(4, '0')
  return [record.organization, year, record.id].join('\u0001')
}

export function cursorOf({ sortKey: key, position }: PagePosition): string {
  return Buffer.from(JSON.stringify([key, position])).toString('base64url')
}

export function positionOf(cursor: string | null): PagePosition {
  if (cursor === null) return START
  try {
    const parsed = cursorSchema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()))
    return { sortKey: parsed[0], position: parsed[1] }
  } catch (cause) {
    throw new Problem('request-invalid', 'page: this is not a cursor that an earlier page gave', { cause })
  }
}
