import type { CardDesign } from '@milepost/contract/design/card'
import { saveCard } from '@milepost/contract/design/cards'
import type { ScorecardDesign } from '@milepost/contract/design/scorecardDesign'
import { Alert, Button } from 'antd'
import { useCallback, useState } from 'react'
import { Facts } from '../../parts/Facts.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { PageLink, useGo } from '../../platform/address.tsx'
import { call } from '../../platform/call.ts'
import { dayOf } from '../../platform/instants.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { useMay } from '../../platform/session.tsx'
import { CycleChoice } from '../CycleChoice.tsx'
import { ConflictPanel } from '../card/ConflictPanel.tsx'
import { type DraftLine, linesToSend } from '../card/draft.ts'
import { LinesPanel } from '../card/LinesPanel.tsx'
import { LintPanel } from '../card/LintPanel.tsx'
import { SavedNote } from '../card/SavedNote.tsx'
import { nothingElse, useCardDraft } from '../card/useCardDraft.ts'
import type { ScorecardView } from '../useDesign.ts'
import { CarryDialog } from './CarryDialog.tsx'
import { DiagnosisPanel } from './DiagnosisPanel.tsx'
import { ObjectivesPanel } from './ObjectivesPanel.tsx'
import { PerspectivesDialog } from './PerspectivesDialog.tsx'
import { PublishDialog } from './PublishDialog.tsx'
import { RulesDialog } from './RulesDialog.tsx'
import { TextsDialog } from './TextsDialog.tsx'
import { ThemesDialog } from './ThemesDialog.tsx'
import { en, zh } from './text.ts'
import { UnitCardsPanel } from './UnitCardsPanel.tsx'

type ScorecardDeskProps = {
  readonly view: ScorecardView
  readonly scorecard: ScorecardDesign
  readonly card: CardDesign
  readonly onCycle: (cycleId: string) => void
}

type Dialog = 'texts' | 'themes' | 'perspectives' | 'rules' | 'carry' | 'publish'

