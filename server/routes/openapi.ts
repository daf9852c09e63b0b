import { EXAMPLES } from './openapi-examples.ts'
import { type ComponentName, componentSchemas, queryParameters, reference } from './openapi-schemas.ts'
import { PROBLEM_MEDIA_TYPE } from './problem-response.ts'

/** Version of the HTTP contract, not of the program: it changes when a field is added. */
const CONTRACT_VERSION = '1.0.0'

const pathParameter = (name: string, description: string) => ({
  name,
  in: 'path',
  required: true,
  description,
  schema: { type: 'string' },
})

function json(component: ComponentName): object {
  const example = EXAMPLES[component]
  return { schema: { $ref: reference(component) }, ...(example === undefined ? {} : { example }) }
}

const ok = (description: string, component: ComponentName) => ({
  200: { description, content: { 'application/json': json(component) } },
})

const REFUSALS: Readonly<Record<number, string>> = {
  400: 'The request does not validate; `errors` says which field and why.',
  401: 'Keys are set, and the call came without a valid one.',
  403: 'The key lacks the scope; or, without keys, the Host or Origin header is not loopback.',
  404: 'There is nothing of this id.',
  405: 'The address does not take this method; `Allow` names those it takes.',
  413: 'The body is larger than 64 KB; of an upload, a file larger than 50 MB or all of them than 500 MB.',
  415: 'The body is not JSON; of an upload, no form with files, or only files that no reader knows.',
  429: 'Too many requests; `Retry-After` says how many seconds to wait.',
  503: 'There is no index yet; of an upload, too many wait, or the disk is full.',
  504: 'There was no answer in time.',
}

const refusals = (...statuses: readonly number[]) =>
  Object.fromEntries(
    statuses.map((status) => [
      status,
      { description: REFUSALS[status], content: { [PROBLEM_MEDIA_TYPE]: json('Problem') } },
    ]),
  )

const read = (operationId: string, summary: string, rest: object) => ({ get: { operationId, summary, ...rest } })

const GUARDED = [401, 403, 429]

const STREAM =
  'Server-Sent Events with JSON data: `status` ({ stage }), `delta` ({ text }: text of the answer, already verified; together the `answer` of the answer), `answer` (the whole Answer), or `error` (a Problem) in its place.'

const UPLOAD = {
  operationId: 'uploadDocuments',
  summary: 'Take files into the index; with "Accept: text/event-stream" progress comes as events',
  requestBody: {
    required: true,
    content: {
      'multipart/form-data': {
        schema: {
          type: 'object',
          properties: {
            files: { type: 'array', items: { type: 'string', format: 'binary' } },
            onDuplicate: {
              enum: ['keep', 'replace'],
              default: 'keep',
              description: 'What becomes of documents held of the same organisation, level, year and basis.',
            },
          },
        },
      },
    },
  },
  responses: {
    ...ok('All files were held already, as they are; or the stream of events.', 'UploadReport'),
    201: {
      description: 'Documents went in; the report says which, and which files were refused and why.',
      content: {
        'application/json': json('UploadReport'),
        'text/event-stream': { schema: { $ref: reference('UploadStatus') } },
      },
    },
    ...refusals(400, ...GUARDED, 413, 415, 503),
  },
}

const REMOVE = {
  operationId: 'removeDocument',
  summary: 'Take a document out of the index, with all its facts',
  parameters: [pathParameter('id', 'Id of the document.')],
  responses: { 204: { description: 'It is gone.' }, ...refusals(...GUARDED, 404, 503) },
}

/** The OpenAPI 3.1 document, made from the schemas that validate the requests. */
export function openapi(): object {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Budget Chat',
      version: CONTRACT_VERSION,
      description:
        'Questions about Chinese government budget disclosures, answered with figures that are proven against the documents.',
    },
    servers: [{ url: '/' }],
    security: [{}, { key: [] }],
    paths: {
      ...askPaths(),
      '/api/documents': {
        ...read('listDocuments', 'The documents held', {
          responses: { ...ok('All documents.', 'Documents'), ...refusals(...GUARDED, 503) },
        }),
        post: UPLOAD,
      },
      '/api/documents/{id}': {
        ...read('getDocument', 'One document and its tables', {
          parameters: [pathParameter('id', 'Id of the document.')],
          responses: { ...ok('The document.', 'DocumentWithTables'), ...refusals(...GUARDED, 404, 503) },
        }),
        delete: REMOVE,
      },
      ...partPaths(),
      '/api/coverage': read('getCoverage', 'What each document holds, by what its tables are about', {
        responses: { ...ok('All documents.', 'Coverage'), ...refusals(...GUARDED, 503) },
      }),
      '/api/facts': read('listFacts', 'Facts, 200 a page', {
        parameters: queryParameters('facts'),
        responses: { ...ok('One page of facts.', 'Facts'), ...refusals(400, ...GUARDED, 503) },
      }),
      '/api/checks': read('listFindings', 'What does not agree in the documents, errors first', {
        parameters: queryParameters('checks'),
        responses: { ...ok('The findings.', 'Checks'), ...refusals(400, ...GUARDED, 404, 503) },
      }),
      ...openaiPaths(),
      ...MCP_PATHS,
      ...operatingPaths(),
    },
    components: { schemas: componentSchemas(), securitySchemes: { key: { type: 'http', scheme: 'bearer' } } },
  }
}

