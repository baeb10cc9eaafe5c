import type { OutputOf } from '@milepost/contract/endpoint'
import type { readSideBySide } from '@milepost/contract/open/sideBySide'
import { expectedUnder } from '@milepost/statistics/expectedUnder'
import { Alert, Select } from 'antd'
import { useState } from 'react'
import { DataTable } from '../../parts/DataTable.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useLanguage, useText } from '../../platform/language.tsx'
import { en, zh } from './text.ts'

type Side = OutputOf<typeof readSideBySide>
type AdjustPanelProps = { readonly institutions: Side['institutions']; readonly measure: Side['measures'][number] | null }
type Condition = keyof NonNullable<Side['institutions'][number]['published']>['conditions']

const CONDITIONS = ['traffic', 'mountain', 'wetDays'] as const satisfies readonly Condition[]

/** One measure beside what is to be expected under the condition an institution works in. */
export function AdjustPanel({ institutions, measure }: AdjustPanelProps) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const [condition, setCondition] = useState<Condition>('traffic')
  const choice = (
    <Select
      aria-label={text.condition}
      value={condition}
      onChange={setCondition}
      style={{ minWidth: 220 }}
      options={CONDITIONS.map((one) => ({ value: one, label: text.conditions[one] }))}
    />
  )
  const nameOf = (code: string) => {
    const found = institutions.find((one) => one.code === code)
    return found ? pick(found.name) : code
  }
  if (measure === null)
    return (
      <Panel title={text.adjust} sentence={text.adjustSays}>
        <p className="mp-soft">{text.adjustPick}</p>
      </Panel>
    )
  const places = institutions.flatMap(({ code, published }) => {
    const [actual, stated] = [published?.figures.find((one) => one.code === measure.code)?.actual, published?.conditions[condition]]
    return actual && stated ? [{ code, actual: Number(actual), condition: Number(stated) }] : []
  })
  const found = expectedUnder(places)
  const verdict = (difference: number, beyond: boolean) => {
    if (!beyond || measure.better === 'band') return text.within
    return difference > 0 === (measure.better === 'up') ? text.better : text.worse
  }
  return (
    <Panel title={`${text.adjust} · ${pick(measure.name)}`} sentence={text.adjustSays} acts={choice}>
      {found.kind === 'too-few' ? (
        <>
          <Alert type="info" showIcon title={text.tooFew(found.n)} />
          <DataTable
            label={text.nearest}
            plain
            rows={found.peers}
            rowKey={(row) => row.code}
            columns={[
              { key: 'name', title: text.institution, value: (row) => nameOf(row.code) },
              { key: 'nearest', title: text.nearest, value: (row) => row.nearest.map(nameOf).join(' · ') },
            ]}
          />
        </>
      ) : (
        <>
          <p>{text.fit((found.r2 * 100).toFixed(0), found.p < 0.001 ? '<0.001' : found.p.toFixed(3))}</p>
          <DataTable
            label={text.adjust}
            plain
            onPhone="cards"
            rows={found.rows}
            rowKey={(row) => row.code}
            sortedBy={{ key: 'difference', direction: measure.better === 'down' ? 'up' : 'down' }}
            columns={[
              { key: 'name', title: text.institution, value: (row) => nameOf(row.code) },
              { key: 'condition', title: text.conditions[condition], kind: 'number', value: (row) => row.condition, width: 170 },
              { key: 'actual', title: `${text.actual}（${pick(measure.unit)}）`, kind: 'number', value: (row) => row.actual, width: 120 },
              {
                key: 'expected',
                title: text.expected,
                kind: 'number',
                value: (row) => row.expected,
                show: (row) => row.expected.toFixed(1),
                width: 150,
              },
              {
                key: 'difference',
                title: text.difference,
                kind: 'number',
                value: (row) => row.difference,
                show: (row) => `${row.difference > 0 ? '+' : ''}${row.difference.toFixed(1)}`,
                width: 90,
              },
              { key: 'beyond', title: text.beyond, value: (row) => verdict(row.difference, row.beyond), width: 150 },
            ]}
          />
        </>
      )}
    </Panel>
  )
}
