import { decideChoice } from '@milepost/contract/choose/choice'
import type { MethodRanking } from '@milepost/decision/methodChoice'
import { Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { useDo } from '../../platform/asking.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import type { Choice } from './choice.ts'
import { en, zh } from './text.ts'

type DecisionDialogProps = {
  readonly choice: Choice
  readonly ranked: MethodRanking
  readonly revision: number
  readonly onClose: () => void
}

export function DecisionDialog({ choice, ranked, revision, onClose }: DecisionDialogProps) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const deciding = useDo(decideChoice)
  const first = ranked.topsis?.kind === 'computed' ? choice.methods[ranked.topsis.ranking[0] ?? 0] : choice.methods[0]
  const [method, setMethod] = useState(first?.code ?? '')
  const [reason, setReason] = useState('')

  const decide = async () => {
    await deciding.run({ choiceId: choice.choiceId, revision, method, reason })
    onClose()
  }
  return (
    <Modal
      open
      title={text.decide}
      okText={text.decide}
      cancelText={text.cancel}
      onCancel={onClose}
      onOk={() => void decide().catch(() => undefined)}
      confirmLoading={deciding.busy}
      okButtonProps={{ disabled: reason.trim().length < 10 }}
    >
      <p>{text.decideSays}</p>
      {deciding.refused && <RefusalNote refused={deciding.refused} />}
      <Form layout="vertical">
        <Form.Item label={text.chosen} htmlFor="chosen-method">
          <Select
            id="chosen-method"
            value={method}
            onChange={setMethod}
            options={choice.methods.map((one) => ({ value: one.code, label: pick(one.name) }))}
          />
        </Form.Item>
        <Form.Item label={text.reason} htmlFor="decision-reason">
          <Input.TextArea
            id="decision-reason"
            rows={5}
            maxLength={4000}
            showCount
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </Form.Item>
      </Form>
    </Modal>
  )
}
