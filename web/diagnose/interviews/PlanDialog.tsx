import { changeInterview, planInterview } from '@milepost/contract/diagnose/interviews'
import { Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { DayField } from '../../parts/DayField.tsx'
import { Field } from '../../parts/Field.tsx'
import { useDo } from '../../platform/asking.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { useFieldError } from '../../platform/useFieldError.ts'
import type { InterviewLine } from './given.ts'
import { en, zh } from './text.ts'

type Named = { readonly code: string; readonly name: { readonly zh: string; readonly en: string } }
type PlanDialogProps = {
  readonly waveId: string
  readonly line: InterviewLine | null
  readonly strata: readonly Named[]
  readonly roles: readonly Named[]
  readonly onClose: () => void
}

export function PlanDialog({ waveId, line, strata, roles, onClose }: PlanDialogProps) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const planning = useDo(planInterview)
  const changing = useDo(changeInterview)
  const refused = planning.refused ?? changing.refused
  const errorAt = useFieldError(refused)
  const [plan, setPlan] = useState({
    stratum: line?.stratum ?? strata.at(-1)?.code ?? '',
    role: line?.role ?? roles[0]?.code ?? '',
    plannedOn: line?.plannedOn ?? null,
    place: line?.place ?? '',
    interviewer: line?.interviewer ?? '',
    arrangement: line?.arrangement ?? '',
  })
  const save = async () => {
    if (line) await changing.run({ interviewId: line.interviewId, ...plan })
    else await planning.run({ waveId, ...plan })
    onClose()
  }
  const choices = (list: readonly Named[]) => list.map((one) => ({ value: one.code, label: pick(one.name) }))
  return (
    <Modal
      open
      title={line ? `${text.change} · ${text.number(line.number)}` : text.plan}
      okText={text.save}
      cancelText={text.cancel}
      confirmLoading={planning.busy || changing.busy}
      onCancel={onClose}
      onOk={() => void save().catch(() => undefined)}
    >
      {refused && <RefusalNote refused={refused} />}
      <div className="mp-form">
        <Field label={text.level} error={errorAt('/stratum')}>
          {(control) => (
            <Select
              {...control}
              value={plan.stratum}
              disabled={line?.hasTranscript ?? false}
              options={choices(strata)}
              onChange={(stratum) => setPlan({ ...plan, stratum })}
            />
          )}
        </Field>
        <Field label={text.role} error={errorAt('/role')}>
          {(control) => (
            <Select
              {...control}
              value={plan.role}
              disabled={line?.hasTranscript ?? false}
              options={choices(roles)}
              onChange={(role) => setPlan({ ...plan, role })}
            />
          )}
        </Field>
        <Field label={text.plannedOn}>
          {(control) => (
            <DayField
              control={control}
              value={plan.plannedOn ?? ''}
              onChange={(day) => setPlan({ ...plan, plannedOn: day === '' ? null : day })}
            />
          )}
        </Field>
        <Field label={text.place}>
          {(control) => <Input {...control} value={plan.place} onChange={({ target }) => setPlan({ ...plan, place: target.value })} />}
        </Field>
        <Field label={text.interviewer}>
          {(control) => (
            <Input {...control} value={plan.interviewer} onChange={({ target }) => setPlan({ ...plan, interviewer: target.value })} />
          )}
        </Field>
        {(line === null || line.consent === null) && (
          <Field label={text.arrangement} hint={text.arrangementHint}>
            {(control) => (
              <Input {...control} value={plan.arrangement} onChange={({ target }) => setPlan({ ...plan, arrangement: target.value })} />
            )}
          </Field>
        )}
      </div>
    </Modal>
  )
}
