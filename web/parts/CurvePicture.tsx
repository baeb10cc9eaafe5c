import { scaleOf, ticks } from './draw/scale.ts'
import { drawable, type Figures, written } from './figures.ts'

export type Anchor = { readonly actual: Figures; readonly score: Figures }

export type CurvePictureProps = {
  /** The corners of the scoring curve, in any order. */
  readonly anchors: readonly Anchor[]
  /** Where this actual stands on the curve. */
  readonly point?: Anchor | null
  readonly target?: Figures
  readonly actualTitle: string
  readonly scoreTitle: string
  /** What the picture shows, in words. */
  readonly label: string
}

const BOX = { width: 360, height: 210, left: 40, right: 16, top: 16, bottom: 38 }
const RIGHT = BOX.width - BOX.right
const BOTTOM = BOX.height - BOX.bottom

/** The scoring curve with the point on it. */
export function CurvePicture({ anchors, point = null, target = null, actualTitle, scoreTitle, label }: CurvePictureProps) {
  const corners = anchors.flatMap(corner).sort((a, b) => a.x - b.x)
  const here = point === null ? undefined : corner(point)[0]
  const goal = drawable(target)
  const xs = [...corners.map(({ x }) => x), here?.x ?? null, goal]
  const ys = [0, 100, ...corners.map(({ y }) => y), here?.y ?? null]
  const x = scaleOf(xs, [BOX.left + 8, RIGHT - 8])
  const y = scaleOf(ys, [BOTTOM, BOX.top])
  const known = xs.filter((value) => value !== null)
  const first = corners[0]
  const last = corners.at(-1)
  return (
    <svg className="mp-curve" viewBox={`0 0 ${BOX.width} ${BOX.height}`} role="img" aria-label={label}>
      {ticks(Math.min(...ys.filter((v) => v !== null)), Math.max(...ys.filter((v) => v !== null)), 5).map((tick) => (
        <g key={tick}>
          <path d={`M${BOX.left} ${y(tick)}H${RIGHT}`} stroke="var(--mp-line-soft)" />
          <text x={BOX.left - 7} y={y(tick) + 4} textAnchor="end" className="mp-axis">
            {tick}
          </text>
        </g>
      ))}
      {ticks(Math.min(...known), Math.max(...known), 5).map((tick) => (
        <text key={tick} x={x(tick)} y={BOTTOM + 16} textAnchor="middle" className="mp-axis">
          {tick}
        </text>
      ))}
      <text x={RIGHT} y={BOX.height - 5} textAnchor="end" className="mp-axis">
        {actualTitle}
      </text>
      <text x={BOX.left - 30} y={11} className="mp-axis">
        {scoreTitle}
      </text>
      {goal !== null && <path d={`M${x(goal)} ${BOX.top}V${BOTTOM}`} stroke="var(--mp-faint)" strokeDasharray="4 3" />}
      {first !== undefined && last !== undefined && (
        <polyline
          points={[`${BOX.left},${y(first.y)}`, ...corners.map((c) => `${x(c.x)},${y(c.y)}`), `${RIGHT},${y(last.y)}`].join(' ')}
          fill="none"
          stroke="var(--mp-accent)"
          strokeWidth="2"
          strokeLinejoin="round"
        />
      )}
      {corners.map((c) => (
        <circle key={`${c.x} ${c.y}`} cx={x(c.x)} cy={y(c.y)} r="3" fill="var(--mp-paper)" stroke="var(--mp-accent)" strokeWidth="1.6" />
      ))}
      {here !== undefined && point !== null && (
        <g>
          <path d={`M${x(here.x)} ${BOTTOM}V${y(here.y)}H${BOX.left}`} fill="none" stroke="var(--mp-ink)" strokeDasharray="2 3" />
          <circle cx={x(here.x)} cy={y(here.y)} r="6" fill="var(--mp-ink)" stroke="var(--mp-paper)" strokeWidth="2" />
          <text
            x={x(here.x) + (x(here.x) > BOX.width * 0.6 ? -10 : 10)}
            y={Math.max(y(here.y) - 9, 12)}
            textAnchor={x(here.x) > BOX.width * 0.6 ? 'end' : 'start'}
            className="mp-axis-strong"
          >
            {`${written(point.actual)} → ${written(point.score, 2)}`}
          </text>
        </g>
      )}
    </svg>
  )
}

function corner({ actual, score }: Anchor): readonly { readonly x: number; readonly y: number }[] {
  const x = drawable(actual)
  const y = drawable(score)
  return x === null || y === null ? [] : [{ x, y }]
}
