import type { DevelopmentGoal } from '@milepost/contract/design/card'
import { recordGoal } from '@milepost/contract/design/plans'
import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { useDo } from '../../platform/asking.ts'
import { useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { useMay } from '../../platform/session.tsx'
import type { CardView } from '../card/cardView.ts'
import { en, zh } from './text.ts'

const STATES = ['planned', 'achieved', 'partly-achieved', 'not-achieved'] as const

/** What came of a goal: said by the head once the plan is agreed, read by everybody who may read the plan. */
export function GoalOutcome({ view, goal }: { readonly view: CardView; readonly goal: DevelopmentGoal | undefined }) {
  const text = useText({ zh, en })
  const mayRecord = useMay('goal.record', { personId: view.personId ?? '', unitId: view.unitId }) && view.state === 'agreed'
  const [state, setState] = useState(goal?.state ?? 'planned')
  const [evidence, setEvidence] = useState(goal?.evidence ?? '')
  const recording = useDo(recordGoal)
  if (goal === undefined || view.state !== 'agreed') return null
  if (!mayRecord) return <p className="mp-soft">{text.outcomeSay(text.goalStates[goal.state], goal.evidence)}</p>
  return (
    <div className="mp-row" style={{ marginTop: 8 }}>
      <Select
        aria-label={text.outcome}
        value={state}
        options={STATES.map((one) => ({ value: one, label: text.goalStates[one] }))}
        onChange={setState}
        style={{ minWidth: 120 }}
      />
      <Input
        aria-label={text.evidence}
        placeholder={text.evidence}
        value={evidence}
        onChange={({ target }) => setEvidence(target.value)}
        style={{ flex: '1 1 200px' }}
      />
      <Button loading={recording.busy} onClick={() => recording.start({ goalId: goal.goalId, state, evidence })}>
        {text.record}
      </Button>
      {recording.refused !== null && <RefusalNote refused={recording.refused} />}
    </div>
  )
}
