import { type CardScoreView, readMyCardScore } from '@milepost/contract/run/scores'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { Empty } from '../../parts/Empty.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useGo } from '../../platform/address.tsx'
import { useAsk } from '../../platform/asking.ts'
import { useText } from '../../platform/language.tsx'
import { CycleChoice } from '../CycleChoice.tsx'
import '../run.css'
import { useRunCycle } from '../useRunCycle.ts'
import { FindingsPanel } from './FindingsPanel.tsx'
import { GoalsList } from './GoalsList.tsx'
import { PerspectiveList } from './PerspectiveList.tsx'
import { ScoreHead } from './ScoreHead.tsx'
import { en, zh } from './text.ts'

export function MyCardPage() {
  const text = useText({ zh, en })
  const go = useGo()
  const chosen = useRunCycle()
  const { score } = useAsk(readMyCardScore, chosen.cycle === null ? {} : { cycleId: chosen.cycle.cycleId })
  const year = <CycleChoice chosen={chosen} />
  if (score !== null) return <MyScore view={score} year={year} />
  return (
    <>
      <PageHead title={text.mineTitle} sentence={text.mineSentence} beside={year} />
      <Empty
        title={text.mineNone}
        sentence={text.mineNoneSay}
        next={<Button onClick={() => go('/design/my-plan')}>{text.toMyPlan}</Button>}
      />
    </>
  )
}

function MyScore({ view, year }: { readonly view: CardScoreView; readonly year: ReactNode }) {
  const text = useText({ zh, en })
  const go = useGo()
  return (
    <>
      <PageHead
        title={text.mineTitle}
        sentence={text.mineSentence}
        beside={year}
        primary={
          <Button type="primary" onClick={() => go(`/open/tickets/cards/${view.card.cardId}`)}>
            {text.openTicket}
          </Button>
        }
      />
      <div className="mp-stack">
        <Panel>
          <ScoreHead view={view} />
        </Panel>
        <PerspectiveList view={view} says="moves" />
        <GoalsList cardId={view.card.cardId} />
        <FindingsPanel findings={view.result.findings} />
      </div>
    </>
  )
}
