import type { Endpoint } from '@milepost/contract/endpoint'
import { Input, Modal } from 'antd'
import { type ReactNode, useState } from 'react'
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
  /** The word on the button; without it the title. */
  readonly okText?: string
  readonly says: string
  readonly label: string
  readonly danger?: boolean
  /** What is asked for beside the reason; `isReady: false` until it is there. */
  readonly children?: ReactNode
  readonly isReady?: boolean
  readonly onClose: () => void
}

const zh = { cancel: '取消' }
const en: typeof zh = { cancel: 'Cancel' }
const SHORTEST = 5

/** An act by name with its reason: what it does, why, and then it is done. */
export function ReasonDialog<E extends Json>(props: ReasonDialogProps<E>) {
  const { endpoint, inputOf, title, okText = title, says, label, danger = false, children, isReady = true, onClose } = props
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
      okText={okText}
      cancelText={text.cancel}
      onCancel={onClose}
      onOk={() => void act().catch(() => undefined)}
      confirmLoading={doing.busy}
      okButtonProps={{ disabled: reason.trim().length < SHORTEST || !isReady, danger }}
    >
      <div className="mp-form">
        <p>{says}</p>
        {doing.refused && <RefusalNote refused={doing.refused} />}
        {children}
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
