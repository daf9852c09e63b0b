import { describe, expect, it } from 'vitest'
import { Problem } from '../../domain/problem.ts'
import { decodeHtml } from './decode-html.ts'

/** 预算 in GB18030. */
const GB = [0xd4, 0xa4, 0xcb, 0xe3]
const bytes = (...parts: readonly (string | readonly number[])[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))))
const decoded = (page: Uint8Array) => decodeHtml(page, 'a.html')

describe('decodeHtml', () => {
  it.each<[string, Uint8Array, string]>([
    ['UTF-8 that says so', bytes('<meta charset="utf-8">预算'), 'utf-8'],
    ['UTF-8 that says nothing', bytes('<html>预算'), 'utf-8'],
    ['UTF-8 that says GB2312, as a saved page does', bytes('<meta charset=gb2312>预算'), 'utf-8'],
    ['GB2312', bytes('<meta http-equiv="Content-Type" content="text/html; charset=gb2312">', GB), 'gb18030'],
    ['GBK', bytes("<meta charset = 'GBK'>", GB), 'gb18030'],
    ['GB18030 by its declaration', bytes('<?xml version="1.0" encoding="gb18030"?><html>', GB), 'gb18030'],
    ['GBK that says nothing', bytes('<html>', GB), 'gb18030'],
    ['GBK that says UTF-8', bytes('<meta charset="utf-8">', ...Array.from({ length: 40 }, () => GB)), 'gb18030'],
    ['GBK that says nothing known', bytes('<meta charset="none-such">', GB), 'gb18030'],
    ['GBK that says ISO 8859-1', bytes('<meta charset="iso-8859-1">', GB), 'gb18030'],
    ['GBK that says UTF-16', bytes('<meta charset="utf-16">', GB), 'gb18030'],
    ['Big5', bytes('<meta charset="big5">', [0xb9, 0x77, 0xba, 0xe2]), 'big5'],
    ['UTF-16', Buffer.from('<html>预算', 'utf16le'), 'utf-16le'],
    ['UTF-16, the other way round', Buffer.from('<html>预算', 'utf16le').swap16(), 'utf-16be'],
    ['UTF-16 with its mark', Buffer.from('\ufeff<html>预算', 'utf16le'), 'utf-16le'],
  ])('decodes %s', (name, page, encoding) => {
    const { text, encoding: found } = decoded(page)
    expect(found).toBe(encoding)
    expect(text).toContain(name === 'Big5' ? '預算' : '预算')
  })

  it('leaves out a character that does not fit, where the page says what it is', () => {
    const long = '水'.repeat(300)
    expect(decoded(bytes(`<meta charset="utf-8">${long}`, [0xe6, 0xb0], '预算')).text).toContain('预算')
    expect(decoded(bytes('<meta charset="gbk">', 'a'.repeat(300), [0xff], GB)).text).toContain('预算')
  })

  it('refuses what is no text, whatever it says', () => {
    const refused = (page: Uint8Array) => {
      try {
        return decoded(page).encoding
      } catch (error) {
        if (error instanceof Problem) return error.code
        throw error
      }
    }
    expect(refused(bytes(''))).toBe('file-empty')
    expect(refused(bytes('<meta charset="utf-8">', [0xff, 1, 2, 3, 4, 5]))).toBe('encoding-unknown')
    expect(refused(bytes('<meta charset="gbk">', [0xff, 1, 2, 3, 4, 5]))).toBe('encoding-unknown')
  })
})
