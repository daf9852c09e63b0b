import { Converter } from 'opencc-js/t2cn'
import type { Language } from './contract.ts'

const toSimplified = Converter({ from: 'tw', to: 'cn' })

/** One character may fold into eighteen (U+FDFA); no question that anybody means grows to twice the length allowed. */
const MAX_FOLDED = 4000

/** One form of a question for reading: half-width, simplified characters, straight quotes, single spaces. */
export function normalizeQuestion(question: string): string {
  const folded = question
    .normalize('NFKC')
    .slice(0, MAX_FOLDED)
    .replace(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
  return toSimplified(folded)
    .replace(/[“”„‟「」『』]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/二[〇零○][〇零○一二三四五六七八九]{2}(?=年)/g, digits)
    .replace(/几多/g, '多少')
    .replace(/(?:账面)?(?:价)?值(?:是)?多少(?:钱)?|值几个钱/g, '价值多少')
    .replace(/(?<!每|每一)(?:[这那]?[一二两几]?(?:台|部|辆))车(?!辆|险|子|型)/g, '车辆')
    .replace(/(?<=编报|编制|实行|开展|纳入)了(?=[\u4e00-\u9fa5]{2})/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/** 二〇二〇 in figures. */
function digits(numerals: string): string {
  return [...numerals].map((numeral) => Math.max(0, '〇一二三四五六七八九'.indexOf(numeral))).join('')
}

const ENGLISH_FUNCTION_WORDS =
  /\b(?:how|what|which|who|when|where|why|did|does|do|is|are|was|were|the|of|for|in|at|and|much|many|list|rank|show|tell|give)\b/gi

/** So many English words, more than there are Chinese characters, make an English sentence without any word for asking. */
const LEAST_ENGLISH = 6

/** English where English words carry the sentence; a Chinese sentence with an English word or two is Chinese. */
export function languageOf(question: string): Language {
  const functionWords = question.match(ENGLISH_FUNCTION_WORDS)?.length ?? 0
  const chinese = question.match(/[\u4e00-\u9fa5]/g)?.length ?? 0
  if (chinese === 0) return 'en'
  const words = question.match(/[a-z]{2,}/gi)?.length ?? 0
  const carried = functionWords >= 2 || (words >= LEAST_ENGLISH && words > chinese)
  return carried && !/[多少几哪吗呢什么]/.test(question) ? 'en' : 'zh'
}

const ASKING =
  /[多少几哪谁啥咋吗呢]|什么|怎么|为何|为啥|如何|how|what|which|who|why|when|where|is |are |did |does |list|show|tell|give|break|rank/i

/** The sentences of a question that ask; remarks beside them ("别处好像写过…") are left out. All of it where none asks. */
export function askingPart(question: string): string {
  const sentences = question.split(/(?<=[?!。])\s*/).filter((sentence) => sentence.trim() !== '')
  const asking = sentences.filter((sentence) => ASKING.test(sentence))
  return asking.length > 0 && asking.length < sentences.length ? asking.join(' ') : question
}
