import { stepBack } from '@milepost/contract/institution/cycleSteps'
import { Input, Modal } from 'antd'
import { useState } from 'react'
import { Field } from '../../parts/Field.tsx'
import { useDo } from '../../platform/asking.ts'
import { useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { en, zh } from './text.ts'

const FEWEST_LETTERS = 4

type StepBackDialogProps = { readonly cycleId: string; readonly to: string; readonly onClose: () => void }

export function StepBackDialog({ cycleId, to, onClose }: StepBackDialogProps) {
  const text = useText({ zh, en })
  const [reason, setReason] = useState('')
  const stepping = useDo(stepBack)
  return (
    <Modal
      open
      title={text.back(to)}
      okText={text.stepBack}
      cancelText={text.cancel}
      okButtonProps={{ disabled: reason.trim().length < FEWEST_LETTERS, loading: stepping.busy }}
      onOk={() => stepping.run({ cycleId, reason }).then(onClose, () => undefined)}
      onCancel={onClose}
    >
      <div className="mp-form">
        <p>{text.backSay}</p>
        <Field label={text.reason} hint={text.statementHint}>
          {(control) => (
            <Input.TextArea {...control} rows={3} maxLength={2000} value={reason} onChange={({ target }) => setReason(target.value)} />
          )}
        </Field>
        {stepping.refused !== null && <RefusalNote refused={stepping.refused} />}
      </div>
    </Modal>
  )
}
