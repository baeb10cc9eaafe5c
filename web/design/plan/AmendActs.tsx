import { amendPlan } from '@milepost/contract/design/plans'
import { Button } from 'antd'
import { useState } from 'react'
import { FormDialog } from '../../parts/FormDialog.tsx'
import { useDo } from '../../platform/asking.ts'
import { useText } from '../../platform/language.tsx'
import type { CardView } from '../card/cardView.ts'
import { type DraftLine, linesToSend } from '../card/draft.ts'
import { type GoalDraft, goalsToSend } from './goals.ts'
import { en, zh } from './text.ts'

/** An agreed plan as somebody would have it; nothing of it is saved until it is asked for. */
export type Amending = { readonly lines: readonly DraftLine[]; readonly goals: readonly GoalDraft[] }

type AmendActsProps = { readonly view: CardView; readonly amending: Amending; readonly onEnd: () => void }

/** Ask for the change with its reason, or let it be. */
export function AmendActs({ view, amending, onEnd }: AmendActsProps) {
  const text = useText({ zh, en })
  const [asking, setAsking] = useState(false)
  const acting = useDo(amendPlan)
  const { cardId, revision } = view
  const ask = (reason: string) =>
    acting.run({ cardId, revision, lines: linesToSend(amending.lines), goals: goalsToSend(amending.goals), reason }).then(onEnd)
  return (
    <div className="mp-phone-act mp-unprinted">
      <Button onClick={onEnd}>{text.amendStop}</Button>
      <Button type="primary" onClick={() => setAsking(true)}>
        {text.amendAsk}
      </Button>
      {asking && (
        <FormDialog
          title={text.amendAsk}
          sentence={text.amendSay}
          fields={[{ key: 'reason', label: text.amendReason, hint: text.amendReasonSay, kind: 'area' }]}
          start={{ reason: '' }}
          acting={acting}
          okText={text.amendAsk}
          onSave={({ reason }) => ask(reason ?? '')}
          onClose={() => setAsking(false)}
        />
      )}
    </div>
  )
}
