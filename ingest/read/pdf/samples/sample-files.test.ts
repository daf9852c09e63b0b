import { describe, expect, it } from 'vitest'
import {
  blankPdf,
  type Damage,
  damagedPdf,
  lockedForChangesPdf,
  longPdf,
  partlyPicturesPdf,
  picturesPdf,
  protectedPdf,
} from './sample-files.ts'

const latin = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')
const pages = (bytes: Uint8Array) => /\/Type \/Pages\n\/Count (\d+)/.exec(latin(bytes))?.[1]

describe('files that are hard to take', () => {
  it('have the pages they are asked for', async () => {
    expect(pages(await longPdf(3))).toBe('3')
    expect(pages(await blankPdf(2))).toBe('2')
    expect(pages(await picturesPdf(2))).toBe('2')
    expect(pages(await partlyPicturesPdf())).toBe('3')
  })

  it('are encrypted where they are protected', async () => {
    expect(latin(await protectedPdf('x'))).toContain('/Encrypt')
    expect(latin(await lockedForChangesPdf('x'))).toContain('/Encrypt')
    expect(latin(await longPdf(1))).not.toContain('/Encrypt')
  })

  it.each<Damage>(['cut', 'no-index', 'wrong-index', 'garbled', 'head-only', 'noise'])(
    'begin as a PDF: %s',
    async (damage) => {
      expect(latin(await damagedPdf(damage)).slice(0, 5)).toBe('%PDF-')
    },
  )
})
