import { z } from 'zod'
import type { SampleCall, SampleReply } from '../model/sample-server.ts'
import { WRONG_SENTENCES } from './sample-wrong-sentences.ts'

/** What a lying model is told of an answer: see explain.ts. */
const materialSchema = z.object({
  language: z.enum(['zh', 'en']),
  figures: z.array(z.object({ slot: z.string() })),
  passages: z.array(z.object({ slot: z.string() })),
})
type Material = z.infer<typeof materialSchema>

const choiceSchema = z.object({
  organizations: z.array(z.string()),
  years: z.array(z.string()),
  measures: z.record(z.string(), z.string()),
})

/** The data that stands quoted in a prompt. */
function dataOf({ user }: SampleCall): unknown {
  return JSON.parse(user.slice(user.indexOf('{'), user.lastIndexOf('}') + 1))
}

/** A way to lie: what the model says, given what it was told. */
export interface Lie {
  readonly name: string
  readonly explain: (material: Material) => SampleReply
}

const say = (text: string): SampleReply => ({ do: 'say', text })

/** What an honest model would say of every figure that it was shown. */
function truth({ language, figures, passages }: Material): string {
  const sentences = figures.map(({ slot }) =>
    language === 'zh'
      ? `根据{{${slot}.frame}}，{{${slot}.label}}为{{${slot}}}。`
      : `In {{${slot}.frame}}, {{${slot}.label}} is {{${slot}}}.`,
  )
  return sentences.length > 0
    ? sentences.join(' ')
    : passages.map(({ slot }) => `{{${slot}.frame}}写明{{${slot}}}。`).join('')
}

/** Texts that are no prose at all. */
const WRONG_TEXTS: Readonly<Record<string, SampleReply>> = {
  empty: say(''),
  blank: say('   \n\n '),
  refusal: say('抱歉，我无法回答这个问题。'),
  'English refusal': say("I'm sorry, but I can't help with that."),
  'JSON in place of prose': say('{"answer": 6.21, "unit": "亿元"}'),
  'a thought aloud': say('<think>It might be 6.21 or 7.</think>'),
  'a thought without end': say('<think>6.21 6.21 6.21'),
  'one megabyte': { do: 'say', text: '金额为6.21亿元，'.repeat(110_000), pieces: 300 },
  'sentences without end': { do: 'say', text: '其他支出为六亿元。'.repeat(3000), pieces: 50 },
  'nothing but slots': say('{{f1}}{{f2}}{{f3}}{{p1}}'),
  'a hang': { do: 'hang' },
  'half a stream, cut': { do: 'break', text: '{{f1.label}}为6.2', how: 'cut' },
  'half a stream, open': { do: 'break', text: '{{f1.label}}为6.2', how: 'hang' },
  'half a stream, quiet': { do: 'break', text: '{{f1.label}}为6.2', how: 'quiet' },
  '429': { do: 'status', status: 429, headers: { 'retry-after': '30' } },
  '500': { do: 'status', status: 500, body: '{"error": {"message": "6.21亿元"}}' },
  '503 in HTML': { do: 'status', status: 503, body: '<h1>6.21</h1>', headers: { 'content-type': 'text/html' } },
  '401': { do: 'status', status: 401 },
  '400': { do: 'status', status: 400, body: '{"error": {"message": "temperature 6.21"}}' },
  '302': { do: 'status', status: 302, headers: { location: 'http://127.0.0.1:1/' } },
  'a web page': { do: 'raw', type: 'text/html', text: '<p>金额为6.21亿元。</p>' },
  'a stream of nonsense': { do: 'raw', type: 'text/event-stream', text: 'data: 6.21\n\ndata: [1]\n\n' },
  'a stream of the wrong type': {
    do: 'raw',
    type: 'text/event-stream',
    text: 'data: {"choices":[{"delta":{"content":["6.21"]}}]}\n\n',
  },
}

const inFigures = (material: Material, sentence: string) =>
  (material.figures.length > 0 ? material.figures : [{ slot: 'f1' }])
    .map(({ slot }) => sentence.replaceAll('$', slot))
    .join('')

/** Every way to lie about an answer: alone, before and after the truth, so that the answer does not merely fall back. */
export const LIES: readonly Lie[] = [
  { name: 'the truth', explain: (material) => say(truth(material)) },
  { name: 'the truth, unstreamed', explain: (material) => ({ do: 'unstreamed', text: truth(material) }) },
  {
    name: 'the truth, then a hang',
    explain: (material) => ({ do: 'break', text: `${truth(material)}另外`, how: 'hang' }),
  },
  {
    name: 'the truth, then a cut',
    explain: (material) => ({ do: 'break', text: `${truth(material)}又为6.2`, how: 'cut' }),
  },
  { name: 'values in each other’s place', explain: (material) => say(swapped(truth(material))) },
  ...Object.entries(WRONG_TEXTS).map(([name, reply]): Lie => ({ name, explain: () => reply })),
  ...Object.entries(WRONG_SENTENCES).flatMap(([name, sentences]) =>
    sentences.flatMap((sentence): Lie[] => [
      { name: `${name}: ${sentence}`, explain: (material) => say(inFigures(material, sentence)) },
      {
        name: `truth, then ${name}: ${sentence}`,
        explain: (material) => say(`${truth(material)}${inFigures(material, sentence)}${truth(material)}`),
      },
    ]),
  ),
]

/** The truth with the value of each figure in the place of the next. */
function swapped(text: string): string {
  return text.replace(/\{\{f(\d)\}\}/g, (_, number: string) => `{{f${Number(number) === 1 ? 2 : Number(number) - 1}}}`)
}

/** Forms filled in wrongly, and rightly as to form. */
function planLies({ organizations, years, measures }: z.infer<typeof choiceSchema>, at: number): SampleReply {
  const keys = Object.keys(measures)
  const form = {
    found: true,
    organizations: organizations.slice(0, 1),
    years: years.slice(0, 1),
    basis: null,
    measures: [keys[at % Math.max(1, keys.length)] ?? 'm1'],
    calculation: 'none',
  }
  const wrong: readonly unknown[] = [
    form,
    { ...form, organizations: ['北京市财政局'] },
    { ...form, years: ['1999'] },
    { ...form, measures: ['m999'] },
    { ...form, measures: keys },
    { ...form, measures: [] },
    { ...form, value: '6.21', unit: '亿元' },
    { ...form, basis: 'spent' },
    { ...form, calculation: 'multiply by 100' },
    { ...form, calculation: 'share', measures: keys.slice(0, 2) },
    { ...form, found: 'yes' },
    { ...form, found: false },
    { answer: '6.21亿元' },
    [form],
    '6.21',
  ]
  return say(JSON.stringify(wrong[at % wrong.length]))
}

/** A model that lies in one way about answers, and in turn about plans; where it lies without words, about both. */
export function lying(lie: Lie, at: number): (call: SampleCall) => SampleReply {
  return (call) => {
    const isPlan = choiceSchema.safeParse(dataOf(call))
    if (!isPlan.success) return lie.explain(materialSchema.parse(dataOf(call)))
    const wordless = WRONG_TEXTS[lie.name]
    return wordless ?? planLies(isPlan.data, at)
  }
}
