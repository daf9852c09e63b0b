import type { JSX } from 'preact'
import { useEffect, useId, useMemo, useRef } from 'preact/hooks'
import type { Answer } from '../../answer/contract.ts'
import type { ToolProps } from './answer-tools.ts'
import { type ChartData, chartData } from './chart-data.ts'
import type { Drawing } from './chart-drawing.ts'
import { ChartTable } from './chart-table.tsx'
import { chartWords } from './chart-words.ts'

/** What was asked to be compared, as a chart with a table of the same figures beside it. */
export function AnswerChart({ answer }: ToolProps): JSX.Element | null {
  const data = useMemo(() => chartData(answer), [answer])
  return data && <DrawnChart data={data} answer={answer} />
}

interface DrawnProps {
  readonly data: ChartData
  readonly answer: Answer
}

function DrawnChart({ data, answer }: DrawnProps): JSX.Element {
  const canvas = useRef<HTMLCanvasElement>(null)
  const caption = useId()
  const words = chartWords(answer.language)
  const title = words[data.kind](data.unit)
  const count = data.series.flatMap(({ figures }) => figures.filter((figure) => figure !== null)).length
  useEffect(() => (canvas.current ? keepDrawn(canvas.current, data) : undefined), [data])
  return (
    <figure class="chart" aria-labelledby={caption}>
      <figcaption id={caption}>{title}</figcaption>
      <div class={`chart-box ${data.kind} rows-${Math.min(bars(data), MOST_HEIGHTS)}`}>
        <canvas ref={canvas} role="img" aria-label={words.picture(title, count)} />
      </div>
      {data.series.length > 1 && (
        <ul class="chart-legend" aria-hidden="true">
          {data.series.map(({ name }, at) => (
            <li key={name}>
              <span class={`swatch series-${at + 1}`} />
              {name}
            </li>
          ))}
        </ul>
      )}
      <ChartTable data={data} answer={answer} labelledBy={caption} />
    </figure>
  )
}

/** The style sheet knows a height for each number of bars up to this: nothing moves when the chart is drawn. */
const MOST_HEIGHTS = 20

function bars({ categories, series }: ChartData): number {
  return categories.length * series.length
}

/** Loads what draws, draws, and draws again when light and dark change; what it gives ends that. */
function keepDrawn(canvas: HTMLCanvasElement, data: ChartData): () => void {
  let drawing: Drawing | null = null
  let ended = false
  import('./chart-drawing.ts').then(
    ({ drawChart }) => {
      if (!ended) drawing = drawChart(canvas, data)
    },
    // Without the picture the table has all that it would show.
    () => canvas.closest('.chart')?.classList.add('undrawn'),
  )
  const redraw = (): void => drawing?.redraw()
  const theme = new MutationObserver(redraw)
  theme.observe(document.documentElement, { attributeFilter: ['data-theme'] })
  const system = matchMedia('(prefers-color-scheme: dark)')
  system.addEventListener('change', redraw)
  return () => {
    ended = true
    theme.disconnect()
    system.removeEventListener('change', redraw)
    drawing?.remove()
  }
}
