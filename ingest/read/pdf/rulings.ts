import type { Stroke } from './drawing.ts'

/** A ruling line of a table: its place across (x of an upright one, y of a level one) and its two ends. */
export interface Ruling {
  readonly at: number
  readonly from: number
  readonly to: number
}

/** Ruling lines that touch each other: the frame of one table. */
export interface Frame {
  readonly upright: readonly Ruling[]
  readonly level: readonly Ruling[]
}

/** Strokes this near to each other, in points, are drawn for one line. */
const SAME_PLACE = 2
/** Pieces of a line may leave gaps of so many points; lines that meet may miss each other by as many. */
const REACH = 3
/** Shorter strokes are parts of characters or of underlines. */
const SHORTEST = 4

/** All ruling lines of a page. */
export interface Rulings {
  readonly upright: readonly Ruling[]
  readonly level: readonly Ruling[]
}

/** The ruling lines that the strokes of a page make. */
export function findRulings(strokes: readonly Stroke[]): Rulings {
  const level = strokes
    .filter(({ top, bottom }) => top === bottom)
    .map(({ left, right, top }) => ({ at: top, from: left, to: right }))
  const upright = strokes
    .filter(({ left, right }) => left === right)
    .map(({ left, top, bottom }) => ({ at: left, from: top, to: bottom }))
  return { level: mergeRulings(level), upright: mergeRulings(upright) }
}

/** The frames on a page, from the top downwards; those without both kinds of lines are none. */
export function findFrames({ upright, level }: Rulings): Frame[] {
  return connected(upright, level).sort((a, b) => topOf(a) - topOf(b))
}

function topOf({ level }: Frame): number {
  return level[0]?.at ?? 0
}

/** One ruling for all strokes on one line that touch each other or lie upon each other. */
function mergeRulings(strokes: readonly Ruling[]): Ruling[] {
  const merged: Ruling[] = []
  for (const line of sameLine(strokes)) {
    let open: { at: number; from: number; to: number } | null = null
    for (const { at, from, to } of line.sort((a, b) => a.from - b.from)) {
      if (open && from <= open.to + REACH) open.to = Math.max(open.to, to)
      else {
        open = { at, from, to }
        merged.push(open)
      }
    }
  }
  return merged.filter(({ from, to }) => to - from >= SHORTEST).sort((a, b) => a.at - b.at)
}

/** Strokes grouped by their place; all of a group take the place of its first. */
function sameLine(strokes: readonly Ruling[]): Ruling[][] {
  const groups: Ruling[][] = []
  for (const stroke of [...strokes].sort((a, b) => a.at - b.at)) {
    const group = groups.at(-1)
    const at = group?.[0]?.at
    if (group && at !== undefined && stroke.at - at <= SAME_PLACE) group.push({ ...stroke, at })
    else groups.push([stroke])
  }
  return groups
}

/** Rulings grouped by whether they meet, directly or through others. */
function connected(upright: readonly Ruling[], level: readonly Ruling[]): Frame[] {
  const parent = Array.from({ length: upright.length + level.length }, (_, index) => index)
  const rootOf = (index: number): number => {
    let root = index
    while (parent[root] !== root && parent[root] !== undefined) root = parent[root] ?? root
    parent[index] = root
    return root
  }
  upright.forEach((line, index) => {
    level.forEach((other, place) => {
      if (meet(line, other)) parent[rootOf(index)] = rootOf(upright.length + place)
    })
  })
  const frames = new Map<number, { upright: Ruling[]; level: Ruling[] }>()
  const frameOf = (index: number) => {
    const root = rootOf(index)
    const frame = frames.get(root) ?? { upright: [], level: [] }
    frames.set(root, frame)
    return frame
  }
  for (const [index, line] of upright.entries()) frameOf(index).upright.push(line)
  for (const [index, line] of level.entries()) frameOf(upright.length + index).level.push(line)
  return [...frames.values()].filter((frame) => frame.upright.length > 0 && frame.level.length > 1)
}

function meet(upright: Ruling, level: Ruling): boolean {
  return (
    upright.at >= level.from - REACH &&
    upright.at <= level.to + REACH &&
    level.at >= upright.from - REACH &&
    level.at <= upright.to + REACH
  )
}
