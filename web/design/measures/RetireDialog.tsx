import { retireMeasure } from '@milepost/contract/design/measures'
import { Input, Modal } from 'antd'
import { useState } from 'react'
import { Field } from '../../parts/Field.tsx'
import { useDo } from '../../platform/asking.ts'
import { useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { en, zh } from './text.ts'

export function RetireDialog({ code, onClose }: { readonly code: string; readonly onClose: () => void }) {
  const text = useText({ zh, en })
  const [reason, setReason] = useState('')
  const retiring = useDo(retireMeasure)
  return (
    <Modal
      open
      title={text.retireTitle}
      okText={text.retire}
      cancelText={text.cancel}
      okButtonProps={{ disabled: reason.trim() === '' }}
      confirmLoading={retiring.busy}
      onOk={() => void retiring.run({ code, reason }).then(onClose, () => undefined)}
      onCancel={onClose}
    >
      {retiring.refused !== null && <RefusalNote refused={retiring.refused} />}
      <p>{text.retireSay}</p>
      <Field label={text.retireReason}>
        {(control) => <Input {...control} value={reason} maxLength={500} onChange={({ target }) => setReason(target.value)} />}
      </Field>
    </Modal>
  )
}
