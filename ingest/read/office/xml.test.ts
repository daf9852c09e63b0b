import { describe, expect, it } from 'vitest'
import { Archive } from './archive.ts'
import { sampleArchive } from './sample-archive.ts'
import { readXml } from './xml.ts'

async function told(content: string | Uint8Array): Promise<string[]> {
  const archive = await Archive.open(sampleArchive([{ name: 'p.xml', content }]), 'a.xlsx')
  const events: string[] = []
  await readXml(archive, 'p.xml', {
    open: (name, attribute) => events.push(`<${name} ${attribute('id') ?? ''}>`),
    text: (text) => events.push(text),
    close: (name) => events.push(`</${name}>`),
  })
  return events
}

describe('an XML part', () => {
  it('is told in order, without prefixes', async () => {
    expect(await told('<x:a r:id="7"><b>甲&amp;&#20057;</b><![CDATA[<c>]]></x:a>')).toEqual([
      '<a 7>',
      '<b >',
      '甲&乙',
      '</b>',
      '<c>',
      '</a>',
    ])
  })

  it('is read in UTF-16 where it says so by its mark', async () => {
    const events = await told(Buffer.from('\ufeff<a id="预">算</a>', 'utf16le'))
    expect(events).toEqual(['<a 预>', '算', '</a>'])
    expect(await told(Buffer.from('\ufeff<a>算</a>', 'utf16le').swap16())).toEqual(['<a >', '算', '</a>'])
  })

  it('says nothing where there is none', async () => {
    const archive = await Archive.open(sampleArchive([]), 'a.xlsx')
    await readXml(archive, 'p.xml', { open: () => expect.unreachable() })
  })

  const ENTITIES = Array.from({ length: 12 }, (_, at) => `<!ENTITY e${at + 1} "${`&e${at};`.repeat(10)}">`)
  it.each([
    ['is no XML', '<a><b></a>'],
    ['is no XML', '<a>'],
    ['is no XML', '水'],
    ['is no XML', '<a>&e12;</a>'],
    ['is no XML', Buffer.from([0x3c, 0x61, 0x3e, 0xff, 0xfe, 0x3c])],
    ['declares a document type', `<!DOCTYPE a [<!ENTITY e0 "lol">${ENTITIES.join('')}]><a>&e12;</a>`],
    ['declares a document type', '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>'],
    ['is nested too deep', '<a>'.repeat(1000)],
    [
      'goes on for 4000000 characters',
      `<a>${Array.from({ length: 5e5 }, (_, at) => `${at}`).join(' ')}${'水火'.repeat(15e5)}</a>`,
    ],
  ])('that %s is refused: %#', async (reason, content) => {
    await expect(told(content)).rejects.toMatchObject({
      code: 'office-damaged',
      message: expect.stringContaining(reason),
    })
  })
})
