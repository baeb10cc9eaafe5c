import { readAims } from '@milepost/contract/diagnose/board'
import { DataTable } from '../../parts/DataTable.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { PageLink } from '../../platform/address.tsx'
import { useAskMaybe } from '../../platform/asking.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { cut } from '../results/percent.ts'
import { en, zh } from './text.ts'

/** The thread walked backwards: what earlier remedies set out to change, and whether this wave shows it. Nothing when there were none. */
export function AimsPanel({ waveId }: { readonly waveId: string }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const { answer } = useAskMaybe(readAims, { waveId })
  if (!answer || answer.aims.length === 0) return null
  const rows = answer.aims.map((one) => ({ ...one, digits: one.remedy.sign.kind === 'construct' ? 1 : 2 }))
  return (
    <Panel title={text.aims} sentence={text.aimsSay}>
      <DataTable
        label={text.aims}
        plain
        exportAs="aims"
        onPhone="cards"
        rows={rows}
        rowKey={(row) => row.remedy.remedyId}
        columns={[
          {
            key: 'remedy',
            title: text.remedy,
            value: (row) => pick(row.remedy.name),
            show: (row) => (
              <PageLink href={`/diagnose/${row.fromWaveId}/board?at=r:${row.remedy.remedyId}`} title={text.from_(pick(row.from))}>
                {`${row.remedy.answers} · ${row.remedy.code ?? ''} ${pick(row.remedy.name)}`}
              </PageLink>
            ),
          },
          {
            key: 'sign',
            title: text.sign,
            value: (row) => text.signOf[row.remedy.sign.kind](pick(row.remedy.sign.name), String(row.remedy.sign.least)),
          },
          {
            key: 'before',
            title: text.before,
            kind: 'number',
            value: (row) => row.remedy.outcome?.before ?? null,
            show: (row) => cut(row.remedy.outcome?.before ?? null, row.digits),
            width: 90,
          },
          {
            key: 'after',
            title: text.after,
            kind: 'number',
            value: (row) => row.remedy.outcome?.after ?? null,
            show: (row) => cut(row.remedy.outcome?.after ?? null, row.digits),
            width: 90,
          },
          {
            key: 'seen',
            title: text.outcome,
            value: (row) => (row.remedy.outcome?.seen ? 1 : 0),
            show: (row) => {
              const change = cut(row.remedy.outcome?.change ?? null, row.digits)
              return row.remedy.outcome?.seen ? `✓ ${text.seen(change)}` : `✗ ${text.notSeen(change)}`
            },
            width: 150,
          },
        ]}
      />
    </Panel>
  )
}
