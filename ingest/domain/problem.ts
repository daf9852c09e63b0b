/** The catalogue of error codes. A code is never reused for another meaning; `README.md` lists them all. */
export const PROBLEMS = {
  'file-not-found': 'The file or folder does not exist.',
  'file-unreadable': 'The file could not be opened.',
  'file-too-large': 'The file is larger than the limit.',
  'file-empty': 'The file holds no text.',
  'format-unsupported': 'No reader knows this kind of file.',
  'pdf-protected': 'The PDF asks for a password.',
  'pdf-damaged': 'The PDF cannot be opened; it is damaged or cut off.',
  'pdf-pictures-only': 'The PDF holds pictures only, and no text is recognised in them.',
  'office-protected': 'The Office file asks for a password.',
  'office-damaged': 'The Office file cannot be opened; it is damaged or cut off.',
  'office-pictures-only': 'The Office file holds pictures, and no text.',
  'reading-failed': 'The file could not be read to its end.',
  'encoding-unknown': 'The bytes are neither UTF-8, UTF-16 with a byte order mark, nor GB18030.',
  'no-figures': 'Neither a table nor a figure was recognised in the file.',
  'index-missing': 'There is no index in the data folder; ingest documents first.',
  'index-damaged': 'The index in the data folder cannot be read.',
  'index-embedder': 'The index was built by another embedder than the one at hand.',
  'embedding-failed': 'The server of the embedding model gave no vectors.',
  'index-locked': 'Another ingest holds the lock of the data folder and did not finish in time.',
  'folder-unwritable': 'The data folder cannot be written to.',
  'document-unknown': 'No document has this id.',
  'table-unknown': 'No table has this id.',
  'setting-invalid': 'A setting has a value that cannot be used.',
  'request-invalid': 'The request does not validate.',
  'request-too-large': 'The request body is too large.',
  'media-type': 'The request body must be JSON.',
  'not-found': 'There is nothing at this address.',
  'model-unknown': 'There is no model of this name.',
  method: 'This address does not take this method.',
  'key-required': 'This call needs a valid API key.',
  'signature-invalid': 'The request is not signed as Slack signs its requests, or not in time.',
  'scope-missing': 'The API key does not have the scope this call needs.',
  'rate-limited': 'Too many requests; wait before the next one.',
  'command-invalid': 'The command line cannot be understood.',
  'suppressions-invalid': 'The list of findings to let be cannot be understood.',
  'slip-invalid': 'The file is no slip of an answer.',
  'host-refused': 'Without API keys the server answers loopback hosts only.',
  'uploads-full': 'Too many uploads wait to be read; come again later.',
  timeout: 'The request took too long.',
  internal: 'Something went wrong on our side.',
} as const

/** A code of the catalogue. */
export type ProblemCode = keyof typeof PROBLEMS

/** An error that people should read: a code of the catalogue and a sentence that names the file, field or setting. */
export class Problem extends Error {
  readonly code: ProblemCode

  constructor(code: ProblemCode, detail: string, options?: { cause?: unknown }) {
    super(detail, options)
    this.name = 'Problem'
    this.code = code
  }
}
