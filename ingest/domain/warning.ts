import type { Warning } from './document.ts'

interface Sentence {
  readonly code: string
  /** {name} stands for words, {count|noun} for a number of things, which English writes with its noun. */
  readonly en: string
  readonly zh: string
}

/**
 * The catalogue of warnings: all that is said of what was not read, or read with doubt, in both languages. Documents keep the
 * English sentence; {@link warningText} says it in Chinese.
 */
export const WARNINGS = {
  amount: { code: 'amount-not-understood', en: '{amount}: {text}', zh: '没有成为数据的数字 {amount}：{text}' },
  /** Stands last, by the code of those before it. */
  more: { code: '*', en: 'There are {count} more like these.', zh: '同样的还有 {count} 处。' },
  hiddenText: {
    code: 'hidden-text',
    en: 'Text that people do not see is left out: “{words}”.',
    zh: '读者看不到的文字未读取：“{words}”。',
  },
  hiddenRow: { code: 'hidden-text', en: 'A row that people do not see is left out.', zh: '读者看不到的一行未读取。' },
  picture: {
    code: 'picture-unread',
    en: 'The picture {name} was not read; what it shows is missing.',
    zh: '图片 {name} 未读取，其中的内容缺失。',
  },
  cellPictures: {
    code: 'picture-unread',
    en: 'Left unread: {count|picture} set into {cells}.',
    zh: '单元格 {cells} 中有 {count} 张图片未读取。',
  },
  sheetPictures: {
    code: 'picture-unread',
    en: 'This sheet holds {count|picture} beside its cells, left unread.',
    zh: '此工作表的单元格之外有 {count} 张图片未读取。',
  },
  sheetOfPictures: {
    code: 'sheet-pictures-only',
    en: 'This sheet holds {count|picture} and no cells; nothing on it was read.',
    zh: '此工作表只有 {count} 张图片，没有单元格，未读取。',
  },
  pageFrame: {
    code: 'page-frame-unread',
    en: 'The {part} of pages prints a figure that was not read: “{words}”.',
    zh: '{part}中印有数字，未读取：“{words}”。',
  },
  embeddedFile: {
    code: 'embedded-unread',
    en: 'An embedded file ({kind}) stands here; nothing in it was read.',
    zh: '此处嵌有文件（{kind}），其中的内容未读取。',
  },
  embeddedPart: {
    code: 'embedded-unread',
    en: 'A part in another format stands here; nothing in it was read.',
    zh: '此处有其他格式的内容，未读取。',
  },
  chart: {
    code: 'chart-unread',
    en: 'A chart stands here; nothing in it was read.',
    zh: '此处有图表，其中的内容未读取。',
  },
  diagram: {
    code: 'diagram-unread',
    en: 'A diagram stands here; nothing in it was read.',
    zh: '此处有示意图，其中的内容未读取。',
  },
  formula: {
    code: 'formula-without-result',
    en: 'The file stores no result of {count|formula}; left unread: {cells}. Open it in Excel or LibreOffice and save it.',
    zh: '文件没有存下 {count} 个公式的结果，未读取：{cells}。请用 Excel 或 LibreOffice 打开后另存。',
  },
  cellError: {
    code: 'cell-error',
    en: '{cells}: {count|error} in place of what should stand there.',
    zh: '{cells}：{count} 个单元格是错误值，不是应有的内容。',
  },
  cellFormat: {
    code: 'cell-hidden',
    en: 'A number format hides {count|figure}, left unread: {cells}.',
    zh: '数字格式隐藏了 {count} 个数字，未读取：{cells}。',
  },
  rows: {
    code: 'row-hidden',
    en: 'Hidden, and left unread: row {names} ({count|cell}).',
    zh: '隐藏的行 {names}（{count} 个单元格）未读取。',
  },
  columns: {
    code: 'column-hidden',
    en: 'Hidden, and left unread: column {names} ({count|cell}).',
    zh: '隐藏的列 {names}（{count} 个单元格）未读取。',
  },
  textBox: {
    code: 'text-box-unread',
    en: 'A text box on this sheet is not read: {words}',
    zh: '此工作表上的文本框未读取：{words}',
  },
  sheetUnread: {
    code: 'sheet-unread',
    en: 'This sheet is a chart or a macro and has no cells; it is left out.',
    zh: '此工作表是图表或宏，没有单元格，未收录。',
  },
  sheetHidden: {
    code: 'sheet-hidden',
    en: 'This sheet is hidden and left out ({count} cells).',
    zh: '此工作表已隐藏，未收录（{count} 个单元格）。',
  },
  pageUnread: {
    code: 'page-unread',
    en: 'Page {page} could not be read and is left out.',
    zh: '第 {page} 页无法读取，未收录。',
  },
  pageTimeout: {
    code: 'page-timeout',
    en: 'Page {page} took too long to read and is left out.',
    zh: '第 {page} 页读取时间过长，未收录。',
  },
  pageRepeated: {
    code: 'page-repeated',
    en: 'Page {page} is the page before it once more and is left out.',
    zh: '第 {page} 页与前一页相同，未收录。',
  },
  pageHiddenText: {
    code: 'page-hidden-text',
    en: 'Page {page} is a picture with a hidden text; its text was read.',
    zh: '第 {page} 页是带隐藏文字的图片，读取的是其文字。',
  },
  pageVast: {
    code: 'page-picture',
    en: 'Page {page} holds a picture with more dots than any scan; it is not read.',
    zh: '第 {page} 页的图片点数超过任何扫描件，未读取。',
  },
  pagePicture: {
    code: 'page-picture',
    en: 'Page {page} is a picture in which no text was recognised.',
    zh: '第 {page} 页是图片，没有认出文字。',
  },
} as const satisfies Readonly<Record<string, Sentence>>

