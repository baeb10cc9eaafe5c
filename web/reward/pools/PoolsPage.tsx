import { listPools } from '@milepost/contract/reward/pools'
import { Button } from 'antd'
import { useState } from 'react'
import { CycleChoice, useChosenCycle } from '../../appraise/published.tsx'
import { DataTable } from '../../parts/DataTable.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { Facts } from '../../parts/Facts.tsx'
import { percentOfBasisPoints, yuanOfFen } from '../../parts/figures.ts'
import { PageHead } from '../../parts/PageHead.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useAskMaybe } from '../../platform/asking.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { useMay } from '../../platform/session.tsx'
import { NewPoolDialog } from './NewPoolDialog.tsx'
import { en, zh } from './text.ts'

/** The pools of a cycle, and how far the appraisal is that they rest on. */
export function PoolsPage() {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const chosen = useChosenCycle()
  const mayEdit = useMay('pool.edit')
  const [making, setMaking] = useState(false)
  const { answer, refused } = useAskMaybe(listPools, chosen.cycle && { cycleId: chosen.cycle.cycleId })
  const isClosed = chosen.cycle?.stage === 'closed'
  const button = mayEdit && chosen.cycle !== null && !isClosed && (
    <Button type="primary" onClick={() => setMaking(true)}>
      {text.open}
    </Button>
  )
  const pools = answer?.pools ?? []
  const oneIsOpen = pools.some((pool) => pool.state !== 'approved')
  return (
    <>
      <PageHead
        title={text.title}
        sentence={text.sentence}
        beside={<CycleChoice chosen={chosen} />}
        primary={pools.length > 0 && !oneIsOpen ? button : undefined}
      />
      {refused && <RefusalNote refused={refused} />}
      {chosen.cycle === null && <Empty title={text.noCycleTitle} sentence={text.noCycleSentence} />}
      {answer && (
        <div className="mp-stack">
          <Panel>
            <Facts
              large
              facts={(['appraised', 'decided', 'final'] as const).map((key) => ({
                key,
                name: text[key],
                value: text.people(answer.readiness[key]),
              }))}
            />
          </Panel>
          <DataTable
            label={text.title}
            plain
            onPhone="cards"
            rows={pools}
            rowKey={(row) => row.poolId}
            href={(row) => `/reward/pools/${row.poolId}`}
            empty={<Empty title={text.emptyTitle} sentence={isClosed ? text.emptyClosed : text.emptySentence} next={button} />}
            columns={[
              { key: 'name', title: text.name, value: (row) => pick(row.name) },
              { key: 'amount', title: text.amount, kind: 'number', value: (row) => row.amountFen, show: (row) => yuanOfFen(row.amountFen) },
              {
                key: 'reserve',
                title: text.reserve,
                kind: 'number',
                value: (row) => row.reserveBp,
                show: (row) => percentOfBasisPoints(row.reserveBp),
              },
              {
                key: 'state',
                title: text.state,
                width: 260,
                value: (row) => [text.states[row.state], ...(row.unfit.length === 0 ? [] : [text.unfit(row.unfit.map(pick))])].join('；'),
              },
              { key: 'approved', title: text.approvedBy, value: (row) => row.approvedBy ?? '' },
              {
                key: 'corrections',
                title: text.corrections,
                value: (row) => text.since(row.settlements, yuanOfFen(row.paidLaterFen), row.correctionOpen),
              },
            ]}
          />
        </div>
      )}
      {making && chosen.cycle && (
        <NewPoolDialog
          cycle={chosen.cycle}
          reserveBp={answer?.reserveBp ?? 0}
          first={pools.length === 0}
          onClose={() => setMaking(false)}
        />
      )}
    </>
  )
}
