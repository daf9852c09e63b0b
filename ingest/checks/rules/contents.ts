import { squeeze } from '../../domain/name.ts'
import { type ContentsEntry, contentsList, nearestTitle, titleText } from '../contents-list.ts'
import type { DocumentView } from '../document-view.ts'
import { quoted } from '../operands.ts'
import type { Breach, Rule, Tried } from '../rule.ts'

const BODY =
  '第一部分 概况\n\n一、主要职能\n\n负责水资源的管理。\n\n第二部分 预算公开表\n\n部门收支总体情况表\n单位：万元\n\n收入\t预算数\t支出\t预算数\n财政拨款\t300.00\t213 农林水支出\t300.00\n收入总计\t300.00\t支出总计\t300.00\n\n'

/** The list of contents against the titles of the body. */
export const contentsRule: Rule = {
  code: 'contents',
  oneSided: true,
  title: { zh: '目录与正文标题', en: 'The list of contents and the titles' },
  reasoning: {
    zh: '目录中的每一条在正文中应有相同的标题或表名（空格、编号、页码不计）。只差几个字的，按文字差错列示；目录列有的表在正文中完全没有、而其余各表大多找到的，报告为缺表。',
    en: 'Every entry of the list of contents stands in the body as a title or the name of a table (white space, numbering and pages aside). One that differs by a few characters is told as a slip of wording; a table that is nowhere, while most others are found, as missing.',
  },
  examples: {
    trips: [
      `目录\n\n第一部分 概况\n\n一、主要职责\n\n第二部分 预算公开表\n\n一、部门收支总体情况表\n\n${BODY}`,
      `目录\n\n第一部分 概况\n\n一、主要职能\n\n第二部分 预算公开表\n\n一、部门收支总体情况表\n\n二、政府性基金预算支出情况表\n\n${BODY}`,
    ],
    passes: [`目录\n\n第一部分 概况\n\n一、主要职能\n\n第二部分 预算公开表\n\n一、部门收支总体情况表\n\n${BODY}`],
  },
  tries: (view) => {
    const names = [view.identity.organization, ...view.identity.aliases]
      .map(squeeze)
      .sort((a, b) => b.length - a.length)
    const titleOf = (line: string) => titleText(line, names)
    const contents = contentsList(view.lines, titleOf)
    if (!contents) return []
    const titles = bodyTitles(view, contents.end, titleOf)
    const found = new Set(titles.map(({ text }) => text))
    const words = titleOf(view.lines.slice(contents.end - 1).join(''))
    const missing = contents.entries.filter((entry) => !isThere(entry, found, words))
    const free = titles.filter(({ text }) => !contents.entries.some((entry) => entry.text.startsWith(text)))
    const tables = contents.entries.filter(({ isTable }) => isTable)
    const tablesFound = tables.filter((entry) => !missing.includes(entry)).length
    return contents.entries.flatMap((entry): Tried[] => {
      const own = view.words(entryWords(view, entry), ...entry.lines)
      if (!missing.includes(entry)) return [{ witnesses: [own], breach: null }]
      const near = nearestTitle(entry.text, free)
      if (near) {
        const other = view.words(near.raw, near.line)
        return [{ witnesses: [other, own], breach: differs(entry, near.raw) }]
      }
      const known = entry.isTable && tablesFound * 2 >= tables.length
      return known ? [{ witnesses: [own], breach: lacking(entry) }] : []
    })
  },
}

/** A title as it stands in the body. */
interface BodyTitle {
  readonly text: string
  readonly raw: string
  readonly line: number
}

const LONGEST_TITLE = 60
/** Pages break long titles over two lines, or three. */
const LINES_A_TITLE = 3

/** Short lines of the body, also joined with those below: any of them may be a title. */
function bodyTitles({ lines }: DocumentView, from: number, titleOf: (line: string) => string): BodyTitle[] {
  const filled = lines.flatMap((line, at) =>
    at + 1 >= from && line.trim() !== '' ? [{ line: at + 1, raw: line.trim() }] : [],
  )
  return filled.flatMap(({ line, raw }, at) => {
    const titles: BodyTitle[] = []
    let joined = ''
    for (const next of filled.slice(at, at + LINES_A_TITLE)) {
      joined += next.raw
      if (squeeze(joined).length > LONGEST_TITLE || /[\t|。；]/.test(joined)) break
      titles.push({ text: titleOf(joined), raw, line })
    }
    return titles
  })
}

/** Whether a title stands in the body: a table's on a line of its own, any other one anywhere. */
function isThere({ text, isTable }: ContentsEntry, found: ReadonlySet<string>, words: string): boolean {
  return text === '' || found.has(text) || (!isTable && words.includes(text))
}

function entryWords({ lines }: DocumentView, { lines: [from] }: ContentsEntry): string {
  return (lines[from - 1] ?? '').replace(/^[\s#*\-•]+|[\s*#]+$/g, '')
}

function differs({ text }: ContentsEntry, raw: string): Breach {
  return {
    verdict: 'contradiction',
    minor: true,
    message: {
      zh: `目录为${quoted(text)}，正文标题为${quoted(raw)}。`,
      en: `The list of contents has ${quoted(text)}, the body ${quoted(raw)}.`,
    },
    values: [text, raw],
    remedy: { zh: '统一目录与正文的标题。', en: 'Give both the same title.' },
  }
}

function lacking({ text }: ContentsEntry): Breach {
  return {
    verdict: 'contradiction',
    message: {
      zh: `目录列有${quoted(text)}，正文中没有此表。`,
      en: `The list of contents has ${quoted(text)}, and the body has no such table.`,
    },
    values: [text],
  }
}
