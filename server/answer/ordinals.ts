/** What opens the second and later entries of a numbered series. */
export const NEXT_ORDINAL =
  /^\s*(?:[二三四五六七八九]是|[（(](?:[二三四五六七八九十]+|[2-9]|1\d)[)）]|(?:[2-9]|1\d)[.．、]|第[二三四五六七八九]|[②-⑨]|同时|此外|另外)/

/** What opens the first entry of one, anywhere in a text. */
export const FIRST_ENTRY = /(?:(?<!\d)1[.．、](?!\d)|[（(][一1][)）]|①)/

/** The same at the head of a text or behind a colon. */
export const FIRST_ORDINAL = /(?:^|[:：])\s*(?:一是|[（(][一1][)）]|1[.．、]|第一|①)/
