import { readPeriods } from '@milepost/contract/run/periods'
import { Button } from 'antd'
import { useState } from 'react'
import { DataTable } from '../../parts/DataTable.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { useAddressValue } from '../../platform/address.tsx'
import { useAsk } from '../../platform/asking.ts'
import { useText } from '../../platform/language.tsx'
import { CycleChoice } from '../CycleChoice.tsx'
import { NoCycle } from '../NoCycle.tsx'
import '../run.css'
import { type RunCycle, useRunCycle } from '../useRunCycle.ts'
import { CreatePeriodsDialog } from './CreatePeriodsDialog.tsx'
import { nextToClose } from './nextToClose.ts'
import { PeriodDrawer } from './PeriodDrawer.tsx'
import { en, zh } from './text.ts'

export function PeriodsPage() {
  const text = useText({ zh, en })
  const chosen = useRunCycle()
  if (chosen.cycle !== null) return <Periods chosen={chosen} cycleId={chosen.cycle.cycleId} />
  return (
    <>
      <PageHead title={text.title} sentence={text.sentence} />
      <NoCycle />
    </>
  )
}

function Periods({ chosen, cycleId }: { readonly chosen: RunCycle; readonly cycleId: string }) {
  const text = useText({ zh, en })
  const { periods } = useAsk(readPeriods, { cycleId })
  const [creating, setCreating] = useState(false)
  const [code, setCode] = useAddressValue('period')
  const next = nextToClose(periods)
  const opened = periods.find((period) => period.code === code)
  const createButton = (
    <Button type="primary" onClick={() => setCreating(true)}>
      {text.create}
    </Button>
  )
  return (
    <>
      <PageHead
        title={text.title}
        sentence={text.sentence}
        beside={<CycleChoice chosen={chosen} />}
        primary={
          next !== null && (
            <Button type="primary" onClick={() => setCode(next.code)}>
              {text.closeNow(next.code)}
            </Button>
          )
        }
        more={periods.length === 0 ? [] : [{ key: 'create', text: text.create, onClick: () => setCreating(true) }]}
      />
      <DataTable
        label={text.title}
        plain
        onPhone="cards"
        rows={periods}
        rowKey={(row) => row.periodId}
        empty={<Empty title={text.none} sentence={text.noneSay} next={createButton} />}
        marked={(row) => row.code === code}
        columns={[
          {
            key: 'code',
            title: text.code,
            value: (row) => row.code,
            show: (row) => (
              <button type="button" className="mp-text-button" onClick={() => setCode(row.code)}>
                {row.code}
              </button>
            ),
            width: 110,
          },
          { key: 'kind', title: text.kind, value: (row) => text.kinds[row.kind], width: 90 },
          { key: 'span', title: text.span, value: (row) => `${row.startsOn} – ${row.endsOn}`, width: 200 },
          { key: 'dueOn', title: text.dueOn, value: (row) => row.dueOn, width: 120 },
          { key: 'state', title: text.state, value: (row) => text.states[row.state], filter: true, width: 110 },
          { key: 'due', title: text.due, kind: 'number', value: (row) => row.due, width: 90 },
          { key: 'values', title: text.values, kind: 'number', value: (row) => row.values, width: 90 },
          { key: 'gaps', title: text.gaps, kind: 'number', value: (row) => row.gaps, width: 90 },
          { key: 'waived', title: text.waived, kind: 'number', value: (row) => row.waived, width: 90 },
        ]}
      />
      {opened !== undefined && <PeriodDrawer key={opened.periodId} period={opened} onClose={() => setCode(null)} />}
      {creating && <CreatePeriodsDialog cycleId={cycleId} onClose={() => setCreating(false)} />}
    </>
  )
}
