export interface IndexProgress {
  /** waiting: for another ingest to finish; storing: documents; embedding: texts without a vector; linking: vectors. */
  readonly step: 'waiting' | 'storing' | 'embedding' | 'linking'
  readonly done: number
  readonly total: number
}

export type OnIndexProgress = (progress: IndexProgress) => void
