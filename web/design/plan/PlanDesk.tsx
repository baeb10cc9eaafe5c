import { savePlan } from '@milepost/contract/design/plans'
import { Alert, Button } from 'antd'
import { useCallback, useMemo, useState } from 'react'
import { PageHead, type PageHeadProps } from '../../parts/PageHead.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { call } from '../../platform/call.ts'
import { useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { useActor, useMay } from '../../platform/session.tsx'
import { ConflictPanel } from '../card/ConflictPanel.tsx'
import type { CardView } from '../card/cardView.ts'
import { type DraftLine, linesToSend } from '../card/draft.ts'
import { LinesPanel } from '../card/LinesPanel.tsx'
import { LintPanel } from '../card/LintPanel.tsx'
import { framesOf } from '../card/lineGroups.ts'
import { SavedNote } from '../card/SavedNote.tsx'
import { useCardDraft } from '../card/useCardDraft.ts'
import { AmendActs, type Amending } from './AmendActs.tsx'
import { AmendmentsPanel } from './AmendmentsPanel.tsx'
import { GoalsPanel } from './GoalsPanel.tsx'
import { type GoalDraft, goalDrafts, goalsToSend, mergeGoals } from './goals.ts'
import { PlanActs } from './PlanActs.tsx'
import { PlanSteps } from './PlanSteps.tsx'
import { en, zh } from './text.ts'
import { WayUpPanel } from './WayUpPanel.tsx'

type PlanDeskProps = { readonly view: CardView; readonly head: Pick<PageHeadProps, 'title' | 'sentence' | 'back' | 'beside'> }

/** A person's plan: the work goals, the development goals, and the agreement of both sides. */
export function PlanDesk({ view, head }: PlanDeskProps) {
  const text = useText({ zh, en })
  const [reopened, setReopened] = useState(false)
  const { cardId } = view
  const mayAsk = useMay('scorecard.edit')
  const ownId = useActor().personId
  const goals = useMemo(() => goalDrafts(view), [view])
  const save = useCallback(
    (revision: number, lines: readonly DraftLine[], extra: readonly GoalDraft[]) =>
      call(savePlan, { cardId, revision, lines: linesToSend(lines), goals: goalsToSend(extra) }),
    [cardId],
  )
  const draft = useCardDraft<readonly GoalDraft[]>({ card: view, extra: goals, merge: mergeGoals, save })
  const edits = view.may.edit && (view.state === 'draft' || reopened)
  const [amending, setAmending] = useState<Amending | null>(null)
  const mayAmend = view.may.amend && !view.amendments.some(({ state }) => state === 'open')
  const change = edits ? draft.change : null
  return (
    <>
      <PageHead
        {...head}
        beside={
          <>
            {head.beside} {text.states[view.state]} <SavedNote draft={draft} />
          </>
        }
        primary={
          amending !== null ? (
            <AmendActs view={view} amending={amending} onEnd={() => setAmending(null)} />
          ) : mayAmend ? (
            <Button onClick={() => setAmending({ lines: draft.lines, goals: draft.extra })}>{text.amend}</Button>
          ) : (
            <PlanActs view={view} settle={draft.settle} />
          )
        }
      />
      <div className="mp-stack">
        {draft.conflict !== null && <ConflictPanel conflict={draft.conflict} />}
        <Panel>
          <PlanSteps view={view} />
        </Panel>
        {view.plan.returnedNote !== '' && view.state !== 'agreed' && (
          <Alert
            type={view.state === 'draft' ? 'warning' : 'info'}
            showIcon
            title={view.state === 'draft' ? text.returned : text.returnedBefore}
            description={view.plan.returnedNote}
          />
        )}
        {view.state === 'proposed' && view.may.edit && !reopened && (
          <Alert
            type="info"
            showIcon
            title={view.may.agree ? text.agreeSay : text.waitsOther}
            description={
              <div className="mp-row">
                {text.editSay}
                <Button onClick={() => setReopened(true)}>{text.edit}</Button>
              </div>
            }
          />
        )}
        {draft.refused !== null && <RefusalNote refused={draft.refused} />}
        {amending !== null && <Alert type="info" showIcon title={text.amend} description={text.amendSay} />}
        <AmendmentsPanel view={view} />
        {view.wayUp !== null && <WayUpPanel way={view.wayUp} isOwn={view.personId === ownId} />}
        <LinesPanel
          lines={amending?.lines ?? draft.lines}
          onChange={amending === null ? change : (lines) => setAmending({ ...amending, lines })}
          perspectives={framesOf(view)}
          objectives={view.objectives}
          parents={view.possibleParents}
          lint={view.lint}
          level="person"
          mayAsk={view.state === 'agreed' && amending === null && mayAsk}
        />
        <GoalsPanel
          view={view}
          goals={amending?.goals ?? draft.extra}
          onChange={amending === null ? change && ((next) => change(draft.lines, next)) : (goals) => setAmending({ ...amending, goals })}
        />
        {edits && <LintPanel lint={view.lint} />}
      </div>
    </>
  )
}
