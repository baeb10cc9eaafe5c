import { listVotes } from '@milepost/contract/appraise/democraticVotes'
import { Button } from 'antd'
import { DataTable } from '../../parts/DataTable.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { useGo } from '../../platform/address.tsx'
import { useAskMaybe } from '../../platform/asking.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { useMay } from '../../platform/session.tsx'
import { today } from '../../platform/today.ts'
import { CycleChoice } from '../CycleChoice.tsx'
import { useChosenCycle } from '../useChosenCycle.ts'
import { en, zh } from './text.ts'

/** The democratic votes of a cycle. */
export function VotesPage() {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const go = useGo()
  const chosen = useChosenCycle()
  const mayRun = useMay('vote.run')
  const { answer } = useAskMaybe(listVotes, chosen.cycle && { cycleId: chosen.cycle.cycleId })
  const votes = answer?.votes ?? []
  const open = mayRun && chosen.cycle && (
    <Button type="primary" onClick={() => go(`/appraise/votes/new?year=${chosen.cycle?.year}`)}>
      {text.open}
    </Button>
  )
  return (
    <>
      <PageHead title={text.title} sentence={text.sentence} beside={<CycleChoice chosen={chosen} />} primary={votes.length > 0 && open} />
      <DataTable
        label={text.title}
        plain
        onPhone="cards"
        rows={votes}
        rowKey={(row) => row.voteId}
        href={(row) => `/appraise/votes/${row.voteId}`}
        empty={answer && <Empty title={text.emptyTitle} sentence={text.emptySentence} next={open} />}
        columns={[
          { key: 'name', title: text.name, value: (row) => pick(row.name) },
          { key: 'opens', title: text.opensOn, value: (row) => row.opensOn, width: 120 },
          { key: 'closes', title: text.closesOn, value: (row) => row.closesOn, width: 120 },
          { key: 'subjects', title: text.subjects, kind: 'number', value: (row) => row.subjects, width: 110 },
          {
            key: 'state',
            title: text.state,
            value: (row) => text.states[row.closedOn !== null ? 'counted' : row.opensOn > today() ? 'later' : 'open'],
            width: 120,
          },
        ]}
      />
    </>
  )
}
