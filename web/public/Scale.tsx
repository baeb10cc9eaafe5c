/** @jsxImportSource preact */
import type { Measure } from './reading.ts'

const HEIGHT = 22
/** In per cent of the width, so that the bar is as wide as its place: a column at a desk, the whole line on a phone. */
const EDGE = 4

/** Where the level stands between what earns nothing and the best, and where the target is. Nothing is drawn where a rule has no such line. */
export function Scale({ measure }: { measure: Measure }) {
  const { actual, target, scale } = measure
  const goal = Number(target)
  if (scale === null || actual === null || target === null || Number.isNaN(goal)) return <span class="scale" />
  const level = Number(actual)
  const ends = [Number(scale.from), Number(scale.to), level, goal]
  const [least, most] = [Math.min(...ends), Math.max(...ends)]
  if (least === most) return <span class="scale" />
  const x = (value: number) => EDGE + ((value - least) / (most - least)) * (100 - 2 * EDGE)
  const upwards = measure.better !== 'down'
  const start = upwards ? x(least) : x(most)
  return (
    <svg class={`scale ${measure.reached ? 'reached' : 'short'}`} height={HEIGHT} aria-hidden="true">
      <rect x={`${EDGE}%`} y="9" width={`${100 - 2 * EDGE}%`} height="5" rx="2.5" class="track" />
      <rect x={`${Math.min(start, x(level))}%`} y="9" width={`${Math.abs(x(level) - start)}%`} height="5" rx="2.5" class="fill" />
      <line x1={`${x(goal)}%`} x2={`${x(goal)}%`} y1="3" y2="20" class="goal" />
      <circle cx={`${x(level)}%`} cy="11.5" r="5" class="dot" />
    </svg>
  )
}
