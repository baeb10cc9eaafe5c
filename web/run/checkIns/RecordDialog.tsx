import type { OutputOf } from '@milepost/contract/endpoint'
import { type readCheckIns, recordCheckIn } from '@milepost/contract/run/checkIns'
import { Input, Modal, Select } from 'antd'
import { DayField } from '../../parts/DayField.tsx'
import { Field } from '../../parts/Field.tsx'
import { useDo } from '../../platform/asking.ts'
import { useDraft } from '../../platform/draft.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { today } from '../../platform/today.ts'
import { useFieldError } from '../../platform/useFieldError.ts'
import { en, zh } from './text.ts'

type Person = OutputOf<typeof readCheckIns>['people'][number]
type RecordDialogProps = {
  readonly people: readonly Person[]
  /** Whom it is about at first. */
  readonly personId: string
  readonly onClose: () => void
}

/** The head writes down what was said. */
export function RecordDialog({ people, personId, onClose }: RecordDialogProps) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const recording = useDo(recordCheckIn)
  const wrong = useFieldError(recording.refused)
  const draft = useDraft(`check-in ${personId}`, { personId, heldOn: today(), progress: '', support: '', nextStep: '' })
  const { value: typed, set: setTyped } = draft
  const close = () => {
    draft.forget()
    onClose()
  }
  const area = (field: 'progress' | 'support' | 'nextStep', label: string, hint?: string) => (
    <Field label={label} hint={hint} error={wrong(`/${field}`)}>
      {(control) => (
        <Input.TextArea
          {...control}
          rows={3}
          maxLength={4000}
          value={typed[field]}
          onChange={(event) => setTyped({ ...typed, [field]: event.target.value })}
        />
      )}
    </Field>
  )
  return (
    <Modal
      open
      title={text.record}
      okText={text.save}
      cancelText={text.cancel}
      okButtonProps={{ disabled: typed.progress.trim() === '' || typed.heldOn === '' }}
      confirmLoading={recording.busy}
      onOk={() => void recording.run(typed).then(close, () => undefined)}
      onCancel={close}
    >
      <div className="mp-form">
        {recording.refused !== null && <RefusalNote refused={recording.refused} />}
        <Field label={text.person}>
          {(control) => (
            <Select
              {...control}
              showSearch={{ optionFilterProp: 'label' }}
              value={typed.personId}
              options={people.map((one) => ({ value: one.personId, label: `${pick(one.name)} · ${pick(one.unit)}` }))}
              onChange={(next: string) => setTyped({ ...typed, personId: next })}
            />
          )}
        </Field>
        <Field label={text.heldOn} error={wrong('/heldOn')}>
          {(control) => <DayField control={control} value={typed.heldOn} onChange={(heldOn) => setTyped({ ...typed, heldOn })} />}
        </Field>
        {area('progress', text.progress, text.progressHint)}
        {area('support', text.support)}
        {area('nextStep', text.nextStep)}
      </div>
    </Modal>
  )
}
