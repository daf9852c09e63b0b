import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { gunzipSync } from 'node:zlib'
import createCore, { type TessBaseAPI, type TesseractCore } from 'tesseract.js-core/tesseract-core-simd-lstm.js'
import type { Raster } from './raster.ts'

/** What a picture of a line says, and how sure its reader is: 0 to 100. */
export interface Reading {
  readonly text: string
  readonly confidence: number
}

/** Reads pictures of single lines, black on white. Memory is given back when the thread ends. */
export interface Recogniser {
  /** Chinese words with what stands between them. */
  words(line: Raster): Reading
  /** Figures and their signs, and nothing else. */
  figures(line: Raster): Reading
}

/** Page segmentation modes of Tesseract: a picture of one line, and one that is not looked over before it is read. */
const SINGLE_LINE = '7'
const RAW_LINE = '13'
const LSTM_ONLY = 1
/** What Tesseract is told: lines are brought to one size anyway. */
const DPI = 300
/** A reading less sure than this may come of a line taken for something else. */
const DOUBTFUL = 60

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
  const words = (line: Raster) => {
    const first = read(core, chinese, line, SINGLE_LINE)
    if (first.confidence >= DOUBTFUL) return first
    const second = read(core, chinese, line, RAW_LINE)
    return second.confidence > first.confidence ? second : first
  }
  return { words, figures: (line) => read(core, digits, line, SINGLE_LINE) }
}

function opened(core: TesseractCore, language: string): TessBaseAPI {
  const file = createRequire(import.meta.url).resolve(
    `@tesseract.js-data/${language}/4.0.0_best_int/${language}.traineddata.gz`,
  )
  core.FS.writeFile(`./${language}.traineddata`, gunzipSync(readFileSync(file)))
  const engine = new core.TessBaseAPI()
  if (engine.Init(null, language, LSTM_ONLY, null) !== 0) throw new Error(`Tesseract does not take its ${language} data.`)
  return engine
}

function read(core: TesseractCore, engine: TessBaseAPI, { width, height, grey }: Raster, mode: string): Reading {
  // A portable greymap, which needs no encoding.
  core.FS.writeFile('/input', Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`), grey]))
  engine.SetVariable('tessedit_pageseg_mode', mode)
  if (engine.SetImageFile(1, 0) !== 0) throw new Error('Tesseract does not take a picture.')
  engine.SetSourceResolution(DPI)
  engine.Recognize(null)
  return { text: engine.GetUTF8Text().trim(), confidence: engine.MeanTextConf() }
}