export type WarningName = keyof typeof WARNINGS

/** What the placeholders of a sentence stand for. */
type Details = Readonly<Record<string, string | number>>

const PLACEHOLDER = /\{(\w+)(?:\|(\w+))?\}/g

/** A warning of the catalogue as documents keep it. */
export function said(name: WarningName, details: Details = {}): Pick<Warning, 'code' | 'message'> {
  const { code, en } = WARNINGS[name]
  return { code, message: filled(en, details) }
}

/** A warning in a language; one that the catalogue does not know says its own words. */
export function warningText({ code, message }: Pick<Warning, 'code' | 'message'>, language: 'zh' | 'en'): string {
  if (language === 'en') return message
  for (const sentence of Object.values(WARNINGS)) {
    const details = sentence.code === code || sentence.code === '*' ? detailsOf(message, sentence.en) : null
    if (details)
      return filled(sentence.zh, Object.fromEntries([...details].map(([name, text]) => [name, inChinese(text)])))
  }
  return message
}

function filled(sentence: string, details: Details): string {
  return sentence.replace(PLACEHOLDER, (_, name: string, noun: string | undefined) => {
    const value = details[name] ?? ''
    return noun === undefined ? String(value) : `${value} ${noun}${value === 1 ? '' : 's'}`
  })
}

/** What stands in a sentence where its template has placeholders; null where it is another sentence. */
function detailsOf(message: string, template: string): ReadonlyMap<string, string> | null {
  const names = [...template.matchAll(PLACEHOLDER)].map(([, name = '']) => name)
  const pattern = template
    .split(PLACEHOLDER_WHOLE)
    .map((words) => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .reduce((before, words, at) => `${before}${patternOf(template, at)}${words}`)
  const found = new RegExp(`^${pattern}$`, 's').exec(message)
  return found && new Map(names.map((name, at) => [name, found[at + 1] ?? '']))
}

const PLACEHOLDER_WHOLE = /\{\w+(?:\|\w+)?\}/

/** Of the placeholder before the words at a position. */
function patternOf(template: string, at: number): string {
  const noun = [...template.matchAll(PLACEHOLDER)][at - 1]?.[2]
  return noun === undefined ? '(.*?)' : `(\\d+) ${noun}s?`
}

/** The few words of details that are not the document's own. */
const DETAILS: Readonly<Record<string, string>> = {
  header: '页眉',
  footer: '页脚',
  unknown: '类型不明',
  'outside the file': '（在文件之外）',
}

function inChinese(detail: string): string {
  return DETAILS[detail] ?? detail.replace(/, and (\d+) more$/, ' 等，另有 $1 处')
}
