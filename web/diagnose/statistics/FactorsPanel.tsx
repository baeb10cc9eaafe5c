import { readFactors } from '@milepost/contract/diagnose/statistics'
import { DataTable } from '../../parts/DataTable.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useAskMaybe } from '../../platform/asking.ts'
import { useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { cut } from '../results/percent.ts'
import { en, zh } from './text.ts'

const BOLD_FROM = 0.4

/** Eigenvalues and loadings; read apart from the rest, since it takes a moment. */
export function FactorsPanel({ waveId }: { readonly waveId: string }) {
  const text = useText({ zh, en })
  const reasons: Readonly<Record<string, string>> = text.reasons
  const { answer: factors, refused } = useAskMaybe(readFactors, { waveId })
  if (refused) return <RefusalNote refused={refused} />
  if (!factors)
    return (
      <Panel folds title={text.factors}>
        {text.wait}
      </Panel>
    )
  if (factors.because !== null)
    return (
      <Panel folds title={text.factors}>
        {text.factorsNone(reasons[factors.because] ?? factors.because)}
      </Panel>
    )
  const parallel = factors.byParallel === null ? text.notDrawn : String(factors.byParallel)
  const rows = factors.eigenvalues.map((one, at) => ({ ...one, no: at + 1, rotated: factors.rotatedPercent[at] ?? null }))
  return (
    <Panel folds title={text.factors} sentence={text.factorsSay(factors.n, factors.components, parallel, factors.byKaiser)}>
      <DataTable
        label={text.eigenvalue}
        plain
        exportAs="eigenvalues"
        rows={rows}
        rowKey={(row) => String(row.no)}
        columns={[
          { key: 'no', title: text.component, kind: 'number', value: (row) => row.no, width: 110 },
          {
            key: 'eigenvalue',
            title: text.eigenvalue,
            kind: 'number',
            value: (row) => row.eigenvalue,
            show: (row) => cut(row.eigenvalue, 3),
          },
          {
            key: 'chance',
            title: text.chance,
            kind: 'number',
            value: (row) => row.chance,
            show: (row) => (row.chance === null ? '–' : cut(row.chance, 3)),
          },
          { key: 'percent', title: text.variance, kind: 'number', value: (row) => row.percent, show: (row) => cut(row.percent, 1) },
          {
            key: 'cumulative',
            title: text.cumulative,
            kind: 'number',
            value: (row) => row.cumulative,
            show: (row) => cut(row.cumulative, 1),
          },
          {
            key: 'rotated',
            title: text.rotated,
            kind: 'number',
            value: (row) => row.rotated,
            show: (row) => (row.rotated === null ? '–' : cut(row.rotated, 1)),
          },
        ]}
      />
      <h3 className="mp-table-title">{text.loadings}</h3>
      <DataTable
        label={text.loadings}
        plain
        exportAs="loadings"
        rows={factors.items}
        rowKey={(row) => row.code}
        columns={[
          { key: 'construct', title: text.construct, value: (row) => row.construct, width: 90 },
          { key: 'code', title: text.code, value: (row) => row.code, width: 90 },
          ...factors.rotatedPercent.map((_, at) => ({
            key: `c${at + 1}`,
            title: String(at + 1),
            kind: 'number' as const,
            value: (row: (typeof factors.items)[number]) => row.loadings[at] ?? null,
            show: (row: (typeof factors.items)[number]) => {
              const loading = row.loadings[at] ?? 0
              return Math.abs(loading) >= BOLD_FROM ? <strong>{cut(loading, 2)}</strong> : cut(loading, 2)
            },
            width: 80,
          })),
          {
            key: 'h2',
            title: text.communality,
            kind: 'number',
            value: (row) => row.communality,
            show: (row) => cut(row.communality, 2),
            width: 110,
          },
        ]}
      />
    </Panel>
  )
}
