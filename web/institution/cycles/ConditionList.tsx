import { type CycleConditionView, stateCondition } from '@milepost/contract/institution/cycleSteps'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { Field } from '../../parts/Field.tsx'
import { PageLink } from '../../platform/address.tsx'
import { useDo } from '../../platform/asking.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { en, zh } from './text.ts'

const SIGNS = { met: '✓', open: '○', unstated: '?' } as const
const FEWEST_LETTERS = 4

type ConditionListProps = { readonly cycleId: string; readonly title: string; readonly conditions: readonly CycleConditionView[] }

/** What stands before the next stage: what is met and why, what is missing and where it is mended, what somebody has to state. */
export function ConditionList({ cycleId, title, conditions }: ConditionListProps) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const [stating, setStating] = useState<string | null>(null)
  const inOrder = [...conditions].sort((a, b) => Number(a.state === 'met') - Number(b.state === 'met'))
  return (
    <section className="mp-cycle-conditions" aria-label={title}>
      <h3>{title}</h3>
      <ul>
        {inOrder.map((one) => (
          <li key={one.guard} data-state={one.state}>
            <span aria-hidden>{SIGNS[one.state]}</span>
            <div>
              <span className="mp-unseen">{text.conditionStates[one.state]} </span>
              {pick(one.says)} {one.href !== null && <PageLink href={one.href}>{one.state === 'met' ? text.look : text.goThere}</PageLink>}
              {one.state === 'unstated' && !one.mayState && one.statedBy !== null && (
                <small> {text.waitsFor(text.roles[one.statedBy] ?? one.statedBy)}</small>
              )}
              {one.mayState && stating !== one.guard && (
                <>
                  {' '}
                  <Button size="small" onClick={() => setStating(one.guard)}>
                    {text.state}
                  </Button>
                </>
              )}
              {stating === one.guard && <Stating cycleId={cycleId} guard={one.guard} onDone={() => setStating(null)} />}
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Stating({ cycleId, guard, onDone }: { readonly cycleId: string; readonly guard: string; readonly onDone: () => void }) {
  const text = useText({ zh, en })
  const [note, setNote] = useState('')
  const stating = useDo(stateCondition)
  return (
    <div className="mp-form">
      <Field label={text.statement} hint={text.statementHint}>
        {(control) => (
          <Input.TextArea {...control} rows={2} maxLength={2000} value={note} onChange={({ target }) => setNote(target.value)} />
        )}
      </Field>
      {stating.refused !== null && <RefusalNote refused={stating.refused} />}
      <div className="mp-row">
        <Button
          type="primary"
          disabled={note.trim().length < FEWEST_LETTERS}
          loading={stating.busy}
          onClick={() => void stating.run({ cycleId, guard, note }).then(onDone, () => undefined)}
        >
          {text.state}
        </Button>
        <Button onClick={onDone}>{text.cancel}</Button>
      </div>
    </div>
  )
}
