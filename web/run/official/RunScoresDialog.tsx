import { runOfficialScores } from '@milepost/contract/run/scores'
import { Alert, Input, Modal } from 'antd'
import { useState } from 'react'
import { Field } from '../../parts/Field.tsx'
import { useDo } from '../../platform/asking.ts'
import { useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { en, zh } from './text.ts'

/** Run the official scores, with the reason a second run needs. */
export function RunScoresDialog({ cycleId, onClose }: { readonly cycleId: string; readonly onClose: () => void }) {
  const text = useText({ zh, en })
  const [reason, setReason] = useState('')
  const running = useDo(runOfficialScores)
  const ran = running.outcome
  return (
    <Modal
      open
      title={text.run}
      okText={ran === null ? text.run : text.close}
      cancelText={text.cancel}
      cancelButtonProps={ran === null ? {} : { style: { display: 'none' } }}
      confirmLoading={running.busy}
      onOk={ran === null ? () => running.start({ cycleId, reason }) : onClose}
      onCancel={onClose}
    >
      <div className="mp-form">
        {running.refused !== null && <RefusalNote refused={running.refused} />}
        {ran === null ? (
          <>
            <p>{text.dialogSay}</p>
            <Field label={text.reason} hint={text.reasonHint}>
              {(control) => (
                <Input.TextArea {...control} rows={3} maxLength={2000} value={reason} onChange={(event) => setReason(event.target.value)} />
              )}
            </Field>
          </>
        ) : (
          <Alert type="success" showIcon title={text.done(ran.revision, ran.cards, ran.changed, ran.provisional)} />
        )}
      </div>
    </Modal>
  )
}
