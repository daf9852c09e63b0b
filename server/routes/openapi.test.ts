import { expect, it } from 'vitest'
import { z } from 'zod'
import { openapi } from './openapi.ts'
import { EXAMPLES } from './openapi-examples.ts'
import { COMPONENTS, componentSchemas } from './openapi-schemas.ts'

const documentSchema = z.object({
  openapi: z.literal('3.1.0'),
  paths: z.record(
    z.string(),
    z.record(z.string(), z.object({ operationId: z.string(), responses: z.record(z.string(), z.unknown()) })),
  ),
  components: z.object({ schemas: z.record(z.string(), z.unknown()) }),
})

const document = documentSchema.parse(openapi())

it.each(Object.entries(EXAMPLES))(
  'the example of %s is valid, by zod and by the published JSON schema',
  (name, example) => {
    const schema = Object.entries(COMPONENTS).find(([component]) => component === name)?.[1]
    expect(schema?.safeParse(example)).toMatchObject({ success: true })
    const published = z.fromJSONSchema({ $ref: `#/$defs/${name}`, $defs: definitions() })
    expect(published.safeParse(example)).toMatchObject({ success: true })
    expect(published.safeParse({ unknown: true }).success).toBe(false)
  },
)

function definitions(): Record<string, z.core.JSONSchema.JSONSchema> {
  const text = JSON.stringify(componentSchemas()).replaceAll('#/components/schemas/', '#/$defs/')
  return z.record(z.string(), z.custom<z.core.JSONSchema.JSONSchema>()).parse(JSON.parse(text))
}

it('refers to components that are there', () => {
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map(
    ([, name]) => name,
  )
  expect(references.length).toBeGreaterThan(10)
  for (const name of references) expect(Object.keys(document.components.schemas)).toContain(name)
})

it('names each operation once, with an answer that is fine', () => {
  const operations = Object.values(document.paths).flatMap((path) => Object.values(path))
  expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length)
  for (const { responses } of operations)
    expect(Object.keys(responses).some((status) => status.startsWith('2'))).toBe(true)
})

it('covers the surfaces of the contract', () => {
  expect(Object.keys(document.paths).sort()).toEqual([
    '/api/ask',
    '/api/ask/slip',
    '/api/ask/stream',
    '/api/checks',
    '/api/coverage',
    '/api/documents',
    '/api/documents/{id}',
    '/api/documents/{id}/file',
    '/api/documents/{id}/tables/{tableId}',
    '/api/facts',
    '/healthz',
    '/mcp',
    '/metrics',
    '/readyz',
    '/v1/chat/completions',
    '/v1/models',
    '/v1/models/{id}',
  ])
})
