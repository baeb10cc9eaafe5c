import { valueSourceWords } from '@milepost/terms/valueSource'
import { DataTable } from '../../parts/DataTable.tsx'
import { written } from '../../parts/figures.ts'
import { dayOf } from '../../platform/instants.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { en, zh } from './text.ts'
import type { Ticket } from './ticket.ts'

type ValueTableProps = {
  readonly evidence: Ticket['evidence']
  readonly unitNames: Ticket['unitNames']
  readonly states: Readonly<Record<string, { readonly zh: string; readonly en: string }>>
}

/** Every revision of every value the score took up: who, when, from where. */
export function ValueTable({ evidence, unitNames, states }: ValueTableProps) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const rows = evidence.flatMap((one) => one.revisions.map((revision) => ({ ...revision, period: one.period, unit: one.unit })))
  if (rows.length === 0) return null
  return (
    <DataTable
      label={text.values}
      plain
      onPhone="cards"
      rows={rows}
      rowKey={(row) => `${row.period} ${row.unit} ${row.revision}`}
      columns={[
        {
          key: 'period',
          title: text.period,
          value: (row) =>
            row.unit === null ? row.period : `${row.period} · ${unitNames[row.unit] ? pick(unitNames[row.unit]!) : row.unit}`,
          width: 150,
        },
        {
          key: 'value',
          title: text.value,
          kind: 'number',
          value: (row) => row.actual,
          show: (row) =>
            (row.actual === null ? null : written(row.actual)) ??
            pick(states[row.state.replaceAll('-', '_')] ?? { zh: row.state, en: row.state }),
          width: 120,
        },
        { key: 'revision', title: text.revision, kind: 'number', value: (row) => row.revision, width: 80 },
        { key: 'recorded', title: text.recorded, value: (row) => `${dayOf(row.recordedAt)} ${row.recordedBy}` },
        {
          key: 'source',
          title: text.source,
          value: (row) => {
            const source = pick(valueSourceWords(row.source))
            return row.grantedBy === null ? source : `${source} · ${text.granted(row.grantedBy)}`
          },
        },
      ]}
    />
  )
}
