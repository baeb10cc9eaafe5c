type RangeBarProps = { readonly of: number; readonly rank: number; readonly best: number; readonly worst: number }

const WIDTH = 200
const HEIGHT = 16
const EDGE = 8

/** A rank as a dot on the line of all ranks, with the stretch it moves in; the numbers stand beside it. */
export function RangeBar({ of, rank, best, worst }: RangeBarProps) {
  const at = (place: number) => EDGE + ((place - 1) / Math.max(1, of - 1)) * (WIDTH - 2 * EDGE)
  const middle = HEIGHT / 2
  return (
    <svg width={WIDTH} height={HEIGHT} aria-hidden="true">
      <line x1={EDGE} x2={WIDTH - EDGE} y1={middle} y2={middle} stroke="#d5dce1" strokeWidth={2} />
      <line x1={at(best)} x2={at(worst)} y1={middle} y2={middle} stroke="#10598c" strokeWidth={6} strokeLinecap="round" opacity={0.45} />
      <circle cx={at(rank)} cy={middle} r={5} fill="#10598c" />
    </svg>
  )
}
