import { exceptPlans, type planRow } from '@milepost/contract/design/plans'
import { Button, Checkbox, Input, Modal } from 'antd'
import { useState } from 'react'
import type { z } from 'zod'
import { Field } from '../../parts/Field.tsx'
import { useDo } from '../../platform/asking.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { en, zh } from './text.ts'

type ExceptPlansProps = { readonly cycleId: string; readonly plans: readonly z.infer<typeof planRow>[] }

/** A leader decides, name by name and with the reason, that plans nobody agreed are not scored. Nobody is ticked beforehand. */
export function ExceptPlans({ cycleId, plans }: ExceptPlansProps) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const [open, setOpen] = useState(false)
  const [ticked, setTicked] = useState<readonly string[]>([])
  const [reason, setReason] = useState('')
  const excepting = useDo(exceptPlans)
  const decide = () =>
    excepting.run({ cycleId, cardIds: [...ticked], reason }).then(
      () => {
        setTicked([])
        setOpen(false)
      },
      () => undefined,
    )
  return (
    <>
      <Button onClick={() => setOpen(true)}>{text.except(plans.length)}</Button>
      {open && (
        <Modal
          open
          width={720}
          title={text.except(plans.length)}
          okText={text.exceptTicked(ticked.length)}
          cancelText={text.cancel}
          okButtonProps={{ disabled: ticked.length === 0 || reason.trim().length < 4 }}
          confirmLoading={excepting.busy}
          onOk={() => void decide()}
          onCancel={() => setOpen(false)}
        >
          <div className="mp-form">
            <p>{text.exceptSay}</p>
            {excepting.refused !== null && <RefusalNote refused={excepting.refused} />}
            <Checkbox.Group
              className="mp-lines"
              value={[...ticked]}
              onChange={setTicked}
              options={plans.map((plan) => ({
                value: plan.cardId,
                label: `${plan.person} · ${pick(plan.unit)} · ${text.states[plan.state]}`,
              }))}
            />
            <Field label={text.exceptReason}>
              {(control) => (
                <Input.TextArea {...control} rows={3} maxLength={1000} value={reason} onChange={(event) => setReason(event.target.value)} />
              )}
            </Field>
          </div>
        </Modal>
      )}
    </>
  )
}
