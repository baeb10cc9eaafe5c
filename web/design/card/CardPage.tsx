import { agreeUnitCards, readCard, saveCard } from '@milepost/contract/design/cards'
import { Alert, Button } from 'antd'
import { useCallback } from 'react'
import { PageHead } from '../../parts/PageHead.tsx'
import { useParam } from '../../platform/address.tsx'
import { useAsk, useDo } from '../../platform/asking.ts'
import { call } from '../../platform/call.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { useMay } from '../../platform/session.tsx'
import '../design.css'
import { PlanDesk } from '../plan/PlanDesk.tsx'
import { en as planEn, zh as planZh } from '../plan/text.ts'
import { ConflictPanel } from './ConflictPanel.tsx'
import type { CardView } from './cardView.ts'
import { type DraftLine, linesToSend } from './draft.ts'
import { LinesPanel } from './LinesPanel.tsx'
import { LintPanel } from './LintPanel.tsx'
import { framesOf } from './lineGroups.ts'
import { SavedNote } from './SavedNote.tsx'
import { en, zh } from './text.ts'
import { nothingElse, useCardDraft } from './useCardDraft.ts'

/** A card by its address: a person's plan, or the card of a unit or of the institution. */
export function CardPage() {
  const plan = useText({ zh: planZh, en: planEn })
  const { pick } = useLanguage()
  const view = useAsk(readCard, { cardId: useParam('cardId') })
  if (view.holderKind !== 'person') return <UnitCard key={view.cardId} view={view} />
  const where = [view.unit && pick(view.unit.name), view.post && pick(view.post)].filter((part) => part !== null && part !== '').join(' · ')
  return (
    <PlanDesk
      key={view.cardId}
      view={view}
      head={{
        title: plan.planOf(pick(view.name)),
        sentence: plan.planSentence(where),
        back: { href: `/design/plans?cycle=${view.cycleId}`, text: plan.back },
      }}
    />
  )
}

function UnitCard({ view }: { readonly view: CardView }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const { cardId } = view
  const save = useCallback(
    (revision: number, lines: readonly DraftLine[]) => call(saveCard, { cardId, revision, lines: linesToSend(lines) }),
    [cardId],
  )
  const draft = useCardDraft({ card: view, extra: null, merge: nothingElse, save })
  const agreeing = useDo(agreeUnitCards)
  const agree = async () => {
    await draft.settle()
    agreeing.start({ scorecardId: view.scorecardId, cardIds: [cardId] })
  }
  const agreed = view.state === 'agreed'
  const mayEdit = useMay('scorecard.edit')
  return (
    <>
      <PageHead
        title={`${pick(view.name)} · ${text.year(view.scorecard.year)}${text.unitCard}`}
        sentence={text.unitSentence}
        back={{ href: `/design/cascade?cycle=${view.cycleId}`, text: text.back }}
        beside={
          <>
            {agreed ? text.agreedState : text.draftState} <SavedNote draft={draft} />
          </>
        }
        primary={
          view.may.agree && (
            <Button type="primary" title={text.agreeUnitSay} loading={agreeing.busy} onClick={() => void agree()}>
              {text.agreeUnit}
            </Button>
          )
        }
      />
      <div className="mp-stack">
        {draft.conflict !== null && <ConflictPanel conflict={draft.conflict} />}
        {agreed && <Alert type="info" showIcon title={text.fixed} />}
        {(draft.refused ?? agreeing.refused) !== null && <RefusalNote refused={draft.refused ?? agreeing.refused ?? new Error()} />}
        <LinesPanel
          lines={draft.lines}
          onChange={view.may.edit ? draft.change : null}
          perspectives={framesOf(view)}
          objectives={view.objectives}
          parents={view.possibleParents}
          lint={view.lint}
          level={view.holderKind}
          mayAsk={agreed && mayEdit}
        />
        <LintPanel lint={view.lint} />
      </div>
    </>
  )
}
