import { readCard } from '@milepost/contract/design/cards'
import { readMyPlan } from '@milepost/contract/design/plans'
import { Empty } from '../../parts/Empty.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { useAsk, useAskMaybe } from '../../platform/asking.ts'
import { Reading } from '../../platform/frame/Reading.tsx'
import { useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import '../design.css'
import { useDesignCycle } from '../useDesign.ts'
import { PlanDesk } from './PlanDesk.tsx'
import { en, zh } from './text.ts'

export function MyPlanPage() {
  const text = useText({ zh, en })
  const [cycleId] = useDesignCycle()
  const { answer, refused } = useAskMaybe(readMyPlan, cycleId === null ? null : { cycleId })
  if (answer?.cardId != null) return <MyPlan cardId={answer.cardId} />
  const none = answer === null ? null : text.none[answer.because]
  return (
    <>
      <PageHead title={text.title} sentence={text.sentence} />
      {refused !== null && <RefusalNote refused={refused} />}
      {cycleId === null && <Empty title={text.noCycle} sentence={text.noCycleSay} />}
      {cycleId !== null && answer === null && refused === null && <Reading />}
      {none !== null && <Empty title={none.title} sentence={none.say} />}
    </>
  )
}

function MyPlan({ cardId }: { readonly cardId: string }) {
  const text = useText({ zh, en })
  const view = useAsk(readCard, { cardId })
  return <PlanDesk key={view.cardId} view={view} head={{ title: text.title, sentence: text.sentence }} />
}
