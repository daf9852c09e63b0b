/** A piece of one line, by UTF-16 offsets; `line` is an index into the lines searched. */
export interface Mark {
  readonly line: number
  readonly from: number
  readonly to: number
}

interface Letter {
  readonly line: number
  readonly offset: number
}

/**
 * Where `raw` stands in the lines: every place where it stands whole ("3.50" not inside "13.50"), or else every place at
 * all. A text cut over lines or by spaces is found too, and marked piece by piece, where it stands nowhere in one piece.
 * `nth` (1-based) picks one place; one that does not exist picks none.
 */
export function findRaw(lines: readonly string[], raw: string, nth: number | null = null): readonly Mark[] {
  const wanted = raw.trim()
  if (wanted === '') return []
  const pieces = inOnePiece(lines, wanted)
  const whole = pieces.filter((place) => standsWhole(lines, place, wanted))
  const places = whole.length > 0 ? whole : pieces.length > 0 ? pieces : acrossSpaces(lines, wanted)
  return nth === null ? places.flat() : (places[nth - 1] ?? [])
}

type Place = readonly Mark[]

function inOnePiece(lines: readonly string[], wanted: string): readonly Place[] {
  return lines.flatMap((text, line) => {
    const places: Place[] = []
    for (let from = text.indexOf(wanted); from !== -1; from = text.indexOf(wanted, from + wanted.length)) {
      places.push([{ line, from, to: from + wanted.length }])
    }
    return places
  })
}

/** Whether neither end of the place cuts through a number. */
function standsWhole(lines: readonly string[], [mark]: Place, wanted: string): boolean {
  if (!mark) return false
  const text = lines[mark.line] ?? ''
  const before = text.slice(Math.max(0, mark.from - 2), mark.from)
  const after = text.slice(mark.to, mark.to + 2)
  const cutsBefore = /^\d/.test(wanted) && /(?:\d|\d[.,]|-)$/.test(before)
  const cutsAfter = /\d$/.test(wanted) && /^(?:\d|[.,]\d)/.test(after)
  return !cutsBefore && !cutsAfter
}

function acrossSpaces(lines: readonly string[], wanted: string): readonly Place[] {
  const letters: Letter[] = []
  let text = ''
  for (const [line, content] of lines.entries()) {
    for (let offset = 0; offset < content.length; offset += 1) {
      const letter = content.charAt(offset)
      if (/\s/.test(letter)) continue
      letters.push({ line, offset })
      text += letter
    }
  }
  const bare = wanted.replace(/\s+/g, '')
  const places: Place[] = []
  for (let from = text.indexOf(bare); from !== -1; from = text.indexOf(bare, from + bare.length)) {
    places.push(runs(letters.slice(from, from + bare.length)))
  }
  return places
}

/** Neighbouring letters joined to marks. */
function runs(letters: readonly Letter[]): Place {
  const marks: { line: number; from: number; to: number }[] = []
  for (const { line, offset } of letters) {
    const last = marks.at(-1)
    if (last && last.line === line && last.to === offset) last.to = offset + 1
    else marks.push({ line, from: offset, to: offset + 1 })
  }
  return marks
}
