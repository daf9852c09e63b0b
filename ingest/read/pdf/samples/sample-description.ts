/** Left, top, right, bottom in points from the top left corner of the page as it is shown. */
export type Box = readonly [number, number, number, number]

/** How the words of something are put on paper; none of it changes what is read. */
export interface Ink {
  readonly size?: number
  /** Figures and Latin letters stand in this font, which every viewer has and the file does not embed. */
  readonly latin?: 'Times-Roman' | 'Helvetica'
  /** Drawn twice, a hair apart: how programs without a bold font print bold. */
  readonly twice?: boolean
  /** A figure is drawn in several pieces ("1,", "234", ".56"). */
  readonly split?: boolean
  /** Points between any two characters. */
  readonly spacing?: number
}

/** A cell; its words may be wrapped by "\n" where the width does not wrap them. */
export interface SampleCell {
  readonly text: string
  /** Columns and rows that it covers, itself included; 1 where not given. */
  readonly across?: number
  readonly down?: number
  readonly align?: Align
  /** So many points lower than it should stand: a value on another line than its label. */
  readonly drop?: number
}

/** Where words stand in their cell. */
export type Align = 'left' | 'center' | 'right'

/** Where a column begins is told by the widths before it. */
export interface SampleColumn {
  readonly width: number
  readonly align: Align
}

/**
 * What parts the cells: lines, lines but at the outer sides, thin filled rectangles, a frame a cell, lines above and
 * below the header, level lines between all rows, nothing.
 */
export type Rulings = 'stroked' | 'sideless' | 'filled' | 'frames' | 'open' | 'level' | 'none'

/** A table as the reader should see it, and how it is drawn. Rows leave out the places that cells from above cover. */
export interface SampleTable {
  readonly number?: string
  readonly title: string
  /** As printed behind "单位：". */
  readonly unit?: string
  /** Whose table it is, printed left above it: "编制部门：…". */
  readonly keeper?: string
  readonly columns: readonly SampleColumn[]
  readonly header: readonly (readonly (string | SampleCell)[])[]
  readonly rows: readonly (readonly (string | SampleCell)[])[]
  /** Below the table. */
  readonly notes?: readonly string[]
  readonly rulings: Rulings
  /** Header and every second row stand on grey. */
  readonly shaded?: boolean
  readonly rowHeight?: number
  readonly ink?: Ink
}

/** Something that stands on a page. */
export type Item =
  | { readonly kind: 'title'; readonly text: string; readonly ink?: Ink }
  /** A paragraph, wrapped to the page; or one of two parts that a page break makes of it. */
  | { readonly kind: 'prose'; readonly text: string; readonly ink?: Ink; readonly part?: 'beginning' | 'rest' }
  /** A table or the rows `from` to `to` (exclusive) of it; the caption only above row 0, unless told. */
  | {
      readonly kind: 'table'
      readonly table: SampleTable
      readonly from?: number
      readonly to?: number
      readonly header?: boolean
      readonly caption?: boolean
    }
  /** Lines of a table of contents: a name, dots or nothing, a page. */
  | { readonly kind: 'contents'; readonly entries: readonly (readonly [string, number])[]; readonly dots?: boolean }
  /** A line of prose whose pieces stand where they are put; `rest` where it goes on with the paragraph above. */
  | {
      readonly kind: 'line'
      readonly pieces: readonly (readonly [left: number, text: string])[]
      readonly rest?: boolean
    }
  /** Words that nobody sees, at a place of their own. */
  | {
      readonly kind: 'hidden'
      readonly text: string
      readonly at: readonly [number, number]
      readonly how: 'invisible' | 'white'
    }
  | { readonly kind: 'gap'; readonly height: number }

/** A page of a sample. */
export interface SamplePage {
  readonly layout: 'portrait' | 'landscape'
  readonly items: readonly Item[]
  /** Printed at the head and the foot, and part of no text. */
  readonly head?: string
  readonly foot?: string
  /** The file holds the page standing and tells the viewer to turn it by a quarter, clockwise. */
  readonly turned?: boolean
  /** What is shown is a part of a larger sheet; points cut off on each side, and a corner that is not 0, 0. */
  readonly cropped?: boolean
  /** In which order it is drawn. `columns`: from left to right, each from the top down. */
  readonly order?: 'reading' | 'reversed' | 'columns'
  /** Everything is drawn inside a form XObject. */
  readonly inForm?: boolean
  /** The very same page once more: what it says is said already. */
  readonly copy?: boolean
}

/** A made-up disclosure of few pages. */
export interface Sample {
  readonly name: string
  /** The difficulties it holds, for the reader of a failed test. */
  readonly tests: string
  readonly pages: readonly SamplePage[]
}
