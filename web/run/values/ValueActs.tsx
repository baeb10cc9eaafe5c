import {
  declineNotApplicable,
  grantNotApplicable,
  returnValue,
  type ValueView,
  verifyValues,
  withdrawValue,
} from '@milepost/contract/run/values'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { Field } from '../../parts/Field.tsx'
import { useDo } from '../../platform/asking.ts'
import { useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { useMay } from '../../platform/session.tsx'
import { en, zh } from './text.ts'

type Act = 'withdraw' | 'grant' | 'decline' | 'verify' | 'sendBack'
const WITHOUT_REASON: readonly Act[] = ['grant', 'verify']
const FEWEST_LETTERS = 4

/** Why whoever looks neither decides nor verifies what waits for it; null: they may, or nothing waits. */
function whyNot({ state, isOwn, mayDecide, mayVerify, check }: ValueView): 'ownAsked' | 'othersAsked' | 'ownRecorded' | null {
  if (state === 'not-applicable-asked') return mayDecide ? null : isOwn ? 'ownAsked' : 'othersAsked'
  const waits = (state === 'reported' || state === 'estimated') && check?.verdict !== 'verified'
  return waits && isOwn && !mayVerify ? 'ownRecorded' : null
}

/** What may be done with a value now: correct, withdraw, grant or decline a not-applicable. */
export function ValueActs({ value, onCorrect }: { readonly value: ValueView; readonly onCorrect: () => void }) {
  const text = useText({ zh, en })
  const mayRecord = useMay('value.import')
  const [act, setAct] = useState<Act | null>(null)
  const [reason, setReason] = useState('')
  const withdrawing = useDo(withdrawValue)
  const granting = useDo(grantNotApplicable)
  const declining = useDo(declineNotApplicable)
  const verifying = useDo(verifyValues)
  const returning = useDo(returnValue)
  const doing = { withdraw: withdrawing, grant: granting, decline: declining, verify: verifying, sendBack: returning }
  const current = act === null ? null : doing[act]
  const { valueId } = value
  const send = async () => {
    if (act === 'withdraw') await withdrawing.run({ valueId, reason })
    if (act === 'grant') await granting.run({ valueId, note: reason })
    if (act === 'decline') await declining.run({ valueId, reason })
    if (act === 'verify') await verifying.run({ valueIds: [valueId], note: reason })
    if (act === 'sendBack') await returning.run({ valueId, reason })
    setAct(null)
    setReason('')
  }
  if (value.period.state === 'closed') return <p className="mp-run-mend">{text.closed}</p>
  const closedTo = whyNot(value)
  return (
    <div className="mp-form mp-run-acts">
      {closedTo !== null && <p className="mp-run-mend">{text[closedTo]}</p>}
      <div className="mp-row">
        {value.mayDecide && (
          <>
            <Button type="primary" onClick={() => setAct('grant')}>
              {text.grant}
            </Button>
            <Button onClick={() => setAct('decline')}>{text.decline}</Button>
          </>
        )}
        {value.mayVerify && (
          <>
            <Button type="primary" onClick={() => setAct('verify')}>
              {text.verify}
            </Button>
            <Button onClick={() => setAct('sendBack')}>{text.sendBack}</Button>
          </>
        )}
        {mayRecord && value.computed === null && (
          <Button type={value.mayDecide || value.mayVerify ? 'default' : 'primary'} onClick={onCorrect}>
            {text.correct}
          </Button>
        )}
        {mayRecord && value.computed === null && value.state !== 'withdrawn' && (
          <Button onClick={() => setAct('withdraw')}>{text.withdraw}</Button>
        )}
      </div>
      {act !== null && (
        <>
          {current?.refused && <RefusalNote refused={current.refused} />}
          <Field
            label={`${text[act]} · ${WITHOUT_REASON.includes(act) ? text.note : text.reason}`}
            hint={WITHOUT_REASON.includes(act) ? undefined : text.reasonHint}
          >
            {(control) => <Input.TextArea {...control} rows={2} value={reason} onChange={(event) => setReason(event.target.value)} />}
          </Field>
          <div className="mp-row">
            <Button
              type="primary"
              loading={current?.busy === true}
              disabled={!WITHOUT_REASON.includes(act) && reason.trim().length < FEWEST_LETTERS}
              onClick={() => void send().catch(() => undefined)}
            >
              {text.confirm}
            </Button>
            <Button onClick={() => setAct(null)}>{text.cancel}</Button>
          </div>
        </>
      )}
    </div>
  )
}
