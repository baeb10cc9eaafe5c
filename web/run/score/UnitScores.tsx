import type { OutputOf } from '@milepost/contract/endpoint'
import type { readScoreOverview } from '@milepost/contract/run/scores'
import { DataTable } from '../../parts/DataTable.tsx'
import { DotDistribution } from '../../parts/DotDistribution.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { percentOfBasisPoints, written } from '../../parts/figures.ts'
import { Panel } from '../../parts/Panel.tsx'
import { useLanguage, useText } from '../../platform/language.tsx'
import { useMay } from '../../platform/session.tsx'
import { signOf } from '../words.ts'
import { ResultStatus } from './ResultStatus.tsx'
import { en, zh } from './text.ts'

type Row = OutputOf<typeof readScoreOverview>['cards'][number]

/** The units side by side: score, status, coverage, and what holds each back. */
export function UnitScores({ rows }: { readonly rows: readonly Row[] }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const mayOpen = useMay('card.read')
  const weakest = (row: Row) => row.weakest.map((one) => `${pick(one.name)} ${one.score}`).join(text.between)
  return (
    <Panel title={text.units} sentence={text.unitsSay}>
      {rows.length > 2 && (
        <DotDistribution
          label={text.dots(rows.length)}
          dots={rows.map((row) => ({ key: row.cardId, value: row.score, name: pick(row.name), status: signOf(row.status) }))}
        />
      )}
      <DataTable
        label={text.units}
        exportAs="unit-scores"
        onPhone="cards"
        rows={rows}
        rowKey={(row) => row.cardId}
        {...(mayOpen ? { href: (row: Row) => `/run/cards/${row.cardId}` } : {})}
        sortedBy={{ key: 'score', direction: 'down' }}
        empty={<Empty title={text.noUnits} sentence={text.noUnitsSay} />}
        columns={[
          { key: 'name', title: text.unit, value: (row) => pick(row.name) },
          { key: 'kind', title: text.kind, value: (row) => text.unitKinds[row.unitKind ?? ''] ?? '–', filter: true, width: 110 },
          { key: 'score', title: text.score, kind: 'number', value: (row) => row.score, show: (row) => written(row.score, 2), width: 84 },
          {
            key: 'status',
            title: text.status,
            value: (row) => pick(row.status.label),
            show: (row) => <ResultStatus status={row.status} scored={row.score !== null} />,
            filter: true,
            width: 140,
          },
          {
            key: 'coverage',
            title: text.coverage,
            kind: 'number',
            value: (row) => row.coverageBp,
            show: (row) => percentOfBasisPoints(row.coverageBp),
            text: (row) => percentOfBasisPoints(row.coverageBp),
            width: 110,
          },
          { key: 'weakest', title: text.weakest, value: weakest },
          { key: 'late', title: text.late, kind: 'number', value: (row) => row.late, width: 84 },
          {
            key: 'official',
            title: text.official,
            kind: 'number',
            value: (row) => row.official,
            show: (row) => (row.official === null ? '–' : written(row.official, 2)),
            width: 124,
          },
        ]}
      />
    </Panel>
  )
}
