import { Empty } from '../../parts/Empty.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { PageLink } from '../../platform/address.tsx'
import { Reading } from '../../platform/frame/Reading.tsx'
import { useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { useMay } from '../../platform/session.tsx'
import '../design.css'
import { useScorecard } from '../useDesign.ts'
import { FirstScorecard } from './FirstScorecard.tsx'
import { ScorecardDesk } from './ScorecardDesk.tsx'
import { en, zh } from './text.ts'

export function ScorecardPage() {
  const text = useText({ zh, en })
  const { cycleId, setCycle, view, refused } = useScorecard()
  const mayOpenCycle = useMay('cycle.edit')
  if (view?.scorecard && view.card)
    return <ScorecardDesk key={view.scorecard.scorecardId} view={view} scorecard={view.scorecard} card={view.card} onCycle={setCycle} />
  return (
    <>
      <PageHead title={text.title} sentence={text.sentence} />
      {refused !== null && <RefusalNote refused={refused} />}
      {cycleId === null && (
        <Empty
          title={text.noCycleTitle}
          sentence={text.noCycleSay}
          next={mayOpenCycle && <PageLink href="/institution/cycles">{text.noCycleNext}</PageLink>}
        />
      )}
      {cycleId !== null && view === null && refused === null && <Reading />}
      {view !== null && <FirstScorecard view={view} />}
    </>
  )
}
