import { join } from 'node:path'
import type { Segment } from './manifest.ts'
import { type ScoredLabel, VectorIndex } from './vectors.ts'

/** All vectors of an index, for searching, in whichever segments they lie. */
export class VectorSegments {
  private readonly graphs: readonly VectorIndex[]

  private constructor(graphs: readonly VectorIndex[]) {
    this.graphs = graphs
  }

  /** Throws where a file is missing, cut short or no graph. */
  static async load(folder: string, segments: readonly Segment[], dimensions: number): Promise<VectorSegments> {
    return new VectorSegments(
      await Promise.all(segments.map(({ name }) => VectorIndex.load(join(folder, name), dimensions))),
    )
  }

  /** The nearest `limit` vectors, best first, of the labels that `allowed` lets through. */
  search(vector: readonly number[], limit: number, allowed?: (label: number) => boolean): readonly ScoredLabel[] {
    return this.graphs
      .flatMap((graph) => graph.search(vector, limit, allowed))
      .sort((a, b) => b.score - a.score || a.label - b.label)
      .slice(0, limit)
  }
}
