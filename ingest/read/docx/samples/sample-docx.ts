import { type SamplePart, sampleArchive } from '../../office/sample-archive.ts'

/** For tests: a Word file in its own words. Parts left out are not in the file. */
export interface SampleDocx {
  /** What stands in the body. */
  readonly body: string
  readonly styles?: string
  readonly numbering?: string
  readonly footnotes?: string
  readonly header?: string
  /** Pictures by the id that the body names them by. */
  readonly pictures?: Readonly<Record<string, Uint8Array>>
}

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006'
const NAMESPACES = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  `xmlns:r="${OFFICE}/relationships"`,
  `xmlns:m="${OFFICE}/math"`,
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:o="urn:schemas-microsoft-com:office:office"',
  'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"',
].join(' ')
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

function part(name: string, root: string, content: string): SamplePart {
  return { name, content: `${HEAD}<w:${root} ${NAMESPACES}>${content}</w:${root}>` }
}

export function sampleDocx({ body, pictures = {}, ...parts }: SampleDocx): Buffer {
  const named = [
    ['styles', 'styles', parts.styles],
    ['numbering', 'numbering', parts.numbering],
    ['footnotes', 'footnotes', parts.footnotes],
    ['header1', 'hdr', parts.header],
  ].flatMap(([name, root, content]) => (name && root && content !== undefined ? [{ name, root, content }] : []))
  const related = [
    ...named.map(({ name }) => relation(`rId-${name}`, name.replace(/\d$/, ''), `${name}.xml`)),
    ...Object.keys(pictures).map((id) => relation(id, 'image', `media/${id}.png`)),
  ]
  return sampleArchive([
    {
      name: '[Content_Types].xml',
      content:
        `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
        '<Default Extension="png" ContentType="image/png"/>' +
        [
          { name: 'document', type: 'document.main' },
          ...named.map(({ name, root }) => ({ name, type: root === 'hdr' ? 'header' : name })),
        ]
          .map(({ name, type }) => `<Override PartName="/word/${name}.xml" ContentType="${TYPE}.${type}+xml"/>`)
          .join('') +
        '</Types>',
    },
    relations('_rels/.rels', [relation('rId1', 'officeDocument', 'word/document.xml')]),
    relations('word/_rels/document.xml.rels', related),
    part('word/document.xml', 'document', `<w:body>${body}${parts.header === undefined ? '' : SECTION}</w:body>`),
    ...named.map(({ name, root, content }) => part(`word/${name}.xml`, root, content)),
    ...Object.entries(pictures).map(([id, content]): SamplePart => ({ name: `word/media/${id}.png`, content })),
  ])
}

const SECTION = '<w:sectPr><w:headerReference w:type="default" r:id="rId-header1"/></w:sectPr>'

function relations(name: string, all: readonly string[]): SamplePart {
  const content = `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`
  return { name, content }
}

function relation(id: string, type: string, target: string): string {
  return `<Relationship Id="${id}" Type="${OFFICE}/relationships/${type}" Target="${target}"/>`
}

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')

/** A run of characters; `set` is how they are set. */
export function run(text: string, set = ''): string {
  return `<w:r>${set && `<w:rPr>${set}</w:rPr>`}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`
}

/** A paragraph of runs, or of a text. */
export function paragraph(content: string, set = ''): string {
  const runs = content === '' || content.startsWith('<w:') || content.startsWith('<m') ? content : run(content)
  return `<w:p>${set && `<w:pPr>${set}</w:pPr>`}${runs}</w:p>`
}

/** A paragraph that is an item of a list. */
export function item(content: string, list: number, level = 0): string {
  return paragraph(content, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`)
}

/** A cell; a text is a paragraph of it. */
export function cell(content: string, set = ''): string {
  const inside = content.startsWith('<w:p') || content.startsWith('<w:tbl') ? content : paragraph(content)
  return `<w:tc>${set && `<w:tcPr>${set}</w:tcPr>`}${inside}</w:tc>`
}

export function row(cells: readonly string[], set = ''): string {
  const all = cells.map((content) => (content.startsWith('<w:tc>') ? content : cell(content)))
  return `<w:tr>${set && `<w:trPr>${set}</w:trPr>`}${all.join('')}</w:tr>`
}

/** A table of rows; without widths nothing is known of its columns. */
export function table(rows: readonly string[], widths: readonly number[] = []): string {
  const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')
  return `<w:tbl><w:tblPr/><w:tblGrid>${grid}</w:tblGrid>${rows.join('')}</w:tbl>`
}

/** A level of a list as a numbering part describes it. */
export function level(index: number, format: string, text: string, more = ''): string {
  return `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`
}

export function picture(id: string, words = '', side = 3_000_000): string {
  return (
    `<w:r><w:drawing><wp:inline><wp:extent cx="${side}" cy="${side}"/><wp:docPr id="1" name="图片 1" descr="${words}"/>` +
    `<a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="${id}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic>` +
    '</wp:inline></w:drawing></w:r>'
  )
}

/** A text box, as current programs write it and again as older ones read it. */
export function textBox(paragraphs: string): string {
  return (
    '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wps:wsp><wps:txbx>' +
    `<w:txbxContent>${paragraphs}</w:txbxContent></wps:txbx></wps:wsp></wp:anchor></w:drawing></mc:Choice>` +
    `<mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>${paragraphs}</w:txbxContent></v:textbox></v:shape></w:pict>` +
    '</mc:Fallback></mc:AlternateContent></w:r>'
  )
}
