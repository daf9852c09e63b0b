/** Sets a mark that the tests look for, should any of it ever run. */
const RUN = 'window.hacked=1'

/** For tests: texts meant to run something, to lead somewhere, or to break what they are shown in. */
export const HOSTILE: readonly string[] = [
  `<script>${RUN}</script>`,
  `</script><script>${RUN}//`,
  `<img src=x onerror=${RUN}>`,
  `"><img src=x onerror="${RUN}">`,
  `' onmouseover='${RUN}' autofocus onfocus='${RUN}`,
  `<svg onload=${RUN}>`,
  `<svg><script href="data:text/javascript,${RUN}"/></svg>`,
  `<svg><animate onbegin=${RUN} attributeName=x dur=1s>`,
  `<svg><foreignObject><iframe srcdoc="<script>parent.${RUN}</script>">`,
  `<iframe src="javascript:parent.${RUN}"></iframe>`,
  `<object data="javascript:${RUN}"><embed src="javascript:${RUN}">`,
  `[开](javascript:${RUN})`,
  `[开](JaVaScRiPt&colon;${RUN}) <javascript:${RUN}>`,
  `![图](data:text/html,<script>${RUN}</script>)`,
  `<a href="java\tscript:${RUN}">开</a>`,
  `<base href="https://elsewhere.example/"><meta http-equiv="refresh" content="0;url=https://elsewhere.example">`,
  `<form action="https://elsewhere.example"><input name=question><button>提交</button></form>`,
  `<style>*{display:none!important}</style><link rel=stylesheet href=//elsewhere.example/a.css>`,
  `<div style="position:fixed;inset:0;background:url(javascript:${RUN})">`,
  `<math><mtext><table><mglyph><style><!--</style><img title="--><img src=x onerror=${RUN}>">`,
  `<noscript><p title="</noscript><img src=x onerror=${RUN}>">`,
  `<template><script>${RUN}</script></template><details open ontoggle=${RUN}>`,
  `<!--><img src=x onerror=${RUN}>-->]]><?xml version="1.0"?><![CDATA[<script>${RUN}</script>]]>`,
  `&lt;script&gt;${RUN}&lt;/script&gt; &#60;img src=x onerror=${RUN}&#62;`,
  `{{constructor.constructor('${RUN}')()}} \${${RUN}} <%= ${RUN} %>`,
  `__proto__ constructor toString "]};${RUN};//`,
  '\u202e万01\u202c \u2066额金\u2069 \u202d\u200f\u061c金额',
  `${'\u202e\u2067'.repeat(200)}反${'\u202c'.repeat(5)}`,
  `预\u200b算\u200d数\ufeff\u00ad\u2028行\u2029段`,
  `${'ก็'.repeat(20)}${'e\u0301\u0489'.repeat(300)}`,
]

/** A cell of a hundred thousand characters: none of them lets a line break, and all of them do. */
export const VAST: readonly string[] = ['W'.repeat(100_000), '字'.repeat(100_000)]
