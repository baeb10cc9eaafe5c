import { useLanguage } from '../../platform/language.tsx'
import type { Diagnosis } from './diagnosis.ts'
import { cut } from './percent.ts'

type SeverityChartProps = { readonly constructs: Diagnosis['constructs'] }

const ROW = 30
const LEFT = 250
const WIDTH = 720

/** Bars on a 0 to 100 axis with the two lines that matter. */
export function SeverityChart({ constructs }: SeverityChartProps) {
  const { pick } = useLanguage()
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
          <text x={LEFT - 10} y={15} textAnchor="end" fontSize={13} fill="#22313c">
            {one.code} {shortened(pick(one.name), 28)}
          </text>
          <rect
            x={LEFT}
            y={3}
            width={Math.max(1, x(one.severity ?? 0) - LEFT)}
            height={16}
            rx={2}
            fill={one.kind === 'problem' ? '#10598c' : '#6f93ad'}
          />
          <text x={x(one.severity ?? 0) + 6} y={15} fontSize={12} fill="#22313c">
            {cut(one.severity, 1)}
          </text>
        </g>
      ))}
    </svg>
  )
}

const shortened = (words: string, most: number) => ([...words].length > most ? `${[...words].slice(0, most - 1).join('')}…` : words)