export function ScorecardDesk({ view, scorecard, card, onCycle }: ScorecardDeskProps) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const go = useGo()
  const isDraft = scorecard.state === 'draft'
  const mayEdit = useMay('scorecard.edit')
  const mayPublish = useMay('scorecard.publish') && isDraft
  const edits = mayEdit && isDraft
  const [dialog, setDialog] = useState<Dialog | null>(null)
  const { cardId } = card
  const save = useCallback(
    (revision: number, lines: readonly DraftLine[]) => call(saveCard, { cardId, revision, lines: linesToSend(lines) }),
    [cardId],
  )
  const draft = useCardDraft({ card, extra: null, merge: nothingElse, save })
  const perspectiveNames = new Map(scorecard.perspectives.map((one) => [one.perspectiveId, one.name]))
  const objectives = scorecard.objectives.map((one) => ({ ...one, perspective: perspectiveNames.get(one.perspectiveId) ?? one.name }))
  const frames = scorecard.perspectives.map(({ perspectiveId, name, weightBp }) => ({
    perspectiveId,
    name,
    intendedBp: weightBp,
    objectives: scorecard.objectives.filter((one) => one.perspectiveId === perspectiveId),
  }))
  const publish = async () => {
    await draft.settle()
    setDialog('publish')
  }
  const close = () => setDialog(null)

  return (
    <>
      <PageHead
        title={pick(scorecard.name)}
        sentence={text.sentence}
        beside={
          <>
            {isDraft ? text.draft : text.published} <SavedNote draft={draft} />
          </>
        }
        primary={
          mayPublish ? (
            <Button type="primary" onClick={() => void publish()}>
              {text.publish}
            </Button>
          ) : (
            <Button type={edits ? 'default' : 'primary'} onClick={() => go(`/design/map?cycle=${view.cycle.cycleId}`)}>
              {text.map}
            </Button>
          )
        }
        more={[
          { key: 'versions', text: text.versions, onClick: () => go(`/design/versions?cycle=${view.cycle.cycleId}`) },
          { key: 'rules', text: text.rules, onClick: () => setDialog('rules') },
          ...(mayEdit ? [{ key: 'weighing', text: text.weighing, onClick: () => go(`/design/weights?cycle=${view.cycle.cycleId}`) }] : []),
          ...(edits
            ? [
                { key: 'texts', text: text.texts, onClick: () => setDialog('texts') },
                { key: 'perspectives', text: text.perspectives, onClick: () => setDialog('perspectives') },
                { key: 'themes', text: text.themes, onClick: () => setDialog('themes') },
              ]
            : []),
          ...(mayEdit
            ? [
                { key: 'dry-run', text: text.dryRun, onClick: () => go(`/design/dry-run?scheme=${scorecard.scorecardId}`) },
                { key: 'carry', text: text.carry, onClick: () => setDialog('carry') },
                { key: 'import', text: text.importCards, onClick: () => go(`/design/import?cycle=${view.cycle.cycleId}`) },
              ]
            : []),
        ]}
      />
      <div className="mp-stack">
        {draft.conflict !== null && <ConflictPanel conflict={draft.conflict} />}
        {!isDraft && (
          <Alert
            type="info"
            showIcon
            title={text.publishedSay(scorecard.publishedAt === null ? '' : dayOf(scorecard.publishedAt), scorecard.publishedBy ?? '')}
          />
        )}
        {draft.refused !== null && <RefusalNote refused={draft.refused} />}
        <Panel>
          <div className="mp-row" style={{ justifyContent: 'space-between', marginBottom: 12 }}>
            <CycleChoice view={view} onChange={onCycle} />
            <Facts
              facts={[
                { key: 'units', name: text.unitCards, value: text.agreed(view.counts.unitCardsAgreed, view.counts.unitCards) },
                { key: 'plans', name: text.plans, value: text.agreed(view.counts.plansAgreed, view.counts.plans) },
              ]}
            />
          </div>
          <dl className="mp-mission">
            <div>
              <dt>{text.mission}</dt>
              <dd>{pick(scorecard.mission) || '–'}</dd>
            </div>
            <div>
              <dt>{text.vision}</dt>
              <dd>{pick(scorecard.vision) || '–'}</dd>
            </div>
            {scorecard.themes.length > 0 && (
              <div>
                <dt>{text.themes}</dt>
                <dd>{scorecard.themes.map((one) => pick(one.name)).join(text.between)}</dd>
              </div>
            )}
            {view.decision !== null && (
              <div>
                <dt>{text.decision}</dt>
                <dd>
                  <PageLink href={`/choose/${view.decision.choiceId}`}>
                    {text.decisionSay(pick(view.decision.method), view.decision.decidedBy, dayOf(view.decision.decidedAt))}
                  </PageLink>
                </dd>
              </div>
            )}
          </dl>
        </Panel>
        <LinesPanel
          lines={draft.lines}
          onChange={edits ? draft.change : null}
          perspectives={frames}
          objectives={objectives}
          parents={[]}
          lint={view.lint}
          level="institution"
          emptyObjectives
          mayAsk={!isDraft && mayEdit}
        />
        {mayEdit && <DiagnosisPanel view={view} scorecard={scorecard} edits={edits && scorecard.perspectives.length > 0} />}
        <UnitCardsPanel view={view} />
        {mayEdit || mayPublish ? <LintPanel lint={view.lint} /> : null}
        <ObjectivesPanel
          scorecard={scorecard}
          lines={draft.lines}
          findings={view.findings}
          people={view.people}
          edits={edits}
          onPerspectives={() => setDialog('perspectives')}
        />
      </div>
      {dialog === 'texts' && <TextsDialog scorecard={scorecard} onClose={close} />}
      {dialog === 'themes' && <ThemesDialog scorecard={scorecard} onClose={close} />}
      {dialog === 'perspectives' && <PerspectivesDialog scorecard={scorecard} onClose={close} />}
      {dialog === 'rules' && <RulesDialog scorecard={scorecard} edits={edits} onClose={close} />}
      {dialog === 'carry' && <CarryDialog view={view} scorecardId={scorecard.scorecardId} onClose={close} onCarried={onCycle} />}
      {dialog === 'publish' && <PublishDialog view={view} scorecardId={scorecard.scorecardId} onClose={close} />}
    </>
  )
}
