import type { Edit } from './edits.ts'

const YEAR = '(?<![\\d.,])(?:19[89]\\d|20[0-4]\\d)(?!\\d|,\\d|[.]\\d+(?![\\d.]))'
const GAP = '[^\\S\\t]{0,6}'

/** 2022 年, 〔2022〕, 2022-03-15, 2021-2023. */
const IN_DOCUMENTS = new RegExp(
  `${YEAR}(?=${GAP}(?:年|[-—~～至/]${GAP}\\d|[.]\\d{1,2}[.]))|(?<=[〔【\\[（(]${GAP})${YEAR}(?=${GAP}[〕】\\]）)])`,
  'gu',
)
/** In a question a year may stand alone: "巴州 2020 公车运行". What counts something else says what. */
const IN_QUESTIONS = new RegExp(
  `${YEAR}(?!\\s*(?:[人名位元份家辆台个次条户张]|万|亿|%|平方|yuan|people|persons))`,
  'gu',
)

function shifted(text: string, pattern: RegExp, by: number): Edit[] {
  return [...text.matchAll(pattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    text: String(Number(match[0]) + by),
  }))
}

/** Edits that move every four-digit year of a document. */
export function yearEdits(text: string, by: number): Edit[] {
  return shifted(text, IN_DOCUMENTS, by)
}

/** The same for a question, an expected word or a note. */
export function yearEditsInWords(text: string, by: number): Edit[] {
  return shifted(text, IN_QUESTIONS, by)
}
