import { readCard } from '@milepost/contract/design/cards'
import { readMyPlan } from '@milepost/contract/design/plans'
import { readCycles } from '@milepost/contract/institution/cycles'
import { Select } from 'antd'
import type { ReactNode } from 'react'
import { Empty } from '../../parts/Empty.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { useAsk, useAskMaybe } from '../../platform/asking.ts'
import { Reading } from '../../platform/frame/Reading.tsx'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import '../design.css'
import { useDesignCycle } from '../useDesign.ts'
import { PlanDesk } from './PlanDesk.tsx'
import { en, zh } from './text.ts'

export function MyPlanPage() {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const [cycleId, setCycle] = useDesignCycle()
  const { cycles } = useAsk(readCycles, {})
  const { answer, refused } = useAskMaybe(readMyPlan, cycleId === null ? null : { cycleId })
  const year = cycleId !== null && cycles.length > 1 && (
    <Select
      aria-label={text.cycle}
      value={cycleId}
      popupMatchSelectWidth={false}
      options={cycles.toSorted((a, b) => b.year - a.year).map((cycle) => ({ value: cycle.cycleId, label: pick(cycle.name) }))}
      onChange={setCycle}
    />
  )
  if (answer?.cardId != null) return <MyPlan cardId={answer.cardId} year={year} />
  const none = answer === null ? null : text.none[answer.because]
  return (
    <>
      <PageHead title={text.title} sentence={text.sentence} beside={year} />
      {refused !== null && <RefusalNote refused={refused} />}
      {cycleId === null && <Empty title={text.noCycle} sentence={text.noCycleSay} />}
      {cycleId !== null && answer === null && refused === null && <Reading />}
      {none !== null && <Empty title={none.title} sentence={none.say} />}
    </>
  )
}

function MyPlan({ cardId, year }: { readonly cardId: string; readonly year: ReactNode }) {
  const text = useText({ zh, en })
  const view = useAsk(readCard, { cardId })
  return <PlanDesk key={view.cardId} view={view} head={{ title: text.title, sentence: text.sentence, beside: year }} />
}
