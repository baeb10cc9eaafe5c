/** @jsxImportSource preact */
import type { Measure } from './reading.ts'
import type { Text } from './text.ts'

const [HEIGHT, TOP, FOOT] = [140, 24, 40]
const CLOSE = 26
/** In per cent of the width. */
const EDGE = 9

/** The years with their figures, and the target of each as a line beside them. The axis does not begin at zero; every figure is written out. */
export function YearsChart({ measure, text }: { measure: Measure; text: Text }) {
  const { trend } = measure
  const numbers = trend.flatMap(({ actual, target }) => [actual, target]).flatMap((one) => (isNumber(one) ? [Number(one)] : []))
  if (trend.filter(({ actual }) => actual !== null).length < 2) return null
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)]
  const x = (at: number) => EDGE + (at / (trend.length - 1)) * (100 - 2 * EDGE)
  const y = (value: number) =>
    most === least ? HEIGHT / 2 : HEIGHT - FOOT - 8 - ((value - least) / (most - least)) * (HEIGHT - TOP - FOOT - 8)
  const half = Math.min(EDGE, (100 - 2 * EDGE) / (trend.length - 1) / 2.6)
  return (
    <svg class="years-chart" height={HEIGHT} aria-hidden="true">
      {trend.map(({ year, actual, target }, at) => {
        const next = trend[at + 1]?.actual ?? null
        const level = actual === null ? null : y(Number(actual))
        const goal = isNumber(target) ? y(Number(target)) : null
        // the figure stands above its dot, or below it where the target is close above
        const isCrowded = level !== null && goal !== null && goal <= level && level - goal < CLOSE
        return (
          <g key={year}>
            {goal !== null && <line class="goal" x1={`${x(at) - half}%`} x2={`${x(at) + half}%`} y1={goal} y2={goal} />}
            {level !== null && next !== null && <line class="way" x1={`${x(at)}%`} x2={`${x(at + 1)}%`} y1={level} y2={y(Number(next))} />}
            {level !== null && <circle class="dot" cx={`${x(at)}%`} cy={level} r="4" />}
            {level !== null && (
              <text x={`${x(at)}%`} y={isCrowded ? level + 19 : level - 9} class="number">
                {actual}
              </text>
            )}
            <text x={`${x(at)}%`} y={HEIGHT - 6} class="when">
              {year}
            </text>
            {goal !== null && at === trend.length - 1 && (
              <text x="100%" y={level !== null && level < goal ? goal + 15 : goal - 6} class="aimed">
                {text.target} {target}
              </text>
            )}
          </g>
        )
      })}
    </svg>
  )
}

const isNumber = (figure: string | null): figure is string => figure !== null && !Number.isNaN(Number(figure))
