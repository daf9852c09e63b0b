import { htmlPage } from './sample-html.ts'

/** For tests: a sentence that can be read, so that a file is read where it is not refused. */
const SENTENCE = '<p>2031年公务接待费1.00万元。</p>'
const page = (body: string) => () => htmlPage(`${SENTENCE}${body}`)

/** For tests: pages that ask a careless reader for all time, memory or stack, for the network or for other files. */
export const HOSTILE_HTML: readonly (readonly [string, () => Uint8Array])[] = [
  ['100,000 nested blocks', page('<div>'.repeat(100_000))],
  ['100,000 nested spans', page('<span>'.repeat(100_000))],
  ['240 nested tables', page('<table><tr><td>'.repeat(240))],
  ['50,000 nested tables', page('<table><tr><td>'.repeat(50_000))],
  ['fonts left open', page(Array.from({ length: 3_000 }, (_, at) => `<p><font size=${at}>水`).join(''))],
  ['crossed marks', page('<a><b><i><p>水</a></i></b>'.repeat(5_000))],
  ['one cell over a milliard columns', page('<table><tr><td colspan=1000000000>水<td>1.00</table>')],
  [
    'many cells over a thousand columns',
    page(`<table>${'<tr><td colspan=1000 rowspan=65534>水'.repeat(20_000)}</table>`),
  ],
  [
    'columns that no two rows share',
    page(`<table>${Array.from({ length: 1_000 }, (_, at) => `<tr><td colspan=${at + 1}>甲<td>1.00`).join('')}</table>`),
  ],
  ['a cell over all rows, many times', page(`<table>${'<tr><td rowspan=0>水<td>1.00'.repeat(2_000)}</table>`)],
  [
    'an element with 20,000 attributes',
    page(`<div ${Array.from({ length: 20_000 }, (_, at) => `a${at}`).join(' ')}>水`),
  ],
  ['an attribute of two million characters', page(`<div title="${'水'.repeat(2_000_000)}">水</div>`)],
  ['a comment left open', page(`<!-- ${'水'.repeat(500_000)}`)],
  ['comments without end', () => Buffer.from(`${'<!-- 水 -->'.repeat(100_000)}<html>${SENTENCE}`)],
  ['a script left open', page(`<script>${'水'.repeat(500_000)}`)],
  ['entities', page('&#x6c34;&nbsp;&amp;&notanentity;&#99999999999;&#0;&#xD800;'.repeat(20_000))],
  [
    'entities that multiply',
    () =>
      Buffer.from(
        `<?xml version="1.0"?><!DOCTYPE html [<!ENTITY a "水水水水水水水水水水"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">` +
          `<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]><html><body>${SENTENCE}<p>&c;&c;&c;</p></body></html>`,
      ),
  ],
  [
    'entities of other files',
    () =>
      Buffer.from(
        `<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><html><body>${SENTENCE}<p>&x;</p>` +
          '<iframe src="file:///etc/passwd"></iframe><object data="http://127.0.0.1:1/"></object>' +
          '<link rel=stylesheet href="http://127.0.0.1:1/a.css"><img src="file:///etc/passwd"></body></html>',
      ),
  ],
  [
    'frames only',
    () => Buffer.from('<html><frameset cols="*,*"><frame src="a.html"><frame src="b.html"></frameset></html>'),
  ],
  ['nothing but a script', () => htmlPage('<script>document.write("1.00万元")</script>')],
  [
    'lists that count backwards from anywhere',
    page('<ol reversed start=-999999><li value=999999999999>水<li>1.00万元</ol>'),
  ],
  ['lists of a hundred thousand items', page(`<ol>${'<li>水'.repeat(100_000)}</ol>`)],
  ['a hundred thousand line breaks', page('水<br>'.repeat(100_000))],
  ['a hundred thousand pictures', page('<img src="a.png">'.repeat(100_000))],
  ['a hundred thousand hidden parts', page('<p hidden>1.00万元</p>'.repeat(100_000))],
  ['more elements than any page has', page('<b></b>'.repeat(600_001))],
]
