import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { gunzipSync } from 'node:zlib'
import createCore, { type TessBaseAPI, type TesseractCore } from 'tesseract.js-core/tesseract-core-simd-lstm.js'
import { z } from 'zod'
import { cropped, type Raster } from './raster.ts'

/** A character as it was recognised, and how surely: 0 to 100. A space parts Latin words. */
export interface Recognised {
  readonly text: string
  readonly confidence: number
}

/** Reads pictures of single lines, black on white, without white around. Memory is given back when the thread ends. */
export interface Recogniser {
  /** Chinese words with what stands between them. */
  words(line: Raster): Recognised[]
  /** Figures and their signs, and nothing else. */
  figures(line: Raster): string
}

/** Page segmentation modes of Tesseract: a picture of one line, and one that is not looked over before it is read. */
const SINGLE_LINE = '7'
const RAW_LINE = '13'
/** White around a line, in dots, at which each of the two reads best. */
const MARGIN = { [SINGLE_LINE]: 10, [RAW_LINE]: 4 }
const LSTM_ONLY = 1
/** What Tesseract is told: lines are brought to one size anyway. */
const DPI = 300

let loading: Promise<Recogniser> | null = null

/** The reader of pictures, loaded once a thread (about a second) from this machine's own files. */
export function loadRecogniser(): Promise<Recogniser> {
  loading ??= load()
  return loading
}

async function load(): Promise<Recogniser> {
  const core = await createCore({ print: () => undefined, printErr: () => undefined })
  const [chinese, digits] = [opened(core, 'chi_sim'), opened(core, 'eng')]
  digits.SetVariable('tessedit_char_whitelist', '0123456789.,-%()')
  return {
    words: (line) => {
      recognise(core, chinese, line, RAW_LINE)
      return symbolsOf(chinese.GetJSONText(null))
    },
    figures: (line) => {
      recognise(core, digits, line, SINGLE_LINE)
      return digits.GetUTF8Text().trim()
    },
  }
}

function opened(core: TesseractCore, language: string): TessBaseAPI {
  const file = createRequire(import.meta.url).resolve(
    `@tesseract.js-data/${language}/4.0.0_best_int/${language}.traineddata.gz`,
  )
  core.FS.writeFile(`./${language}.traineddata`, gunzipSync(readFileSync(file)))
  const engine = new core.TessBaseAPI()
  if (engine.Init(null, language, LSTM_ONLY, null) !== 0)
    throw new Error(`Tesseract does not take its ${language} data.`)
  return engine
}

function recognise(core: TesseractCore, engine: TessBaseAPI, line: Raster, mode: keyof typeof MARGIN): void {
  const whole = { left: 0, top: 0, right: line.width, bottom: line.height }
  const { width, height, grey } = cropped(line, whole, MARGIN[mode])
  // A portable greymap, which needs no encoding.
  core.FS.writeFile('/input', Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`), grey]))
  engine.SetVariable('tessedit_pageseg_mode', mode)
  if (engine.SetImageFile(1, 0) !== 0) throw new Error('Tesseract does not take a picture.')
  engine.SetSourceResolution(DPI)
  engine.Recognize(null)
}

const symbolSchema = z.object({ text: z.string(), confidence: z.number() })
const wordSchema = z.object({ symbols: z.array(symbolSchema) })
const lineSchema = z.object({ words: z.array(wordSchema) })
const pageSchema = z.object({
  blocks: z.array(z.object({ paragraphs: z.array(z.object({ lines: z.array(lineSchema) })) })).nullable(),
})

/** The characters of a page of Tesseract's; words that it parts are Latin ones, or none. */
function symbolsOf(json: string): Recognised[] {
  const { blocks } = pageSchema.parse(JSON.parse(json))
  const words = (blocks ?? []).flatMap(({ paragraphs }) =>
    paragraphs.flatMap(({ lines }) => lines.flatMap((line) => line.words)),
  )
  return words.flatMap(({ symbols }, index) => {
    const last = words[index - 1]?.symbols.at(-1)?.text ?? ''
    const apart = /[A-Za-z]$/.test(last) && /^[A-Za-z]/.test(symbols[0]?.text ?? '')
    const own = symbols.map(({ text, confidence }) => ({ text, confidence: Math.round(confidence) }))
    return apart ? [{ text: ' ', confidence: 100 }, ...own] : own
  })
}
