import { DataTable } from '../../parts/DataTable.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useLanguage, useText } from '../../platform/language.tsx'
import { cut } from '../results/percent.ts'
import type { Statistics } from './statistics.ts'
import { en, zh } from './text.ts'

export function QualityPanel({ quality }: { readonly quality: Statistics['quality'] }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const told = (count: number | null) => (count === null ? text.few : String(count))
  return (
    <Panel folds title={text.quality} sentence={text.qualitySay}>
      <p>{text.flaggedAll(told(quality.flagged))}</p>
      {quality.alike.sheets !== 0 && <p>{text.alike(told(quality.alike.sheets), told(quality.alike.of), quality.alike.answers)}</p>}
      <DataTable
        label={text.quality}
        plain
        rows={quality.notes}
        rowKey={(row) => row.flag}
        columns={[
          { key: 'flag', title: text.flag, value: (row) => text.flags[row.flag] },
          { key: 'sheets', title: text.sheets, kind: 'number', value: (row) => row.sheets, show: (row) => told(row.sheets), width: 120 },
        ]}
      />
      <DataTable
        label={text.mean}
        plain
        rows={quality.means}
        rowKey={(row) => row.construct}
        columns={[
          { key: 'construct', title: text.construct, value: (row) => `${row.construct} ${pick(row.name)}` },
          {
            key: 'all',
            title: text.all,
            kind: 'number',
            value: (row) => row.all,
            show: (row) => (row.all === null ? '–' : cut(row.all, 2)),
            width: 120,
          },
          {
            key: 'without',
            title: text.without,
            kind: 'number',
            value: (row) => row.without,
            show: (row) => (row.without === null ? '–' : cut(row.without, 2)),
            width: 160,
          },
        ]}
      />
    </Panel>
  )
}
