import { scaleOf, segments } from './draw/scale.ts'
import { drawable, type Figures } from './figures.ts'

export type SparkLineProps = {
  /** Oldest first; null leaves a gap. */
  readonly values: readonly Figures[]
  readonly target?: Figures
  /** What the line shows, in words. */
  readonly label: string
  readonly width?: number
  readonly height?: number
}

/** A trend the size of a word; the last point is marked, the target is a dashed line. */
export function SparkLine({ values, target = null, label, width = 96, height = 26 }: SparkLineProps) {
  const numbers = values.map(drawable)
  const goal = drawable(target)
  const y = scaleOf([...numbers, goal], [height - 4, 4])
  const x = (i: number) => 4 + (i * (width - 8)) / Math.max(1, numbers.length - 1)
  const lastAt = numbers.findLastIndex((value) => value !== null)
  const last = numbers[lastAt] ?? null
  return (
    <svg className="mp-spark" width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      {goal !== null && <path d={`M4 ${y(goal)}H${width - 4}`} stroke="var(--mp-faint)" strokeDasharray="3 3" />}
      {segments(numbers).map((run) => (
        <polyline
          key={run[0]?.at}
          points={run.map(({ at, value }) => `${x(at)},${y(value)}`).join(' ')}
          fill="none"
          stroke="var(--mp-accent)"
          strokeWidth="1.6"
          strokeLinejoin="round"
        />
      ))}
      {last !== null && <circle cx={x(lastAt)} cy={y(last)} r="2.6" fill="var(--mp-accent)" />}
    </svg>
  )
}
