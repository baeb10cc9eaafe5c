/** @jsxImportSource preact */
import type { Measure } from './reading.ts'

const WIDTH = 150
const HEIGHT = 22
const EDGE = 6

/** Where the level stands between what earns nothing and the best, and where the target is. Nothing is drawn where a rule has no such line. */
export function Scale({ measure }: { measure: Measure }) {
  const { actual, target, scale } = measure
  const goal = Number(target)
  if (scale === null || actual === null || target === null || Number.isNaN(goal)) return <span class="scale" />
  const level = Number(actual)
  const ends = [Number(scale.from), Number(scale.to), level, goal]
  const [least, most] = [Math.min(...ends), Math.max(...ends)]
  if (least === most) return <span class="scale" />
  const x = (value: number) => EDGE + ((value - least) / (most - least)) * (WIDTH - 2 * EDGE)
  const upwards = measure.better !== 'down'
  const start = upwards ? x(least) : x(most)
  return (
    <svg class={`scale ${measure.reached ? 'reached' : 'short'}`} width={WIDTH} height={HEIGHT} aria-hidden="true">
      <rect x={EDGE} y="9" width={WIDTH - 2 * EDGE} height="5" rx="2.5" class="track" />
      <rect x={Math.min(start, x(level))} y="9" width={Math.abs(x(level) - start)} height="5" rx="2.5" class="fill" />
      <rect x={x(goal) - 1} y="3" width="2" height="17" class="goal" />
      <circle cx={x(level)} cy="11.5" r="5" class="dot" />
    </svg>
  )
}
