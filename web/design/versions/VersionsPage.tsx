import { readScorecardVersions, readTargetChanges } from '@milepost/contract/design/versions'
import { Empty } from '../../parts/Empty.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { PageLink } from '../../platform/address.tsx'
import { useAskMaybe } from '../../platform/asking.ts'
import { Reading } from '../../platform/frame/Reading.tsx'
import { useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { useMay } from '../../platform/session.tsx'
import { CycleChoice } from '../CycleChoice.tsx'
import '../design.css'
import { useScorecard } from '../useDesign.ts'
import { TargetChanges } from './TargetChanges.tsx'
import { en, zh } from './text.ts'
import { VersionList } from './VersionList.tsx'

/** What was published when, what changed since, and the requests to change a target. */
export function VersionsPage() {
  const text = useText({ zh, en })
  const { view, setCycle, refused } = useScorecard()
  const scorecardId = view?.scorecard?.scorecardId ?? null
  const mayChanges = useMay('cascade.read')
  const versions = useAskMaybe(readScorecardVersions, scorecardId === null ? null : { scorecardId })
  const changes = useAskMaybe(readTargetChanges, scorecardId === null || !mayChanges ? null : { scorecardId })
  const fault = refused ?? versions.refused ?? changes.refused
  return (
    <>
      <PageHead title={text.title} sentence={text.sentence} beside={view !== null && <CycleChoice view={view} onChange={setCycle} />} />
      {fault !== null && <RefusalNote refused={fault} />}
      {view !== null && scorecardId === null && (
        <Empty title={text.none} sentence="" next={<PageLink href="/design/scorecard">{text.toScorecard}</PageLink>} />
      )}
      {(view === null || (scorecardId !== null && versions.answer === null)) && fault === null && <Reading />}
      {scorecardId !== null && versions.answer?.scorecard.scorecardId === scorecardId && (
        <div className="mp-stack">
          {mayChanges && changes.answer !== null && <TargetChanges changes={changes.answer.changes} />}
          <VersionList history={versions.answer} />
        </div>
      )}
    </>
  )
}
