import { DataTable } from '../../parts/DataTable.tsx'
import { Figure } from '../../parts/Figure.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useLanguage, useText } from '../../platform/language.tsx'
import type { Diagnosis } from './diagnosis.ts'
import { cut } from './percent.ts'
import { ReliabilityNotes } from './ReliabilityNotes.tsx'
import { SeverityChart } from './SeverityChart.tsx'
import { en, zh } from './text.ts'

type Construct = Diagnosis['constructs'][number]

export function ConstructsPanel({ diagnosis }: { readonly diagnosis: Diagnosis }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const methods: Readonly<Record<string, string>> = text.method
  const levels = diagnosis.wave.strata
  return (
    <Panel
      title={text.constructs}
      sentence={text.constructsSay(diagnosis.leastCell)}
      acts={<a href={`/diagnose/${diagnosis.wave.waveId}/items`}>{text.items}</a>}
    >
      <ReliabilityNotes constructs={diagnosis.constructs} />
      {diagnosis.constructs.some((one) => one.severity !== null) && (
        <Figure caption={text.chart}>
          <SeverityChart constructs={diagnosis.constructs} />
        </Figure>
      )}
      <DataTable
        label={text.constructs}
        plain
        exportAs="constructs"
        onPhone="cards"
        rows={diagnosis.constructs}
        rowKey={(row) => row.code}
        columns={[
          { key: 'name', title: text.construct, value: (row) => `${row.code} ${pick(row.name)}` },
          {
            key: 'kind',
            title: text.kind,
            value: (row) => text.kinds[row.kind],
            show: (row) => <span style={{ whiteSpace: 'nowrap' }}>{text.kinds[row.kind]}</span>,
            width: 90,
          },
          { key: 'n', title: text.n, kind: 'number', value: (row) => row.n, width: 70 },
          { key: 'mean', title: text.mean, kind: 'number', value: (row) => row.mean, show: (row) => cut(row.mean, 2), width: 80 },
          { key: 'sd', title: text.sd, kind: 'number', value: (row) => row.sd, show: (row) => cut(row.sd, 2), width: 80 },
          {
            key: 'alpha',
            title: text.alpha,
            kind: 'number',
            value: (row) => row.reliability.value,
            show: (row) => (
              <span title={`${methods[row.reliability.method] ?? row.reliability.method}, n = ${row.reliability.n}`}>
                {cut(row.reliability.value, 3)}
                {row.reliability.verdict !== null && <small> {text.reliabilityWord[row.reliability.verdict]}</small>}
              </span>
            ),
            width: 130,
          },
          {
            key: 'severity',
            title: text.severity,
            kind: 'number',
            value: (row) => row.severity,
            show: (row) => (row.severity === null ? '–' : cut(row.severity, 1)),
            width: 90,
          },
          { key: 'band', title: text.band, value: (row) => (row.band ? pick(row.band) : ''), width: 90 },
          ...levels.map((level) => ({
            key: `level-${level.code}`,
            title: pick(level.name),
            kind: 'number' as const,
            value: (row: Construct) => meanOf(row, level.code),
            show: (row: Construct) => (isHidden(row, level.code) ? <span title={text.hidden}>·</span> : cut(meanOf(row, level.code), 2)),
            width: 110,
          })),
        ]}
      />
    </Panel>
  )
}

const within = (construct: Construct, level: string) => construct.strata.find((one) => one.stratum === level)
const meanOf = (construct: Construct, level: string) => within(construct, level)?.mean ?? null
const isHidden = (construct: Construct, level: string) => within(construct, level)?.hidden ?? true
