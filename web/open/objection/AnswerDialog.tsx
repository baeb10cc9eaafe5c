import { answerLineObjection, type LineObjection } from '@milepost/contract/open/objections'
import { Input, Modal, Radio } from 'antd'
import { useState } from 'react'
import { Field } from '../../parts/Field.tsx'
import { useDo } from '../../platform/asking.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { useFieldError } from '../../platform/useFieldError.ts'
import { shownOf } from './shownOf.ts'
import { en, zh } from './text.ts'

const SHORTEST = 10

export function AnswerDialog({ objection, onClose }: { readonly objection: LineObjection; readonly onClose: () => void }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const answering = useDo(answerLineObjection)
  const wrong = useFieldError(answering.refused)
  const [outcome, setOutcome] = useState<'stands' | 'to-correct'>('stands')
  const [answer, setAnswer] = useState('')
  const send = async () => {
    await answering.run({ objectionId: objection.objectionId, outcome, answer })
    onClose()
  }
  return (
    <Modal
      open
      title={text.objectTo(pick(objection.name), pick(shownOf(objection)))}
      okText={text.save}
      cancelText={text.cancel}
      onCancel={onClose}
      onOk={() => void send().catch(() => undefined)}
      confirmLoading={answering.busy}
      okButtonProps={{ disabled: answer.trim().length < SHORTEST }}
    >
      <div className="mp-form">
        <blockquote className="mp-said">{objection.facts}</blockquote>
        {answering.refused && <RefusalNote refused={answering.refused} />}
        <Radio.Group
          value={outcome}
          onChange={({ target }) => setOutcome(target.value)}
          options={(['stands', 'to-correct'] as const).map((one) => ({ value: one, label: text.outcome[one] }))}
        />
        <Field label={text.answer} hint={text.answerHint} error={wrong('/answer')}>
          {(control) => (
            <Input.TextArea {...control} rows={5} maxLength={4000} value={answer} onChange={({ target }) => setAnswer(target.value)} />
          )}
        </Field>
      </div>
    </Modal>
  )
}
