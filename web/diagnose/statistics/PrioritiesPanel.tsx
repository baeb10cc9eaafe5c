import { DataTable } from '../../parts/DataTable.tsx'
import { Figure } from '../../parts/Figure.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useLanguage, useText } from '../../platform/language.tsx'
import { cut } from '../results/percent.ts'
import type { Statistics } from './statistics.ts'
import { en, zh } from './text.ts'

const WIDE = 640
const HIGH = 360
const EDGE = 46

/** Points in four fields, with the table behind them. */
export function PrioritiesPanel({ priorities }: { readonly priorities: Statistics['priorities'] }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const { points, lines, outcome } = priorities
  if (points.length === 0 || lines === null || outcome === null) return null
  const span = (values: readonly number[]) => {
    const [low, high] = [Math.min(...values), Math.max(...values)]
    const room = (high - low || 1) * 0.15
    return { low: low - room, high: high + room }
  }
  const across = span(points.map((point) => point.performance))
  const up = span(points.map((point) => point.importance))
  const x = (value: number) => EDGE + ((value - across.low) / (across.high - across.low)) * (WIDE - 2 * EDGE)
  const y = (value: number) => HIGH - EDGE - ((value - up.low) / (up.high - up.low)) * (HIGH - 2 * EDGE)
  const said = points.map((point) => `${pick(point.name)}: ${text.quadrants[point.quadrant]}`).join('; ')
  return (
    <Panel folds title={text.priorities} sentence={text.prioritiesSay(pick(outcome))}>
      <Figure caption={said}>
        <svg viewBox={`0 0 ${WIDE} ${HIGH}`} role="img" aria-label={said} style={{ width: '100%', maxWidth: WIDE }}>
          <rect x={EDGE} y={EDGE} width={x(lines.performance) - EDGE} height={y(lines.importance) - EDGE} fill="#fbeee6" />
          <line x1={x(lines.performance)} x2={x(lines.performance)} y1={EDGE} y2={HIGH - EDGE} stroke="#9fb0bd" strokeDasharray="4 4" />
          <line x1={EDGE} x2={WIDE - EDGE} y1={y(lines.importance)} y2={y(lines.importance)} stroke="#9fb0bd" strokeDasharray="4 4" />
          <rect x={EDGE} y={EDGE} width={WIDE - 2 * EDGE} height={HIGH - 2 * EDGE} fill="none" stroke="#c3ced7" />
          <text x={EDGE + 8} y={EDGE + 18} fontSize={13} fill="#8a3a17">
            {text.quadrants['concentrate-here']}
          </text>
          <text x={WIDE - EDGE - 8} y={EDGE + 18} fontSize={13} textAnchor="end" fill="#54616d">
            {text.quadrants['keep-up']}
          </text>
          <text x={EDGE + 8} y={HIGH - EDGE - 8} fontSize={13} fill="#54616d">
            {text.quadrants['low-priority']}
          </text>
          <text x={WIDE - EDGE - 8} y={HIGH - EDGE - 8} fontSize={13} textAnchor="end" fill="#54616d">
            {text.quadrants['possible-overkill']}
          </text>
          <text x={WIDE / 2} y={HIGH - 14} fontSize={13} textAnchor="middle" fill="#22313c">
            {text.performance} →
          </text>
          <text x={16} y={HIGH / 2} fontSize={13} textAnchor="middle" fill="#22313c" transform={`rotate(-90 16 ${HIGH / 2})`}>
            {text.importance} →
          </text>
          {points.map((point) => (
            <g key={point.construct}>
              <circle cx={x(point.performance)} cy={y(point.importance)} r={5} fill="#10598c" />
              <text x={x(point.performance) + 8} y={y(point.importance) + 4} fontSize={12} fill="#22313c">
                {point.construct}
              </text>
            </g>
          ))}
        </svg>
      </Figure>
      <DataTable
        label={text.priorities}
        plain
        rows={points}
        rowKey={(row) => row.construct}
        columns={[
          { key: 'construct', title: text.construct, value: (row) => `${row.construct} ${pick(row.name)}` },
          {
            key: 'performance',
            title: text.performance,
            kind: 'number',
            value: (row) => row.performance,
            show: (row) => cut(row.performance, 2),
            width: 120,
          },
          {
            key: 'importance',
            title: text.importance,
            kind: 'number',
            value: (row) => row.importance,
            show: (row) => cut(row.importance, 2),
            width: 140,
          },
          { key: 'quadrant', title: text.verdict, value: (row) => text.quadrants[row.quadrant], width: 160 },
        ]}
      />
    </Panel>
  )
}
