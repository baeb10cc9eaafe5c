import { dropRemedy } from '@milepost/contract/diagnose/board'
import { Button } from 'antd'
import { DataTable } from '../../parts/DataTable.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { PageLink } from '../../platform/address.tsx'
import { useDo } from '../../platform/asking.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { cut } from '../results/percent.ts'
import type { Board } from './given.ts'
import { en, zh } from './text.ts'

type RemediesPanelProps = { readonly board: Board; readonly mayEdit: boolean; readonly onAdd: () => void }

/** Where in the product each remedy happens (a page of that room) and what the next wave says of it. */
const PLACES = {
  diagnose: '/diagnose',
  choose: '/choose',
  design: '/design/scorecard',
  run: '/run',
  appraise: '/appraise',
  reward: '/reward',
  open: '/open',
} as const

export function RemediesPanel({ board, mayEdit, onAdd }: RemediesPanelProps) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const dropping = useDo(dropRemedy)
  return (
    <Panel title={`${text.remedies} (${board.remedies.length})`} acts={mayEdit && <Button onClick={onAdd}>{text.addRemedy}</Button>}>
      {dropping.refused && <RefusalNote refused={dropping.refused} />}
      <DataTable
        label={text.remedies}
        exportAs="remedies"
        onPhone="cards"
        rows={board.remedies}
        rowKey={(row) => row.remedyId}
        empty={<p>{text.noRemedies}</p>}
        columns={[
          { key: 'answers', title: text.answers, value: (row) => row.answers, filter: true, width: 90 },
          { key: 'name', title: text.remedy, value: (row) => `${row.code ?? ''} ${pick(row.name)}`.trim() },
          {
            key: 'stage',
            title: text.where,
            value: (row) => text.stages[row.stage],
            show: (row) => <PageLink href={PLACES[row.stage]}>{text.stages[row.stage]}</PageLink>,
            width: 120,
          },
          { key: 'sign', title: text.sign, value: (row) => text.signOf[row.sign.kind](pick(row.sign.name), String(row.sign.least)) },
          {
            key: 'outcome',
            title: text.outcome,
            value: (row) => (row.outcome ? row.outcome.change : null),
            show: (row) => {
              if (!row.outcome) return text.waiting
              const change = cut(row.outcome.change, row.sign.kind === 'construct' ? 1 : 2)
              return (
                <PageLink href={`/diagnose/${row.outcome.waveId}`}>
                  {row.outcome.seen ? `✓ ${text.seen(change)}` : `✗ ${text.notSeen(change)}`}
                </PageLink>
              )
            },
            width: 150,
          },
          { key: 'reason', title: text.reason, value: (row) => row.reason, hiddenAtFirst: true },
          {
            key: 'by',
            title: text.byWhom,
            value: (row) => row.by,
            show: (row) => <span style={{ whiteSpace: 'nowrap' }}>{row.by}</span>,
            width: 110,
          },
          {
            key: 'acts',
            title: '',
            acts: true,
            value: () => null,
            show: (row) =>
              mayEdit && (
                <Button size="small" onClick={() => dropping.start({ remedyId: row.remedyId })}>
                  {text.remove}
                </Button>
              ),
            width: 90,
          },
        ]}
      />
    </Panel>
  )
}
