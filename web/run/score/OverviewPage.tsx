import { readCardScore, readScoreOverview } from '@milepost/contract/run/scores'
import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { Empty } from '../../parts/Empty.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useAddressValue, useGo } from '../../platform/address.tsx'
import { useAsk, useAskMaybe } from '../../platform/asking.ts'
import { Reading } from '../../platform/frame/Reading.tsx'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { useMay } from '../../platform/session.tsx'
import { CycleChoice } from '../CycleChoice.tsx'
import { NoCycle } from '../NoCycle.tsx'
import { RunScoresDialog } from '../official/RunScoresDialog.tsx'
import '../run.css'
import { type RunCycle, useRunCycle } from '../useRunCycle.ts'
import { InstitutionRow } from './InstitutionRow.tsx'
import { PerspectiveBars } from './PerspectiveBars.tsx'
import { PerspectiveList } from './PerspectiveList.tsx'
import { ScoreHead } from './ScoreHead.tsx'
import { en, zh } from './text.ts'
import { UnitScores } from './UnitScores.tsx'

const WAYS = ['measures', 'units'] as const

export function OverviewPage() {
  const text = useText({ zh, en })
  const chosen = useRunCycle()
  if (chosen.cycle !== null) return <Overview chosen={chosen} cycleId={chosen.cycle.cycleId} />
  return (
    <>
      <PageHead title={text.title} sentence={text.sentence} />
      <NoCycle />
    </>
  )
}

function Overview({ chosen, cycleId }: { readonly chosen: RunCycle; readonly cycleId: string }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const go = useGo()
  const overview = useAsk(readScoreOverview, { cycleId })
  const mayRun = useMay('score.run')
  const mayCard = useMay('card.read')
  const [running, setRunning] = useState(false)
  const [asked, setBy] = useAddressValue('by')
  const by = mayCard ? (WAYS.find((way) => way === asked) ?? 'measures') : 'units'
  const institution = overview.cards.find((card) => card.holderKind === 'institution')
  const { answer, refused } = useAskMaybe(readCardScore, mayCard && institution ? { cardId: institution.cardId } : null)
  const view = answer !== null && answer.card.cardId === institution?.cardId ? answer : null
  return (
    <>
      <PageHead
        title={text.title}
        sentence={text.sentence}
        beside={<CycleChoice chosen={chosen} />}
        primary={
          mayRun &&
          overview.cards.length > 0 && (
            <Button type="primary" onClick={() => setRunning(true)}>
              {text.runScores}
            </Button>
          )
        }
        more={mayRun ? [{ key: 'runs', text: text.runs, onClick: () => go(`/run/official?year=${overview.cycle.year}`) }] : []}
      />
      {overview.cards.length === 0 && (
        <Empty
          title={text.noCardsTitle}
          sentence={text.noCards}
          next={<Button onClick={() => go('/design/scorecard')}>{text.toScorecard}</Button>}
        />
      )}
      {overview.cards.length > 0 && (
        <div className="mp-stack">
          {institution !== undefined && (
            <Panel title={pick(institution.name)} sentence={text.modes[overview.mode]}>
              {refused !== null && <RefusalNote refused={refused} />}
              {view === null ? <InstitutionRow row={institution} /> : <ScoreHead view={view} />}
              {view !== null && <PerspectiveBars view={view} />}
            </Panel>
          )}
          {mayCard && (
            <Segmented
              aria-label={text.byLabel}
              value={by}
              options={WAYS.map((way) => ({ value: way, label: text.by[way] }))}
              onChange={setBy}
              style={{ justifySelf: 'start' }}
            />
          )}
          {by === 'units' && <UnitScores rows={overview.cards.filter((card) => card.holderKind === 'unit')} />}
          {by === 'measures' && view === null && refused === null && <Reading />}
          {by === 'measures' && view !== null && <PerspectiveList view={view} says="facts" />}
        </div>
      )}
      {running && <RunScoresDialog cycleId={cycleId} onClose={() => setRunning(false)} />}
    </>
  )
}
