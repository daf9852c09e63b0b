import type { Figure } from './contract.ts'

/** A figure as it is printed into its slot. */
export function figureText(figure: Figure | undefined): string {
  if (!figure) return ''
  return figure.unit === '%' ? `${figure.value}%` : `${figure.value} ${figure.unit}`.trim()
}
