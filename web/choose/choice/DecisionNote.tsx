import { Alert } from 'antd'
import { written } from '../../parts/figures.ts'
import { dayOf } from '../../platform/instants.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import type { Choice } from './choice.ts'
import { en, zh } from './text.ts'

type DecisionNoteProps = { readonly choice: Choice; readonly decision: NonNullable<Choice['decision']> }

export function DecisionNote({ choice, decision }: DecisionNoteProps) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const chosen = choice.methods.find((method) => method.code === decision.method)
  return (
    <Alert
      type="success"
      showIcon
      title={`${text.chosen}：${chosen ? pick(chosen.name) : decision.method}`}
      description={
        <>
          <p>{decision.reason}</p>
          <small>
            {text.decidedBy(decision.decidedBy, dayOf(decision.decidedAt))} · {text.decidedWith(written(decision.consistencyRatio, 4))}
          </small>
        </>
      }
    />
  )
}
