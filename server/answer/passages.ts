import type { Chunk } from '../../ingest/domain/chunk.ts'
import { comparable } from '../../ingest/domain/name.ts'
import type { CorpusIndex } from '../../ingest/index/open.ts'
import type { Plan } from './plan.ts'
import { type Probe, probesOf } from './probes.ts'
import { retrieve } from './retrieve.ts'

const CANDIDATES = 80
const MOST_QUOTES = 2
/** A passage that says less of the question than this is about something else. */
const LEAST_SAID = 0.3
/** A second passage is quoted where it is about as good as the first. */
const NEARLY = 0.85
/** What the asking word of a question makes an answer look like. */
const ANSWER_SHAPES: readonly (readonly [RegExp, RegExp])[] = [
  [/为什么|为何|为啥|原因|怎么回事|怎么是|哪去了|\bwhy\b|reason/i, /原因|因为|由于|因(?!公)|主要系|系[因由]/],
  [
    /依据|哪个文件|什么文件|根据什么|what (?:document|policy)|which (?:document|policy)|on what basis/i,
    /依据|根据|文件|〔|【|通知/,
  ],
  [/科室|处室|部门|机构设置|divisions|departments/i, /下设|科室|处室|分别是/],
  [/用在|用途|用于|开支|干什么|做什么|什么用|花在|what .*(?:for|spent on)/i, /用于|开支内容|主要用|包括/],
  [/问题|不足|problems?/i, /问题|不足|困难|薄弱/],
  [/怎么发|如何发|发放|方式|how .*(?:paid|distributed)/i, /发放|方式|程序|账户/],
  [/哪家|哪个机构|谁|who|which (?:institution|company)/i, /委托|公司|承担|机构|医院/],
]

/**
 * Passages that answer a question in words, best first: found by terms and by meaning, fused, then judged by how much of
 * the question they say, how rare its words are, and whether they look like an answer to its asking word.
 */
export async function findPassages(plan: Plan, index: CorpusIndex): Promise<Chunk[]> {
  const { fused } = await retrieve(plan.question, index, CANDIDATES, plan)
  const chunks = fused.flatMap(({ chunkId, score }) => {
    const chunk = index.chunk(chunkId)
    return chunk ? [{ chunk, text: comparable(chunk.text), fused: score }] : []
  })
  const probes = probesOf(plan)
  const weights = probes.map((probe) =>
    rarity(
      probe,
      chunks.map(({ text }) => text),
    ),
  )
  const total = weights.reduce((sum, weight) => sum + weight, 0) || 1
  const judged = chunks
    .map(({ chunk, text, fused: rank }) => {
      const said = probes.reduce(
        (sum, probe, at) => (probe.forms.some((form) => text.includes(form)) ? sum + (weights[at] ?? 0) : sum),
        0,
      )
      return {
        chunk,
        said: said / total,
        score: 0.6 * (said / total) + rank + shapeFit(plan.question, chunk.quote) + glossaryFit(plan.question, chunk),
      }
    })
    .sort((a, b) => b.score - a.score || (a.chunk.id < b.chunk.id ? -1 : 1))
  const best = judged[0]
  return best && best.said >= LEAST_SAID
    ? judged
        .slice(0, MOST_QUOTES)
        .filter(({ score }) => score >= best.score * NEARLY)
        .map(({ chunk }) => chunk)
    : []
}

/** Rarer words tell passages apart. */
function rarity(probe: Probe, texts: readonly string[]): number {
  const found = texts.filter((text) => probe.forms.some((form) => text.includes(form))).length
  // Words that no passage has speak against them all.
  if (found === 0) return 0.5 * Math.log(texts.length + 2) * probe.size
  return Math.log((texts.length + 2) / (found + 0.5)) * probe.size
}

function shapeFit(question: string, quote: string): number {
  const shapes = ANSWER_SHAPES.filter(([asked]) => asked.test(question))
  return shapes.some(([, shape]) => shape.test(quote)) ? 0.3 : 0
}

/** The glossary explains words; it answers only a question for their meaning. */
function glossaryFit(question: string, { section }: Chunk): number {
  const glossary = section.some((heading) => /名词解释/.test(heading.replace(/\s/g, '')))
  return glossary && !/什么意思|什么是|是指|定义|含义|meaning|what is|define/i.test(question) ? -0.5 : 0
}
