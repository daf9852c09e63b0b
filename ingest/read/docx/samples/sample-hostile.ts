import { sampleArchive } from '../../office/sample-archive.ts'
import { cell, item, level, paragraph, row, run, sampleDocx, table, textBox } from './sample-docx.ts'

const SENTENCE = paragraph('2031年公务接待费1.00万元。')
const file = (body: string) => () => sampleDocx({ body: SENTENCE + body })
const nested = (depth: number): string => (depth === 0 ? '' : table([row([cell(nested(depth - 1) + paragraph('水'))])]))
/** The parts of a file in which the body says anything at all. */
const withBody = (content: string | Uint8Array) => () => {
  const types =
    '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
  return sampleArchive([
    { name: '[Content_Types].xml', content: types },
    { name: 'word/document.xml', content },
  ])
}
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const ENTITIES = Array.from({ length: 12 }, (_, at) => `<!ENTITY e${at + 1} "${`&e${at};`.repeat(10)}">`).join('')

/** For tests: Word files that ask a careless reader for all time, memory or stack, for the network or for other files. */
export const HOSTILE_DOCX: readonly (readonly [string, () => Uint8Array])[] = [
  [
    'entities that multiply',
    withBody(
      `<!DOCTYPE a [<!ENTITY e0 "lol">${ENTITIES}]><w:document ${W}><w:body><w:p>&e12;</w:p></w:body></w:document>`,
    ),
  ],
  [
    'an entity of another file',
    withBody(
      `<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><w:document ${W}><w:body><w:p>&e;</w:p></w:body></w:document>`,
    ),
  ],
  ['a body that is no XML', withBody('水')],
  ['a body that is cut off', withBody(`<w:document ${W}><w:body><w:p><w:r><w:t>水`)],
  ['a body of another encoding', withBody(Buffer.from([0x3c, 0x61, 0x3e, 0xff, 0xfe, 0x3c]))],
  ['an empty body', withBody('')],
  ['paragraphs outside of all', withBody(`<w:p ${W}><w:t>2031年公务接待费1.00万元。</w:t></w:p>`)],
  [
    'ends without beginnings',
    withBody(`<w:document ${W}><w:txbxContent/><w:tc/><w:tr/><w:footnote/><w:tbl/></w:document>`),
  ],
  ['100,000 nested elements', file('<w:ins>'.repeat(100_000))],
  ['20 nested tables', file(nested(20))],
  ['70 nested tables', file(nested(70))],
  ['nested boxes', file(paragraph(textBox(paragraph(textBox(paragraph(textBox(paragraph('水'))))))))],
  ['one cell over a milliard columns', file(table([row([cell('水', '<w:gridSpan w:val="1000000000"/>'), '1.00'])]))],
  [
    'cells over columns that no two rows share',
    file(table(Array.from({ length: 1_000 }, (_, at) => row([cell('甲', `<w:gridSpan w:val="${at + 1}"/>`), '1.00'])))),
  ],
  ['cells that go on from nowhere', file(table([row([cell('甲', '<w:vMerge/>'), cell('乙', '<w:hMerge/>')])]))],
  ['a row that begins beyond all columns', file(table([row(['甲', '1.00'], '<w:gridBefore w:val="99999999999"/>')]))],
  ['widths that are none', file(table([row(['甲', '1.00'])], [-5, Number.NaN, 1e30]))],
  [
    'lists of a million levels and numbers',
    () =>
      sampleDocx({
        body: SENTENCE + item('水', 1, 1_000_000) + item('水', 1, -1) + item('火', 1),
        numbering:
          `<w:abstractNum w:abstractNumId="0">${level(0, 'upperRoman', '%1%2%9').replace('w:val="1"', 'w:val="999999999"')}</w:abstractNum>` +
          '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="none"/></w:num>',
      }),
  ],
  [
    'styles based on each other',
    () =>
      sampleDocx({
        body: paragraph('2031年公务接待费1.00万元。', '<w:pStyle w:val="a"/>'),
        styles:
          '<w:style w:styleId="a"><w:basedOn w:val="b"/></w:style><w:style w:styleId="b"><w:basedOn w:val="a"/></w:style>',
      }),
  ],
  [
    'a note that refers to itself',
    () =>
      sampleDocx({
        body: paragraph(`${run('公务接待费1.00万元。')}<w:r><w:footnoteReference w:id="1"/></w:r>`),
        footnotes: `<w:footnote w:id="1">${paragraph(`${run('水')}<w:r><w:footnoteReference w:id="1"/></w:r>`)}</w:footnote>`,
      }),
  ],
  [
    'a picture of the network',
    file('<w:p><w:r><w:pict><v:shape><v:imagedata r:link="http://127.0.0.1:1/a.png"/></v:shape></w:pict></w:r></w:p>'),
  ],
  ['a hundred thousand paragraphs', file(paragraph('水').repeat(100_000))],
  ['a hundred thousand line breaks', file(paragraph('<w:r><w:t>水</w:t><w:br/></w:r>'.repeat(100_000)))],
  ['a hundred thousand hidden words', file(paragraph(run('水 ', '<w:vanish/>').repeat(100_000)))],
  [
    'a hundred thousand pictures',
    file(paragraph('<w:r><w:pict><v:imagedata r:id="x"/></w:pict></w:r>'.repeat(100_000))),
  ],
]

/** Numbers that do not shrink much. */
function many(count: number, one: (number: number) => string): string {
  return Array.from({ length: count }, (_, at) => one((at * 7_919_773) % 1_000_003)).join('')
}

/** For tests: those that unpack to far more than they are, and those that ask for more than there is room for. */
export const HEAVY_DOCX: readonly (readonly [string, () => Uint8Array])[] = [
  ['a million paragraphs', file(many(1_000_000, (id) => `<w:p w:id="${id}"/>`))],
  ['a million cells', file(table([`<w:tr>${many(1_000_000, (id) => `<w:tc w:id="${id}"/>`)}</w:tr>`]))],
  ['forty million characters', file(paragraph(many(5_000_000, (id) => `${id}水火`)))],
  ['a million runs', file(paragraph(many(1_000_000, (id) => run(`${id}`, '<w:b/>'))))],
  [
    'half a million cells with figures',
    file(table(Array.from({ length: 50_000 }, (_, at) => row(many(10, (id) => `${id}.${at % 90}0,`).split(','))))),
  ],
  [
    'the same over and over',
    () => sampleArchive([{ name: '[Content_Types].xml', content: Buffer.alloc(280_000_000, ' ') }]),
  ],
]
