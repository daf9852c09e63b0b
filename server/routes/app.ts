import express, { type Express } from 'express'
import helmet from 'helmet'
import { Problem } from '../../ingest/domain/problem.ts'
import { scopeGuard } from './api-access.ts'
import { askRoute } from './ask-route.ts'
import { askStreamRoute } from './ask-stream-route.ts'
import { bodyTimeLimit } from './body-time-limit.ts'
import { addressLimit, CallLimits } from './call-limits.ts'
import { chatCompletionsRoute } from './chat-completions-route.ts'
import { checksRoute } from './checks-route.ts'
import { coverageRoute } from './coverage-route.ts'
import { crossOrigin } from './cross-origin.ts'
import { documentsRoute } from './documents-route.ts'
import { factsRoute } from './facts-route.ts'
import { healthRoute } from './health-route.ts'
import { hostGuard } from './host-guard.ts'
import { mcpRoute } from './mcp-route.ts'
import { metricsRoute } from './metrics-route.ts'
import { modelsRoute } from './models-route.ts'
import { sendOpenaiError } from './openai-error-response.ts'
import { openapiRoute } from './openapi-route.ts'
import { pagesRoute } from './pages-route.ts'
import type { Parts } from './parts.ts'
import { problemResponse } from './problem-response.ts'
import { requestCount } from './request-count.ts'
import { requestLog } from './request-log.ts'
import { slackRoute } from './slack-route.ts'
import { slipRoute } from './slip-route.ts'
import { sourceRoute } from './source-route.ts'
import { uploadsRoute } from './uploads-route.ts'
import { widgetRoute } from './widget-route.ts'

/** Nothing inline, nothing from elsewhere, and no text that becomes script. */
const CONTENT_SECURITY_POLICY = {
  useDefaults: false,
  directives: {
    'default-src': ["'none'"],
    'script-src': ["'self'"],
    'style-src': ["'self'"],
    'img-src': ["'self'"],
    'connect-src': ["'self'"],
    'base-uri': ["'none'"],
    'form-action': ["'self'"],
    'frame-ancestors': ["'none'"],
    'require-trusted-types-for': ["'script'"],
  },
}

/** Bodies of questions are short. */
const BODY_LIMIT_MS = 30_000

/** The HTTP surface; it listens to nothing yet. */
export function createApp(parts: Parts): Express {
  const { access, door, log, metrics } = parts
  const app = express()
  app.disable('x-powered-by')
  app.set('query parser', 'simple')
  // Addresses are those of the sockets, unless so many proxies are known to put the client's into X-Forwarded-For.
  app.set('trust proxy', access.trustedProxies)
  app.use(requestLog(log))
  app.use(requestCount(metrics))
  app.use(
    helmet({
      contentSecurityPolicy: CONTENT_SECURITY_POLICY,
      // Whether https is used is the business of whoever puts it in front.
      strictTransportSecurity: false,
      // "no-referrer" would make browsers send "Origin: null" with forms.
      referrerPolicy: { policy: 'same-origin' },
    }),
  )
  // Before the guards: whoever calls here is known by the signature, and comes by another name than loopback.
  const limits = new CallLimits(metrics, parts.now)
  const mayTry = access.apiKeys.length > 0 ? [addressLimit(limits)] : []
  if (parts.slack?.http) app.use(slackRoute(parts.slack.http, [...mayTry, bodyTimeLimit(BODY_LIMIT_MS)]))
  if (access.apiKeys.length === 0) app.use(hostGuard(access.allowedOrigins))
  app.use(['/api', '/v1', '/mcp'], crossOrigin(access.allowedOrigins))
  const may = scopeGuard(access, limits)
  // Without keys, pages of other origins may ask, but change nothing.
  const mayUpload = access.apiKeys.length === 0 ? [hostGuard([]), may('upload')] : [may('upload')]
  app.use(healthRoute(door))
  if (access.apiKeys.length > 0) app.use(addressLimit(limits))
  app.use(metricsRoute(metrics, may('admin')))
  app.use(uploadsRoute(parts, mayUpload))
  app.use(bodyTimeLimit(BODY_LIMIT_MS))
  app.use(askRoute(parts, may('ask')))
  app.use(askStreamRoute(parts, may('ask')))
  app.use(slipRoute(parts, may('ask')))
  app.use(documentsRoute(door, may('read')))
  app.use(factsRoute(parts, may('read')))
  app.use(checksRoute(parts, may('read')))
  app.use(chatCompletionsRoute(parts, may('ask')))
  app.use(modelsRoute(may('ask')))
  app.use(mcpRoute(parts, may))
  app.use(openapiRoute())
  app.use(pagesRoute(parts))
  app.use(widgetRoute(parts))
  app.use(coverageRoute(parts, may('read')))
  app.use(sourceRoute(parts, may('read')))
  app.use('/api', may('read'))
  app.use('/v1', may('ask'))
  app.use((request) => {
    throw new Problem('not-found', `There is nothing at ${request.path}.`)
  })
  app.use('/v1', problemResponse(log, sendOpenaiError))
  app.use(problemResponse(log))
  return app
}
