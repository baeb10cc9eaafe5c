import { approvePool } from '@milepost/contract/reward/pools'
import { Input, Modal } from 'antd'
import { useState } from 'react'
import { Field } from '../../parts/Field.tsx'
import { useDo } from '../../platform/asking.ts'
import { useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { en, zh } from './text.ts'

type ApproveDialogProps = { readonly poolId: string; readonly no: number; readonly onClose: () => void }

export function ApproveDialog({ poolId, no, onClose }: ApproveDialogProps) {
  const text = useText({ zh, en })
  const approving = useDo(approvePool)
  const [reason, setReason] = useState('')
  const approve = async () => {
    await approving.run({ poolId, no, reason })
    onClose()
  }
  return (
    <Modal
      open
      title={`${text.approve} · ${text.kept(no)}`}
      okText={text.approve}
      cancelText={text.cancel}
      onCancel={onClose}
      onOk={() => void approve().catch(() => undefined)}
      confirmLoading={approving.busy}
      okButtonProps={{ disabled: reason.trim().length < 5 }}
    >
      <div className="mp-form">
        <p>{text.approveSays}</p>
        {approving.refused && <RefusalNote refused={approving.refused} />}
        <Field label={text.reasonLabel}>
          {(control) => (
            <Input.TextArea
              {...control}
              rows={4}
              maxLength={2000}
              showCount
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
      </div>
    </Modal>
  )
}
