import type { Request } from 'express'
import type { PageLanguage } from '../web/page-language.ts'

/** The language that a browser asks for. */
export function preferredLanguage(request: Request): PageLanguage {
  return request.acceptsLanguages('zh', 'en') === 'en' ? 'en' : 'zh'
}
