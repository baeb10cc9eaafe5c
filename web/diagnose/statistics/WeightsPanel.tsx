import { DataTable } from '../../parts/DataTable.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useLanguage, useText } from '../../platform/language.tsx'
import { cut } from '../results/percent.ts'
import type { Statistics } from './statistics.ts'
import { en, zh } from './text.ts'

export function WeightsPanel({ weights }: { readonly weights: NonNullable<Statistics['weights']> }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  return (
    <Panel folds title={text.weights} sentence={text.weightsSay}>
      <DataTable
        label={text.weights}
        plain
        exportAs="weights"
        rows={weights.strata}
        rowKey={(row) => row.stratum}
        columns={[
          { key: 'level', title: text.level, value: (row) => pick(row.name) },
          { key: 'people', title: text.people, kind: 'number', value: (row) => row.population, width: 110 },
          { key: 'answered', title: text.answered, kind: 'number', value: (row) => row.answered, width: 110 },
          {
            key: 'weight',
            title: text.weight,
            kind: 'number',
            value: (row) => row.weight,
            show: (row) => (row.weight === null ? '–' : cut(row.weight, 3)),
            width: 160,
          },
        ]}
      />
      <DataTable
        label={text.weighted}
        plain
        exportAs="weighted-means"
        rows={weights.means}
        rowKey={(row) => row.construct}
        columns={[
          { key: 'construct', title: text.construct, value: (row) => `${row.construct} ${pick(row.name)}` },
          { key: 'plain', title: text.plain, kind: 'number', value: (row) => row.plain, show: (row) => cut(row.plain, 2), width: 130 },
          {
            key: 'weighted',
            title: text.weighted,
            kind: 'number',
            value: (row) => row.weighted,
            show: (row) => cut(row.weighted, 2),
            width: 130,
          },
          {
            key: 'se',
            title: text.se,
            kind: 'number',
            value: (row) => row.se,
            show: (row) => (row.se === null ? '–' : cut(row.se, 3)),
            width: 120,
          },
        ]}
      />
    </Panel>
  )
}
