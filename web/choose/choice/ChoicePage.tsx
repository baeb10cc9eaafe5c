import { judgeChoice, readChoice } from '@milepost/contract/choose/choice'
import { readComparison } from '@milepost/contract/choose/comparison'
import { Alert, Button } from 'antd'
import { useDeferredValue, useMemo, useState } from 'react'
import { PageHead } from '../../parts/PageHead.tsx'
import { PrintButton } from '../../parts/PrintButton.tsx'
import { PageLink, useParam } from '../../platform/address.tsx'
import { useAsk } from '../../platform/asking.ts'
import { call } from '../../platform/call.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { useMay } from '../../platform/session.tsx'
import { CriteriaPanel } from './CriteriaPanel.tsx'
import { type Choice, type Comparison, type OfficeDraft, resultOfDraft } from './choice.ts'
import { DecisionDialog } from './DecisionDialog.tsx'
import { DecisionNote } from './DecisionNote.tsx'
import { JudgementsPanel } from './JudgementsPanel.tsx'
import { JudgesPanel } from './JudgesPanel.tsx'
import { MethodsPanel } from './MethodsPanel.tsx'
import { RankingPanel } from './RankingPanel.tsx'
import { RatingsPanel } from './RatingsPanel.tsx'
import { RobustnessPanel } from './RobustnessPanel.tsx'
import { en, zh } from './text.ts'
import { useDraft } from './useDraft.ts'
import { WeightsPanel } from './WeightsPanel.tsx'

export function ChoicePage() {
  const choiceId = useParam('choiceId')
  const choice = useAsk(readChoice, { choiceId })
  const comparison = useAsk(readComparison, { choiceId })
  // whatever else changes the comparison begins a draft of its own: methods come and go, a decision ends it
  const key = `${choice.choiceId} ${choice.state} ${choice.methods.map(({ code }) => code).join(' ')} ${choice.criteria.map(({ code }) => code).join(' ')}`
  return <ChoiceDesk key={key} choice={choice} comparison={comparison} />
}

function ChoiceDesk({ choice, comparison }: { readonly choice: Choice; readonly comparison: Comparison }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const isOpen = choice.state === 'open'
  const mayEdit = useMay('choice.edit') && isOpen
  const mayDecide = useMay('choice.decide') && isOpen
  const [deciding, setDeciding] = useState(false)
  const { draft, change, changed, saving, refused, settle, revision, follow } = useDraft<OfficeDraft>({
    start: { judgements: choice.judgements, ratings: choice.ratings, reasons: choice.reasons },
    revision: choice.revision,
    save: (next, known) => call(judgeChoice, { choiceId: choice.choiceId, revision: known, ...next }),
  })
  const isOfficeAlone = choice.basis.weights === 'office' && choice.basis.ratings === 'office'
  const later = useDeferredValue(draft)
  const live = useMemo(() => (changed && isOfficeAlone ? resultOfDraft(choice, later) : null), [changed, isOfficeAlone, choice, later])
  const result = live ?? comparison.result
  const acts = { settle, revision, follow }
  const onChange = mayEdit ? change : null

  return (
    <>
      <PageHead
        title={pick(choice.title)}
        sentence={text.sentence}
        back={{ href: '/choose', text: text.back }}
        beside={mayEdit ? text.savingStates[saving] : text.states[choice.state]}
        primary={
          mayDecide ? (
            <Button type="primary" onClick={() => setDeciding(true)}>
              {text.decide}
            </Button>
          ) : (
            <PrintButton />
          )
        }
      />
      <div className="mp-stack">
        {refused && <RefusalNote refused={refused} />}
        {choice.isJudge && isOpen && (
          <Alert
            type="info"
            showIcon
            title={text.youJudge}
            action={<PageLink href={`/choose/${choice.choiceId}/judge`}>{text.toJudging}</PageLink>}
          />
        )}
        {choice.decision && <DecisionNote choice={choice} decision={choice.decision} />}
        <RankingPanel choice={choice} result={result} />
        <JudgesPanel choice={choice} edits={mayEdit} {...acts} />
        <WeightsPanel choice={choice} result={result} judges={comparison.judges} />
        {result.robust && <RobustnessPanel choice={choice} robust={result.robust} best={result.ranking?.[0]?.method ?? ''} />}
        {(mayEdit || choice.basis.weights === 'office') && <JudgementsPanel choice={choice} draft={draft} onChange={onChange} />}
        <CriteriaPanel choice={choice} edits={mayEdit} {...acts} />
        <RatingsPanel choice={choice} comparison={comparison} draft={draft} onChange={onChange} />
        <MethodsPanel choice={choice} edits={mayEdit} {...acts} />
      </div>
      {deciding && <DecisionDialog choice={choice} result={result} revision={revision()} onClose={() => setDeciding(false)} />}
    </>
  )
}
