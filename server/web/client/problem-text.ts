import type { ProblemCode } from '../../../ingest/domain/problem.ts'
import type { Language } from './words.ts'

/** The server tells its problems in English. A code of the catalogue without words here does not compile. */
const IN_CHINESE: Readonly<Record<ProblemCode, string>> = {
  'file-unreadable': '文件打不开。',
  'file-too-large': '文件超过大小限制。',
  'file-empty': '文件里没有文字。',
  'format-unsupported': '不支持这种文件；旧的 .doc 和 .xls 请先另存为 .docx 或 .xlsx。',
  'pdf-protected': '这份 PDF 需要密码。',
  'pdf-damaged': '这份 PDF 已损坏或不完整。',
  'pdf-pictures-only': '这份 PDF 只有图片，没有文字。',
  'office-protected': '这份文件需要密码。',
  'office-damaged': '这份文件已损坏或不完整。',
  'office-pictures-only': '这份文件只有图片，没有文字。',
  'reading-failed': '文件没能读完。',
  'encoding-unknown': '文字编码无法识别，请另存为 UTF-8。',
  'no-figures': '文件里没有认出表格或数字。',
  'index-missing': '还没有收录文件。',
  'index-damaged': '数据文件夹里的索引已损坏，请重新收录文件。',
  'index-locked': '另一次收录正在进行，请稍后再试。',
  'folder-unwritable': '数据文件夹无法写入（已满或只读），原有内容不变。',
  'document-unknown': '没有这份文件。',
  'request-invalid': '请求不完整或有误。',
  'request-too-large': '请求太长。',
  'rate-limited': '请求太多，请稍等再试。',
  'signature-invalid': '请求的签名不对或已过期。',
  'host-refused': '服务器不接受来自这里的请求。',
  'uploads-full': '等候读取的文件太多，请稍后再试。',
  'file-not-found': '文件或文件夹不存在。',
  'index-embedder': '索引是用另一种向量模型建立的，请重新收录文件。',
  'embedding-failed': '向量模型的服务器没有给出结果。',
  'table-unknown': '没有这张表。',
  'setting-invalid': '服务器的设置有误。',
  'media-type': '请求的格式不对。',
  'not-found': '没有这个地址。',
  'model-unknown': '没有这个模型。',
  method: '这个地址不接受这种请求。',
  'key-required': '需要有效的密钥。',
  'scope-missing': '密钥没有这项权限。',
  'command-invalid': '命令有误。',
  'suppressions-invalid': '不再报告的清单有误。',
  'slip-invalid': '这不是核对凭证文件。',
  timeout: '用时太长，已停止。',
  internal: '服务器出错了。',
}

/** A problem of the server in the language of the page; its own words where there are no others. */
export function problemText(code: string, detail: string, language: Language): string {
  return language === 'zh' ? (new Map<string, string>(Object.entries(IN_CHINESE)).get(code) ?? detail) : detail
}
