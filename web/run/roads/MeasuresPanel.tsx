import type { OutputOf } from '@milepost/contract/endpoint'
import type { readInspections } from '@milepost/contract/run/inspections'
import { DataTable } from '../../parts/DataTable.tsx'
import { written } from '../../parts/figures.ts'
import { Panel } from '../../parts/Panel.tsx'
import { useLanguage, useText } from '../../platform/language.tsx'
import { en, zh } from './text.ts'

type Row = OutputOf<typeof readInspections>['measures'][number]

/** The measures that are computed from the records, with the value now in force. */
export function MeasuresPanel({ measures }: { readonly measures: readonly Row[] }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  if (measures.length === 0) return null
  return (
    <Panel title={text.measures} sentence={text.measuresSay}>
      <DataTable
        label={text.measures}
        plain
        onPhone="cards"
        rows={measures}
        rowKey={(row) => row.measureId}
        columns={[
          { key: 'measure', title: text.measure, value: (row) => `${row.code} ${pick(row.name)}` },
          { key: 'roads', title: text.roads, value: (row) => (row.roads === null ? '' : text.roadsOf[row.roads]), width: 240 },
          {
            key: 'actual',
            title: text.actual,
            kind: 'number',
            value: (row) => row.actual,
            show: (row) => (row.actual === null ? text.notYet : `${written(row.actual)} ${pick(row.unit)}`),
            width: 160,
          },
          { key: 'source', title: text.source, value: (row) => row.source ?? '' },
        ]}
      />
    </Panel>
  )
}
