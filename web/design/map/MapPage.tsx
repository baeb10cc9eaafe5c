import type { MapLink, ScorecardDesign } from '@milepost/contract/design/scorecardDesign'
import { readLinkVerdicts } from '@milepost/contract/run/linkVerdicts'
import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { Empty } from '../../parts/Empty.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { PrintButton } from '../../parts/PrintButton.tsx'
import { StrategyMap } from '../../parts/StrategyMap.tsx'
import { useGo } from '../../platform/address.tsx'
import { useAskMaybe } from '../../platform/asking.ts'
import { Reading } from '../../platform/frame/Reading.tsx'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { saveFile } from '../../platform/saveFile.ts'
import { useMay } from '../../platform/session.tsx'
import { useNarrow } from '../../platform/useNarrow.ts'
import { CycleChoice } from '../CycleChoice.tsx'
import '../design.css'
import { type ScorecardView, useScorecard } from '../useDesign.ts'
import { pngBlob, svgBlob, svgText } from './exportMap.tsx'
import { LinkDialog, type LinkVerdict } from './LinkDialog.tsx'
import { LinksPanel } from './LinksPanel.tsx'
import { linkKey, MapDrawing } from './MapDrawing.tsx'
import { MapEditor } from './MapEditor.tsx'
import './map.css'
import { mapGeometry } from './mapGeometry.ts'
import { en, zh } from './text.ts'
import { useMapActs } from './useMapActs.ts'

export function MapPage() {
  const text = useText({ zh, en })
  const go = useGo()
  const { cycleId, setCycle, view, refused } = useScorecard()
  const scorecard = view?.scorecard ?? null
  const nothing = (view !== null && (scorecard === null || scorecard.objectives.length === 0)) || cycleId === null
  if (view !== null && scorecard !== null && !nothing)
    return <MapDesk key={scorecard.scorecardId} view={view} scorecard={scorecard} onCycle={setCycle} />
  return (
    <>
      <PageHead title={text.title} sentence={text.sentence} />
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
    </>
  )
}

type MapDeskProps = { readonly view: ScorecardView; readonly scorecard: ScorecardDesign; readonly onCycle: (cycleId: string) => void }
type Opened = { readonly link: MapLink } | { readonly from: string; readonly to: string }

