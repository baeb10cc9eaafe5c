import { agreePlan, giveBackPlan, proposePlan } from '@milepost/contract/design/plans'
import { App, Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { Field } from '../../parts/Field.tsx'
import { useDo } from '../../platform/asking.ts'
import type { CallRefused } from '../../platform/call.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import type { CardView } from '../card/cardView.ts'
import { en, zh } from './text.ts'

type PlanActsProps = { readonly view: CardView /** Saves what is still waiting. */; readonly settle: () => Promise<void> }

/** The one thing to do with the plan now: propose it, agree it, or give it back. */
export function PlanActs({ view, settle }: PlanActsProps) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const { notification } = App.useApp()
  const [returning, setReturning] = useState(false)
  const [note, setNote] = useState('')
  const proposing = useDo(proposePlan)
  const agreeing = useDo(agreePlan)
  const giving = useDo(giveBackPlan)
  const { cardId, may } = view
  const say = (refused: CallRefused) => notification.error({ title: pick(refused.text), duration: 12 })
  const propose = async () => {
    await settle()
    await proposing.run({ cardId }).catch(say)
  }
  const giveBack = () =>
    giving.run({ cardId, note }).then(
      () => setReturning(false),
      () => undefined,
    )
  if (!may.propose && !may.agree) return null
  return (
    <div className="mp-phone-act mp-unprinted">
      {may.propose && (
        <Button type="primary" title={text.proposeSay} loading={proposing.busy} onClick={() => void propose()}>
          {text.propose}
        </Button>
      )}
      {may.agree && (
        <>
          <Button onClick={() => setReturning(true)}>{text.giveBack}</Button>
          <Button type="primary" title={text.agreeSay} loading={agreeing.busy} onClick={() => void agreeing.run({ cardId }).catch(say)}>
            {text.agree}
          </Button>
        </>
      )}
      {returning && (
        <Modal
          open
          title={text.giveBack}
          okText={text.giveBack}
          cancelText={text.cancel}
          okButtonProps={{ disabled: note.trim() === '' }}
          confirmLoading={giving.busy}
          onOk={() => void giveBack()}
          onCancel={() => setReturning(false)}
        >
          {giving.refused !== null && <RefusalNote refused={giving.refused} />}
          <Field label={text.reason} hint={text.giveBackSay}>
            {(control) => <Input.TextArea {...control} rows={3} value={note} onChange={({ target }) => setNote(target.value)} />}
          </Field>
        </Modal>
      )}
    </div>
  )
}
