import { answerFeedback, type FeedbackLine } from '@milepost/contract/open/feedback'
import { Checkbox, Input, Modal, Radio } from 'antd'
import { useState } from 'react'
import { Field } from '../../parts/Field.tsx'
import { useDo } from '../../platform/asking.ts'
import { useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { useFieldError } from '../../platform/useFieldError.ts'
import { en, zh } from './text.ts'

const SHORTEST = 5

type AnswerDialogProps = {
  readonly line: FeedbackLine
  /** What it is about: a measure by its name, or the whole page. */
  readonly about: string
  readonly onClose: () => void
}

export function AnswerDialog({ line, about, onClose }: AnswerDialogProps) {
  const text = useText({ zh, en })
  const answering = useDo(answerFeedback)
  const wrong = useFieldError(answering.refused)
  const [outcome, setOutcome] = useState<'answered' | 'set-aside'>('answered')
  const [answer, setAnswer] = useState('')
  const [shown, setShown] = useState(true)
  const send = async () => {
    await answering.run({ feedbackId: line.feedbackId, outcome, answer, shown: shown && outcome === 'answered' })
    onClose()
  }
  return (
    <Modal
      open
      title={text.act}
      okText={text.save}
      cancelText={text.cancel}
      onCancel={onClose}
      onOk={() => void send().catch(() => undefined)}
      confirmLoading={answering.busy}
      okButtonProps={{ disabled: answer.trim().length < SHORTEST }}
    >
      <div className="mp-form">
        <p className="mp-soft">
          {line.saidOn} · {text.about} {about}
        </p>
        <blockquote className="mp-said">{line.said}</blockquote>
        {answering.refused && <RefusalNote refused={answering.refused} />}
        <Radio.Group
          value={outcome}
          onChange={({ target }) => setOutcome(target.value)}
          options={(['answered', 'set-aside'] as const).map((one) => ({ value: one, label: text.outcomes[one] }))}
        />
        <Field label={outcome === 'answered' ? text.answer : text.why} hint={text.answerHint} error={wrong('/answer') ?? wrong('/said')}>
          {(control) => (
            <Input.TextArea
              {...control}
              rows={5}
              maxLength={2000}
              showCount
              value={answer}
              onChange={({ target }) => setAnswer(target.value)}
            />
          )}
        </Field>
        {outcome === 'answered' && (
          <Checkbox checked={shown} onChange={({ target }) => setShown(target.checked)}>
            {text.show}
          </Checkbox>
        )}
      </div>
    </Modal>
  )
}
