import { readerContract } from '../reader.contract.ts'
import { readHtml } from './read-html.ts'
import { htmlOfLines } from './sample-html.ts'

readerContract({ name: 'the reader of HTML', fileOf: htmlOfLines, read: (bytes) => readHtml(bytes, 'page.html') })
