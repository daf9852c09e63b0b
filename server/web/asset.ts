/** A file for browsers. */
export interface Asset {
  readonly mediaType: string
  readonly content: Buffer
  readonly gzipped: Buffer
}
