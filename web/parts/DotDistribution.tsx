import type { StatusCode } from '@milepost/terms/status'
import { round, ticks } from './draw/scale.ts'
import { bars, stackedDots } from './draw/stackedDots.ts'
import { drawable, type Figures } from './figures.ts'

export type DotDistributionProps = {
  readonly dots: readonly { readonly key: string; readonly value: Figures; readonly name: string; readonly status?: StatusCode }[]
  readonly min?: number
  readonly max?: number
  /** Lines across, e.g. where a grade begins. */
  readonly cuts?: readonly { readonly value: number; readonly name: string }[]
  /** What it shows, in words. */
  readonly label: string
  /** The one to single out. */
  readonly marked?: string
}

const WIDTH = 640
const MARGIN = 16
const SIZE = 11
const FOOT = 24
const HEAD = 18
const AS_DOTS_BELOW = 100

/** Each person a dot; from a hundred on, bars. Never a pie. */
export function DotDistribution({ dots, min = 0, max = 100, cuts = [], label, marked }: DotDistributionProps) {
  const known = dots.flatMap((dot) => {
    const value = drawable(dot.value)
    return value === null ? [] : [{ ...dot, value }]
  })
  const x = (value: number) => round(MARGIN + ((value - min) / (max - min)) * (WIDTH - 2 * MARGIN))
  const placed = stackedDots(known, x, SIZE)
  const counts = bars(
    known.map(({ value }) => value),
    ticks(min, max, 20),
  )
  const asDots = known.length < AS_DOTS_BELOW
  const tallest = asDots ? Math.max(4, ...placed.map(({ place }) => place + 1)) * SIZE : 120
  const base = HEAD + tallest
  const most = Math.max(1, ...counts.map(({ count }) => count))
  return (
    <svg className="mp-dots" viewBox={`0 0 ${WIDTH} ${base + FOOT}`} role="img" aria-label={label}>
      <path d={`M${MARGIN} ${base + 1}H${WIDTH - MARGIN}`} stroke="var(--mp-faint)" />
      {ticks(min, max, 10).map((tick) => (
        <text key={tick} x={x(tick)} y={base + 17} textAnchor="middle" className="mp-axis">
          {tick}
        </text>
      ))}
      {cuts.map((cut) => (
        <g key={cut.value}>
          <path d={`M${x(cut.value)} ${HEAD - 3}V${base}`} stroke="var(--mp-soft)" strokeDasharray="3 3" />
          <text x={x(cut.value) + 4} y={HEAD - 6} className="mp-axis">
            {cut.name}
          </text>
        </g>
      ))}
      {asDots
        ? placed.map(({ dot, x: at, place }) => (
            <circle
              key={dot.key}
              cx={at}
              cy={base - SIZE / 2 - place * SIZE}
              r={SIZE / 2 - 0.8}
              className="mp-dot"
              data-status={dot.status}
              data-marked={dot.key === marked}
            >
              <title>{dot.name}</title>
            </circle>
          ))
        : counts.map(({ from, to, count }) => (
            <g key={from}>
              <rect
                x={x(from) + 1}
                y={base - (count / most) * tallest}
                width={x(to) - x(from) - 2}
                height={(count / most) * tallest}
                fill="var(--mp-accent)"
                opacity="0.75"
              />
              {count > 0 && (
                <text x={(x(from) + x(to)) / 2} y={base - (count / most) * tallest - 4} textAnchor="middle" className="mp-axis">
                  {count}
                </text>
              )}
            </g>
          ))}
    </svg>
  )
}
