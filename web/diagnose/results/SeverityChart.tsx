import { useLanguage } from '../../platform/language.tsx'
import { useNarrow } from '../../platform/useNarrow.ts'
import type { Diagnosis } from './diagnosis.ts'
import { cut } from './percent.ts'

type SeverityChartProps = { readonly constructs: Diagnosis['constructs'] }

/** On a phone the name stands over its bar, so that it can be read. */
const DESK = { row: 30, left: 250, width: 720, name: 15, bar: 3, letters: 28 }
const PHONE = { row: 46, left: 0, width: 340, name: 13, bar: 20, letters: 40 }

/** Bars on a 0 to 100 axis with the two lines that matter. */
export function SeverityChart({ constructs }: SeverityChartProps) {
  const { pick } = useLanguage()
  const narrow = useNarrow()
  const { row: ROW, left: LEFT, width: WIDTH, name, bar, letters } = narrow ? PHONE : DESK
  const shown = constructs.filter((one) => one.severity !== null)
  const x = (severity: number) => LEFT + (severity / 100) * (WIDTH - LEFT - 60)
  const height = shown.length * ROW + 8
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${height}`}
      role="img"
      aria-label={shown.map((one) => `${pick(one.name)} ${cut(one.severity, 1)}`).join('; ')}
      style={{ width: '100%', maxWidth: WIDTH }}
    >
      {[35, 50].map((line) => (
        <line key={line} x1={x(line)} x2={x(line)} y1={0} y2={height} stroke="#9fb0bd" strokeDasharray="4 4" />
      ))}
      {shown.map((one, at) => (
        <g key={one.code} transform={`translate(0 ${at * ROW + 4})`}>
          <text x={narrow ? 0 : LEFT - 10} y={name} textAnchor={narrow ? 'start' : 'end'} fontSize={13} fill="#22313c">
            {one.code} {shortened(pick(one.name), letters)}
          </text>
          <rect
            x={LEFT}
            y={bar}
            width={Math.max(1, x(one.severity ?? 0) - LEFT)}
            height={16}
            rx={2}
            fill={one.kind === 'problem' ? '#10598c' : '#6f93ad'}
          />
          <text x={x(one.severity ?? 0) + 6} y={bar + 12} fontSize={12} fill="#22313c">
            {cut(one.severity, 1)}
          </text>
        </g>
      ))}
    </svg>
  )
}

const shortened = (words: string, most: number) => ([...words].length > most ? `${[...words].slice(0, most - 1).join('')}…` : words)
