import type { Endpoint } from '@milepost/contract/endpoint'
import { Input, Modal } from 'antd'
import { useState } from 'react'
import { Field } from '../parts/Field.tsx'
import { useDo } from '../platform/asking.ts'
import type { Sent } from '../platform/call.ts'
import { useText } from '../platform/language.tsx'
import { RefusalNote } from '../platform/RefusalNote.tsx'

type Json = Endpoint<Endpoint['input'], Endpoint['output'], Endpoint['permission'], 'json'>

type ReasonDialogProps<E extends Json> = {
  readonly endpoint: E
  readonly inputOf: (reason: string) => Sent<E>
  readonly title: string
  readonly says: string
  readonly label: string
  readonly danger?: boolean
  readonly onClose: () => void
}

const zh = { cancel: '取消' }
const en: typeof zh = { cancel: 'Cancel' }
const SHORTEST = 5

/** An act by name with its reason: what it does, why, and then it is done. */
export function ReasonDialog<E extends Json>({ endpoint, inputOf, title, says, label, danger, onClose }: ReasonDialogProps<E>) {
  const text = useText({ zh, en })
  const doing = useDo(endpoint)
  const [reason, setReason] = useState('')
  const act = async () => {
    await doing.run(inputOf(reason))
    onClose()
  }
  return (
    <Modal
      open
      title={title}
      okText={title}
      cancelText={text.cancel}
      onCancel={onClose}
      onOk={() => void act().catch(() => undefined)}
      confirmLoading={doing.busy}
      okButtonProps={{ disabled: reason.trim().length < SHORTEST, danger: danger ?? false }}
    >
      <div className="mp-form">
        <p>{says}</p>
        {doing.refused && <RefusalNote refused={doing.refused} />}
        <Field label={label}>
          {(control) => (
            <Input.TextArea
              {...control}
              rows={4}
              maxLength={1000}
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