function MapDesk({ view, scorecard, onCycle }: MapDeskProps) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const isNarrow = useNarrow()
  const mayEdit = useMay('scorecard.edit')
  const edits = mayEdit && scorecard.state === 'draft'
  const acts = useMapActs(scorecard.scorecardId)
  const [opened, setOpened] = useState<Opened | null>(null)
  const { answer } = useAskMaybe(readLinkVerdicts, { cycleId: view.cycle.cycleId })
  const verdicts = useMemo(() => new Map((answer?.verdicts ?? []).map((one): [string, LinkVerdict] => [linkKey(one), one])), [answer])
  const codes = useMemo(() => new Map([...verdicts].map(([key, one]) => [key, one.verdict])), [verdicts])
  const notesIn = (language: 'zh' | 'en') => notesOf(view, scorecard, { zh, en }[language])
  const nearLink = opened !== null && 'link' in opened ? opened.link : null

  const layOut = () => {
    const placed = scorecard.objectives.filter(({ place }) => place !== null)
    if (placed.length === 0) return
    const whole = (isBack: boolean) =>
      placed.map(({ objectiveId, perspectiveId, place }) => ({ objectiveId, perspectiveId, place: isBack ? place : null }))
    void acts.act({ act: { kind: 'place', places: whole(false) }, inverse: { kind: 'place', places: whole(true) } })
  }
  const saveAs = async (kind: 'svg' | 'png', language: 'zh' | 'en') => {
    const geometry = mapGeometry(scorecard)
    const drawn = svgText(
      <MapDrawing
        alone={{ zh, en }[language].key}
        scorecard={scorecard}
        geometry={geometry}
        language={language}
        verdicts={codes}
        notes={notesIn(language)}
      />,
    )
    const size = /width="([\d.]+)" height="([\d.]+)"/.exec(drawn)
    const blob =
      kind === 'svg' ? svgBlob(drawn) : await pngBlob(drawn, { width: Number(size?.[1] ?? 1080), height: Number(size?.[2] ?? 700) })
    saveFile({ blob, fileName: `${{ zh, en }[language].fileName}-${view.cycle.year}.${kind}` })
  }

  return (
    <div className="mp-map-page">
      <PageHead
        title={text.title}
        sentence={text.sentence}
        beside={pick(scorecard.name)}
        primary={<PrintButton />}
        more={(['zh', 'en'] as const).flatMap((language) =>
          (['svg', 'png'] as const).map((kind) => ({
            key: `${kind} ${language}`,
            text: text.exports(kind.toUpperCase(), text.languages[language]),
            onClick: () => void saveAs(kind, language),
          })),
        )}
      />
      <div className="mp-stack">
        {acts.refused !== null && <RefusalNote refused={acts.refused} />}
        <Panel>
          <p className="mp-map-printed">{pick(scorecard.mission)}</p>
          <div className="mp-row mp-unprinted" style={{ marginBottom: 8 }}>
            <CycleChoice view={view} onChange={onCycle} />
            {edits && !isNarrow && (
              <>
                <Button onClick={layOut} disabled={acts.busy || scorecard.objectives.every(({ place }) => place === null)}>
                  {text.layOut}
                </Button>
                <Button onClick={acts.undo} disabled={!acts.mayUndo || acts.busy}>
                  {text.undo}
                </Button>
                <Button onClick={acts.redo} disabled={!acts.mayRedo || acts.busy}>
                  {text.redo}
                </Button>
              </>
            )}
          </div>
          {isNarrow ? (
            <StrategyMap
              label={text.label(pick(scorecard.name))}
              perspectives={scorecard.perspectives.map((one) => ({ id: one.perspectiveId, name: pick(one.name) }))}
              objectives={scorecard.objectives.map((one) => ({
                id: one.objectiveId,
                perspectiveId: one.perspectiveId,
                name: pick(one.name),
              }))}
              links={scorecard.links.map((link) => ({ from: link.fromObjectiveId, to: link.toObjectiveId }))}
            />
          ) : (
            <MapEditor
              scorecard={scorecard}
              verdicts={codes}
              notes={notesOf(view, scorecard, text)}
              edits={edits}
              onAct={acts.act}
              onLink={(link) => setOpened('from' in link ? link : { link })}
              onUndo={acts.undo}
              onRedo={acts.redo}
            />
          )}
          {!isNarrow && <p className="mp-map-key">{text.key}</p>}
        </Panel>
        <div className="mp-unprinted">
          <LinksPanel
            scorecard={scorecard}
            people={view.people}
            verdicts={verdicts}
            edits={edits}
            onAdd={() => setOpened({ from: '', to: '' })}
            onOpen={(link) => setOpened({ link })}
          />
        </div>
      </div>
      {opened !== null && (
        <LinkDialog
          scorecard={scorecard}
          link={nearLink}
          {...('from' in opened ? { ends: opened } : {})}
          people={view.people}
          verdict={nearLink === null ? null : (verdicts.get(linkKey(nearLink)) ?? null)}
          edits={edits}
          onAct={(step) => void acts.act(step)}
          onClose={() => setOpened(null)}
        />
      )}
    </div>
  )
}

/** Below each name: who answers for it, and how many measures show it. */
function notesOf(view: ScorecardView, scorecard: ScorecardDesign, text: Pick<typeof zh, 'measures'>): Map<string, string> {
  const counts = new Map(
    (view.card?.perspectives ?? []).flatMap((one) =>
      one.objectives.map((objective) => [objective.objectiveId ?? '', objective.measures.length] as const),
    ),
  )
  const people = new Map(view.people.map((one) => [one.personId, one.name]))
  return new Map(
    scorecard.objectives.map((one) => [
      one.objectiveId,
      [people.get(one.ownerPersonId ?? ''), text.measures(counts.get(one.objectiveId) ?? 0)].filter(Boolean).join(' · '),
    ]),
  )
}
