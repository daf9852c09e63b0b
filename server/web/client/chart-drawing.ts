import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  type ChartConfiguration,
  type ChartDataset,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
} from 'chart.js'
import { type ChartData, drawnValue } from './chart-data.ts'

Chart.register(
  BarController,
  BarElement,
  CategoryScale,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
)

/** A chart on a canvas. */
export interface Drawing {
  /** Once more, in the colours that hold now. */
  readonly redraw: () => void
  readonly remove: () => void
}

/** From so many years on a line shows a course; before, it would make one up. */
const FEWEST_FOR_LINE = 3
const DASHES = [[], [6, 4], [2, 3], [10, 3, 2, 3], [1, 2], [12, 4]]
const POINTS = ['circle', 'rect', 'triangle', 'rectRot', 'cross', 'star'] as const

/** Draws figures on a canvas; lengths are drawn by floating point, figures are written as printed. */
export function drawChart(canvas: HTMLCanvasElement, data: ChartData): Drawing {
  let chart = new Chart(canvas, configuration(canvas, data))
  return {
    redraw: () => {
      chart.destroy()
      chart = new Chart(canvas, configuration(canvas, data))
    },
    remove: () => chart.destroy(),
  }
}

function configuration(canvas: HTMLCanvasElement, data: ChartData): ChartConfiguration<'bar' | 'line'> {
  const isLine = data.kind === 'trend' && data.categories.length >= FEWEST_FOR_LINE
  const [quiet, line] = [colorOf(canvas, '--quiet'), colorOf(canvas, '--line')]
  const font = { family: getComputedStyle(canvas).fontFamily }
  const along = {
    ticks: { color: quiet, font, autoSkip: isLine },
    grid: { display: false },
    border: { color: line },
  }
  const values = {
    beginAtZero: true,
    ticks: { color: quiet, font, maxTicksLimit: 6 },
    grid: { color: line },
    border: { display: false },
  }
  const isUpright = data.kind === 'trend'
  return {
    type: isLine ? 'line' : 'bar',
    data: {
      labels: data.categories.map(({ name }) =>
        wrapped(name, isUpright ? Number.POSITIVE_INFINITY : lettersIn(canvas)),
      ),
      datasets: data.series.map((_, at) => dataset(canvas, data, at)),
    },
    options: {
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      indexAxis: isUpright ? 'x' : 'y',
      scales: isUpright ? { x: along, y: values } : { x: values, y: along },
      font,
      plugins: {
        tooltip: {
          callbacks: {
            title: ([item]) => {
              const category = item && data.categories[item.dataIndex]
              return category ? [category.name, ...category.rest].filter((part) => part !== '').join(' ') : ''
            },
            label: ({ datasetIndex, dataIndex }) => printed(data, datasetIndex, dataIndex),
          },
        },
      },
    },
  }
}

function dataset(canvas: HTMLCanvasElement, { series }: ChartData, at: number): ChartDataset<'bar' | 'line'> {
  const color = colorOf(canvas, `--series-${at + 1}`)
  const one = series[at]
  return {
    label: one?.name ?? '',
    data: (one?.figures ?? []).map((figure) => (figure ? drawnValue(figure) : null)),
    backgroundColor: color,
    borderColor: color,
    // Lines are told apart by more than their colour.
    borderDash: DASHES[at] ?? [],
    pointStyle: POINTS[at] ?? 'circle',
    pointRadius: 4,
    spanGaps: false,
    maxBarThickness: 28,
  }
}

function printed({ series }: ChartData, at: number, category: number): string {
  const one = series[at]
  const figure = one?.figures[category]
  if (!one || !figure) return ''
  const value = figure.unit === '' ? figure.value : `${figure.value} ${figure.unit}`
  return one.name === '' ? value : `${one.name}: ${value}`
}

const SMALL = 420
const MOST_LINES = 2

/** Names of categories take no more than a third of the picture. */
function lettersIn({ parentElement }: HTMLCanvasElement): number {
  return (parentElement?.clientWidth ?? 0) < SMALL ? 8 : 16
}

function wrapped(text: string, letters: number): string | string[] {
  const signs = Array.from(text)
  if (signs.length <= letters) return text
  const lines = Array.from({ length: Math.ceil(signs.length / letters) }, (_, at) =>
    signs.slice(at * letters, (at + 1) * letters).join(''),
  )
  return lines.length <= MOST_LINES ? lines : [...lines.slice(0, MOST_LINES - 1), `${lines[MOST_LINES - 1]}…`]
}

/** A colour of the style sheet as the canvas understands it, light or dark as the page is now. */
function colorOf(canvas: HTMLCanvasElement, variable: string): string {
  const probe = document.createElement('span')
  probe.style.color = `var(${variable})`
  canvas.parentElement?.append(probe)
  const { color } = getComputedStyle(probe)
  probe.remove()
  return color
}
