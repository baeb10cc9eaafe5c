import type { ScoringRule } from '@milepost/scorecard/rules'
import { scaleOf } from '../../parts/draw/scale.ts'
import { drawable } from '../../parts/figures.ts'
import { trialOf } from './trial.ts'

type LineCurveProps = { readonly rule: ScoringRule; readonly actual: string | null; readonly label: string }

const BOX = { width: 84, height: 26 }

/** The scoring curve the size of a word: it bends while the target is typed. */
export function LineCurve({ rule, actual, label }: LineCurveProps) {
  const trial = trialOf(rule, actual)
  if (trial.kind !== 'curve') return <span className="mp-line-curve" data-missing={trial.kind === 'refused'} />
  const points = trial.anchors.flatMap(({ actual: x, score: y }) => {
    const [at, high] = [drawable(x), drawable(y)]
    return at === null || high === null ? [] : [{ x: at, y: high }]
  })
  const here = trial.point === null ? null : { x: drawable(trial.point.actual), y: drawable(trial.point.score) }
  const x = scaleOf([...points.map((point) => point.x), here?.x ?? null], [4, BOX.width - 4])
  const y = scaleOf([0, 120, ...points.map((point) => point.y)], [BOX.height - 3, 3])
  const first = points[0]
  const last = points.at(-1)
  return (
    <svg
      className="mp-line-curve"
      width={BOX.width}
      height={BOX.height}
      viewBox={`0 0 ${BOX.width} ${BOX.height}`}
      role="img"
      aria-label={label}
    >
      <path d={`M0 ${y(100)}H${BOX.width}`} stroke="var(--mp-line)" strokeDasharray="2 3" />
      {first !== undefined && last !== undefined && (
        <polyline
          points={[`0,${y(first.y)}`, ...points.map((point) => `${x(point.x)},${y(point.y)}`), `${BOX.width},${y(last.y)}`].join(' ')}
          fill="none"
          stroke="var(--mp-accent)"
          strokeWidth="1.6"
          strokeLinejoin="round"
        />
      )}
      {here?.x != null && here.y !== null && <circle cx={x(here.x)} cy={y(here.y)} r="3" fill="var(--mp-ink)" />}
    </svg>
  )
}