/** Questions and their answers. */
function askPaths(): object {
  return {
    '/api/ask': {
      post: {
        operationId: 'ask',
        summary: 'Answer a question with cited figures',
        requestBody: { required: true, content: { 'application/json': json('AskRequest') } },
        responses: {
          ...ok('The answer, also where the corpus does not hold it.', 'Answer'),
          ...refusals(400, ...GUARDED, 413, 415, 503, 504),
        },
      },
    },
    '/api/ask/slip': {
      post: {
        operationId: 'askSlip',
        summary: 'Answer a question with an audit slip, which "npm run -s verify" proves again',
        requestBody: { required: true, content: { 'application/json': json('AskRequest') } },
        responses: { ...ok('The slip, as a file.', 'Slip'), ...refusals(400, ...GUARDED, 413, 415, 503, 504) },
      },
    },
    '/api/ask/stream': {
      post: {
        operationId: 'askStream',
        summary: 'Answer a question, piece by piece',
        requestBody: { required: true, content: { 'application/json': json('AskRequest') } },
        responses: {
          200: {
            description: STREAM,
            content: { 'text/event-stream': { schema: { type: 'string' } } },
          },
          ...refusals(400, ...GUARDED, 413, 415),
        },
      },
    },
  }
}

/** The protocol of OpenAI, whose errors have a shape of their own. */
function openaiPaths(): object {
  const errors = (...statuses: readonly number[]) =>
    Object.fromEntries(
      statuses.map((status) => [
        status,
        { description: REFUSALS[status], content: { 'application/json': json('OpenaiError') } },
      ]),
    )
  return {
    '/v1/chat/completions': {
      post: {
        operationId: 'createChatCompletion',
        summary: 'Answer the last question of a conversation, in the protocol of OpenAI',
        requestBody: { required: true, content: { 'application/json': json('ChatRequest') } },
        responses: {
          200: {
            description: 'The answer; with "stream": true in pieces, as Server-Sent Events that end with [DONE].',
            content: {
              'application/json': json('ChatCompletion'),
              'text/event-stream': { schema: { type: 'string' } },
            },
          },
          ...errors(400, ...GUARDED, 404, 413, 415, 503, 504),
        },
      },
    },
    '/v1/models': read('listModels', 'The one model of the protocol of OpenAI', {
      responses: { ...ok('It is called budget-chat.', 'Models'), ...errors(...GUARDED) },
    }),
    '/v1/models/{id}': read('getModel', 'The model of this name', {
      parameters: [pathParameter('id', 'Name of the model.')],
      responses: { ...ok('The model.', 'Model'), ...errors(...GUARDED, 404) },
    }),
  }
}

/** The Model Context Protocol, whose messages are described elsewhere. */
const MCP_PATHS = {
  '/mcp': {
    post: {
      operationId: 'mcp',
      summary: 'The Model Context Protocol over streamable HTTP, without sessions',
      requestBody: { required: true, content: { 'application/json': { schema: { type: 'object' } } } },
      responses: {
        200: {
          description: 'The answer to a message; errors of tools are results.',
          content: { 'application/json': { schema: { type: 'object' } } },
        },
        202: { description: 'A notification was taken.' },
        ...refusals(400, ...GUARDED, 413, 415),
      },
    },
  },
}

/** For those who run the server. */
function operatingPaths(): object {
  return {
    '/metrics': read('metrics', 'Counters for Prometheus; where keys are set, for keys with the scope admin', {
      responses: {
        200: {
          description: 'The text format of Prometheus.',
          content: { 'text/plain': { schema: { type: 'string' } } },
        },
        ...refusals(...GUARDED),
      },
    }),
    '/healthz': read('live', 'Whether the process answers', { security: [], responses: ok('It does.', 'Liveness') }),
    '/readyz': read('ready', 'Whether an index is loaded', {
      security: [],
      responses: { ...ok('It is.', 'Readiness'), ...refusals(503) },
    }),
  }
}

/** What of a document can be fetched by itself. */
function partPaths(): object {
  return {
    '/api/documents/{id}/file': read('getFile', 'A PDF as it was given', {
      parameters: [pathParameter('id', 'Id of the document.')],
      responses: {
        200: {
          description: 'The file. Of other formats, and of documents ingested before files were kept, there is none.',
          content: { 'application/pdf': { schema: { type: 'string', format: 'binary' } } },
        },
        ...refusals(...GUARDED, 404, 503),
      },
    }),
    '/api/documents/{id}/tables/{tableId}': read('getTable', 'One parsed table', {
      parameters: [
        pathParameter('id', 'Id of the document.'),
        pathParameter('tableId', 'Id of the table.'),
        ...queryParameters('table'),
      ],
      responses: {
        200: {
          description: 'The table, as JSON, CSV or an Excel file.',
          content: {
            'application/json': json('Table'),
            'text/csv': { schema: { type: 'string' } },
            'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': {
              schema: { type: 'string', format: 'binary' },
            },
          },
        },
        ...refusals(400, ...GUARDED, 404, 503),
      },
    }),
  }
}
