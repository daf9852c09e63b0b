/** For tests: a multipart form, as browsers and curl send it. */
export interface SampleForm {
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

const BOUNDARY = '----sample-7f3a'

/** A form of files (name and text each) and fields; the names are sent as they are. */
export function sampleForm(
  files: readonly (readonly [string, string])[],
  fields: Readonly<Record<string, string>> = {},
): SampleForm {
  const parts = [
    ...Object.entries(fields).map(([name, value]) => part(`name="${name}"`, value)),
    ...files.map(([name, text]) =>
      part(`name="files"; filename="${name}"\r\nContent-Type: application/octet-stream`, text),
    ),
  ]
  return {
    headers: { 'Content-Type': `multipart/form-data; boundary=${BOUNDARY}` },
    body: `${parts.join('')}--${BOUNDARY}--\r\n`,
  }
}

function part(disposition: string, content: string): string {
  return `--${BOUNDARY}\r\nContent-Disposition: form-data; ${disposition}\r\n\r\n${content}\r\n`
}
