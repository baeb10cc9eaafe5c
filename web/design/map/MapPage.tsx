import type { ScorecardDesign } from '@milepost/contract/design/scorecardDesign'
import { Button } from 'antd'
import { Empty } from '../../parts/Empty.tsx'
import { Figure } from '../../parts/Figure.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { PrintButton } from '../../parts/PrintButton.tsx'
import { StrategyMap } from '../../parts/StrategyMap.tsx'
import { useGo } from '../../platform/address.tsx'
import { Reading } from '../../platform/frame/Reading.tsx'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { useMay } from '../../platform/session.tsx'
import { CycleChoice } from '../CycleChoice.tsx'
import '../design.css'
import { useScorecard } from '../useDesign.ts'
import { LinksPanel } from './LinksPanel.tsx'
import { en, zh } from './text.ts'

export function MapPage() {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const go = useGo()
  const { cycleId, setCycle, view, refused } = useScorecard()
  const mayEdit = useMay('scorecard.edit')
  const scorecard = view?.scorecard ?? null
  const nothing = (view !== null && (scorecard === null || scorecard.objectives.length === 0)) || cycleId === null
  return (
    <>
      <PageHead
        title={text.title}
        sentence={text.sentence}
        beside={scorecard === null ? undefined : pick(scorecard.name)}
        primary={scorecard === null ? undefined : <PrintButton />}
      />
      {refused !== null && <RefusalNote refused={refused} />}
      {view === null && cycleId !== null && refused === null && <Reading />}
      {nothing && (
        <Empty
          title={text.noMapTitle}
          sentence={text.noMapSay}
          next={
            <Button type="primary" onClick={() => go('/design/scorecard')}>
              {text.toScorecard}
            </Button>
          }
        />
      )}
      {view !== null && scorecard !== null && !nothing && (
        <div className="mp-stack">
          <Panel>
            <div className="mp-row mp-unprinted" style={{ marginBottom: 12 }}>
              <CycleChoice view={view} onChange={setCycle} />
            </div>
            <MapFigure scorecard={scorecard} measures={measuresOf(view.card)} />
          </Panel>
          <LinksPanel scorecard={scorecard} edits={mayEdit && scorecard.state === 'draft'} />
        </div>
      )}
    </>
  )
}

function MapFigure({ scorecard, measures }: { readonly scorecard: ScorecardDesign; readonly measures: ReadonlyMap<string, number> }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  return (
    <Figure caption={text.caption(scorecard.objectives.length, scorecard.links.length)}>
      <StrategyMap
        label={text.label(pick(scorecard.name))}
        perspectives={scorecard.perspectives.map((one) => ({ id: one.perspectiveId, name: pick(one.name) }))}
        objectives={scorecard.objectives.map((one) => ({
          id: one.objectiveId,
          perspectiveId: one.perspectiveId,
          name: pick(one.name),
          note: text.measures(measures.get(one.objectiveId) ?? 0),
        }))}
        links={scorecard.links.map((link) => ({ from: link.fromObjectiveId, to: link.toObjectiveId }))}
      />
    </Figure>
  )
}

type Counted = {
  readonly perspectives: readonly {
    readonly objectives: readonly { readonly objectiveId: string | null; readonly measures: readonly unknown[] }[]
  }[]
}

const measuresOf = (card: Counted | null): Map<string, number> =>
  new Map(
    (card?.perspectives ?? []).flatMap((one) =>
      one.objectives.map((objective) => [objective.objectiveId ?? '', objective.measures.length] as const),
    ),
  )
