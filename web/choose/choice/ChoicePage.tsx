import { readChoice } from '@milepost/contract/choose/choice'
import { rankMethods, robustness } from '@milepost/decision/methodChoice'
import { seededRandom } from '@milepost/decision/seededRandom'
import { Button } from 'antd'
import { useDeferredValue, useMemo, useState } from 'react'
import { PageHead } from '../../parts/PageHead.tsx'
import { useParam } from '../../platform/address.tsx'
import { useAsk } from '../../platform/asking.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { useMay } from '../../platform/session.tsx'
import { type Choice, comparisonOf } from './choice.ts'
import { DecisionDialog } from './DecisionDialog.tsx'
import { DecisionNote } from './DecisionNote.tsx'
import { JudgementsPanel } from './JudgementsPanel.tsx'
import { MethodsPanel } from './MethodsPanel.tsx'
import { RankingPanel } from './RankingPanel.tsx'
import { RatingsPanel } from './RatingsPanel.tsx'
import { RobustnessPanel } from './RobustnessPanel.tsx'
import { en, zh } from './text.ts'
import { useDraft } from './useDraft.ts'

/** Weight vectors drawn for the robustness picture: enough for whole per cents, quick enough to follow a slider. */
const DRAWS = 2000

export function ChoicePage() {
  const choice = useAsk(readChoice, { choiceId: useParam('choiceId') })
  return <ChoiceDesk key={choice.choiceId} choice={choice} />
}

function ChoiceDesk({ choice }: { choice: Choice }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const open = choice.state === 'open'
  const mayEdit = useMay('choice.edit') && open
  const mayDecide = useMay('choice.decide') && open
  const [deciding, setDeciding] = useState(false)
  const { draft, change, saving, refused, revision } = useDraft(choice, mayEdit)
  const comparison = useMemo(() => comparisonOf(choice, draft), [choice, draft])
  const ranked = useMemo(() => rankMethods(comparison), [comparison])
  const later = useDeferredValue(comparison)
  const robust = useMemo(() => robustness(later, { draws: DRAWS, random: seededRandom(choice.choiceId) }), [later, choice.choiceId])

  return (
    <>
      <PageHead
        title={pick(choice.title)}
        sentence={text.sentence}
        back={{ href: '/choose', text: text.back }}
        beside={mayEdit ? (saving === 'saved' ? text.saved : text.saving) : text.states[choice.state]}
        primary={
          mayDecide && (
            <Button type="primary" onClick={() => setDeciding(true)}>
              {text.decide}
            </Button>
          )
        }
      />
      {refused && <RefusalNote refused={refused} />}
      {choice.decision && <DecisionNote choice={choice} decision={choice.decision} />}
      <RankingPanel choice={choice} ranked={ranked} />
      <JudgementsPanel choice={choice} draft={draft} ranked={ranked} onChange={mayEdit ? change : null} />
      <RatingsPanel choice={choice} draft={draft} onChange={mayEdit ? change : null} />
      {robust && <RobustnessPanel choice={choice} robust={robust} draws={DRAWS} />}
      <MethodsPanel choice={choice} />
      {deciding && <DecisionDialog choice={choice} ranked={ranked} revision={revision()} onClose={() => setDeciding(false)} />}
    </>
  )
}
