import { publishPublication } from '@milepost/contract/open/publications'
import { Modal } from 'antd'
import { useState } from 'react'
import { DayField } from '../../parts/DayField.tsx'
import { Field } from '../../parts/Field.tsx'
import { useDo } from '../../platform/asking.ts'
import { useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { useFieldError } from '../../platform/useFieldError.ts'
import { isSaid, NO_REASON, ReasonFields } from './ReasonFields.tsx'
import { en, zh } from './text.ts'

export function PublishDialog({ publicationId, onClose }: { readonly publicationId: string; readonly onClose: () => void }) {
  const text = useText({ zh, en })
  const publishing = useDo(publishPublication)
  const wrong = useFieldError(publishing.refused)
  const [reason, setReason] = useState(NO_REASON)
  const [endsOn, setEndsOn] = useState('')
  const publish = async () => {
    await publishing.run({ publicationId, reason, endsOn: endsOn === '' ? null : endsOn })
    onClose()
  }
  return (
    <Modal
      open
      title={text.publish}
      okText={text.publish}
      cancelText={text.cancel}
      onCancel={onClose}
      onOk={() => void publish().catch(() => undefined)}
      confirmLoading={publishing.busy}
      okButtonProps={{ disabled: !isSaid(reason) }}
    >
      <div className="mp-form">
        {publishing.refused && <RefusalNote refused={publishing.refused} />}
        <ReasonFields reason={reason} onChange={setReason} wrong={wrong} />
        <Field label={text.endsOn} hint={text.endsOnHint} error={wrong('/endsOn')}>
          {(control) => <DayField control={control} value={endsOn} onChange={setEndsOn} />}
        </Field>
      </div>
    </Modal>
  )
}
