import type { OutputOf } from '@milepost/contract/endpoint'
import { type readCheckIns, readMidYearMatters, recordCheckIn } from '@milepost/contract/run/checkIns'
import { Input, Modal, Radio, Select } from 'antd'
import { DayField } from '../../parts/DayField.tsx'
import { Field } from '../../parts/Field.tsx'
import { Lacking } from '../../parts/Lacking.tsx'
import { useAskMaybe, useDo } from '../../platform/asking.ts'
import { useDraft } from '../../platform/draft.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { today } from '../../platform/today.ts'
import { useFieldError } from '../../platform/useFieldError.ts'
import { MattersTable } from './MattersTable.tsx'
import * as midYear from './midYearText.ts'
import { en, zh } from './text.ts'

type Person = OutputOf<typeof readCheckIns>['people'][number]
type RecordDialogProps = {
  readonly people: readonly Person[]
  /** Whom it is about at first. */
  readonly personId: string
  readonly kind: 'check-in' | 'mid-year'
  readonly onClose: () => void
}

/** The head writes down what was said. */
export function RecordDialog({ people, personId, kind, onClose }: RecordDialogProps) {
  const text = useText({ zh, en })
  const half = useText({ zh: midYear.zh, en: midYear.en })
  const { pick } = useLanguage()
  const recording = useDo(recordCheckIn)
  const wrong = useFieldError(recording.refused)
  const draft = useDraft(`${kind} ${personId}`, {
    ...{ personId, kind, heldOn: today(), progress: '', support: '', nextStep: '', changes: '' },
  })
  const { value: typed, set: setTyped } = draft
  const close = () => {
    draft.forget()
    onClose()
  }
  const owes = people.find((one) => one.personId === typed.personId)?.midYear
  const mayReview = owes === 'to-hold' || owes === 'late'
  const isMidYear = typed.kind === 'mid-year' && mayReview
  const lacking = [...(typed.heldOn === '' ? [text.heldOn] : []), ...(typed.progress.trim() === '' ? [text.progress] : [])]
  const area = (field: 'progress' | 'support' | 'nextStep' | 'changes', label: string, hint?: string) => (
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
      title={isMidYear ? half.midYear : text.record}
      okText={text.save}
      cancelText={text.cancel}
      okButtonProps={{ disabled: lacking.length > 0 }}
      // Cancel gives up what was typed; Esc may be a slip and keeps it
      cancelButtonProps={{ onClick: draft.forget }}
      confirmLoading={recording.busy}
      width={isMidYear ? 820 : 520}
      onOk={() => void recording.run({ ...typed, kind: isMidYear ? 'mid-year' : 'check-in' }).then(close, () => undefined)}
      onCancel={onClose}
    >
      <div className="mp-form">
        {draft.restored && <p className="mp-soft">{text.restored}</p>}
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
        {mayReview && (
          <Field label={half.kind}>
            {(control) => (
              <Radio.Group
                id={control.id}
                value={typed.kind}
                options={(['check-in', 'mid-year'] as const).map((value) => ({ value, label: half.kinds[value] }))}
                onChange={({ target }) => setTyped({ ...typed, kind: target.value })}
              />
            )}
          </Field>
        )}
        {isMidYear && <Matters personId={typed.personId} />}
        <Field label={text.heldOn} error={wrong('/heldOn')}>
          {(control) => <DayField control={control} value={typed.heldOn} onChange={(heldOn) => setTyped({ ...typed, heldOn })} />}
        </Field>
        {area('progress', text.progress, text.progressHint)}
        {area('support', text.support)}
        {area('nextStep', isMidYear ? half.secondHalf : text.nextStep)}
        {isMidYear && area('changes', half.changes, half.changesHint)}
        <Lacking what={lacking} />
      </div>
    </Modal>
  )
}

function Matters({ personId }: { readonly personId: string }) {
  const { answer, refused } = useAskMaybe(readMidYearMatters, { personId })
  if (refused !== null) return <RefusalNote refused={refused} />
  return answer === null ? null : <MattersTable matters={answer.matters} />
}
