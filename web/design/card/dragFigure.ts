import type { FigureName } from './ruleFields.ts'

/** Figures that are places on the axis; a tolerance is a width and is typed. */
export const isPlace = (name: FigureName): boolean => name !== 'tolerance'

/** Where a figure's handle stands while the curve cannot say so. */
export const HANDLE_SCORES: Readonly<Record<FigureName, number>> = {
  floor: 0,
  baseline: 0,
  unacceptable: 60,
  target: 100,
  satisfactory: 100,
  low: 100,
  high: 100,
  stretch: 100,
  tolerance: 100,
}

/** A place on the axis as a figure with the measure's digits (one more than shown is never useful): 95.30000001 -> "95.3". */
export function figureAt(value: number, digits: number): string {
  const rounded = value.toFixed(digits)
  const plain = digits === 0 ? rounded : rounded.replace(/\.?0+$/, '')
  return plain === '-0' ? '0' : plain
}

/** One press of an arrow key: a step of the last digit, ten of them with Shift or on Page keys. null: no key of ours. */
export function keyStep(key: string, shift: boolean, digits: number): number | null {
  const step = 10 ** -digits
  const big = shift ? 10 * step : step
  if (key === 'ArrowRight' || key === 'ArrowUp') return big
  if (key === 'ArrowLeft' || key === 'ArrowDown') return -big
  if (key === 'PageUp') return 10 * step
  return key === 'PageDown' ? -10 * step : null
}

/** The stretch of the axis that holds all figures with room to drag beyond them. */
export function axisFor(values: readonly number[]): readonly [number, number] {
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const room = (high - low) * 0.35 || Math.max(1, Math.abs(high) * 0.2)
  return [low - room, high + room]
}
