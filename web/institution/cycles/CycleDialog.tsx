import { midYearDay } from '@milepost/appraisal/midYear'
import { type CycleRow, createCycle, editCycle } from '@milepost/contract/institution/cycles'
import { Input, InputNumber, Modal } from 'antd'
import { useState } from 'react'
import { DayField } from '../../parts/DayField.tsx'
import { Field } from '../../parts/Field.tsx'
import { useDoing } from '../../platform/asking.ts'
import { call } from '../../platform/call.ts'
import { useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { useFieldError } from '../../platform/useFieldError.ts'
import { nextYear } from './nextYear.ts'
import { en, zh } from './text.ts'

type CycleDialogProps = { readonly cycle: CycleRow | null; readonly taken: readonly number[]; readonly onClose: () => void }
type Draft = Pick<CycleRow, 'year' | 'name' | 'startsOn' | 'endsOn' | 'midYearBy'>

/** A new year suggests its name and dates, which may then be changed. */
export function CycleDialog({ cycle, taken, onClose }: CycleDialogProps) {
  const text = useText({ zh, en })
  const suggested = (year: number): Draft => {
    const dates = { startsOn: `${year}-01-01`, endsOn: `${year}-12-31` }
    return { year, name: text.suggested(year), ...dates, midYearBy: midYearDay(dates) }
  }
  const [draft, setDraft] = useState<Draft>(cycle ?? suggested(nextYear(taken, new Date().getFullYear())))
  const saving = useDoing(async ({ year, ...rest }: Draft) => {
    if (cycle === null) await call(createCycle, { year, ...rest })
    else await call(editCycle, { cycleId: cycle.cycleId, ...rest })
  })
  const wrong = useFieldError(saving.refused)
  const { year, name, startsOn, endsOn, midYearBy } = draft
  return (
    <Modal
      open
      title={cycle === null ? text.create : text.edit}
      okText={text.save}
      cancelText={text.cancel}
      okButtonProps={{ loading: saving.busy, disabled: name.zh.trim() === '' || startsOn === '' || endsOn === '' }}
      onOk={() => saving.run({ year, name, startsOn, endsOn, midYearBy }).then(onClose, () => undefined)}
      onCancel={onClose}
      width={460}
    >
      <form className="mp-form" onSubmit={(event) => event.preventDefault()}>
        {cycle === null && (
          <Field label={text.year} error={wrong('/year')}>
            {(control) => (
              <InputNumber
                {...control}
                value={year}
                min={1990}
                max={2100}
                onChange={(next) => next !== null && setDraft(suggested(next))}
              />
            )}
          </Field>
        )}
        <Field label={text.nameZh} error={wrong('/name/zh')}>
          {(control) => (
            <Input {...control} value={name.zh} onChange={({ target }) => setDraft({ ...draft, name: { ...name, zh: target.value } })} />
          )}
        </Field>
        <Field label={text.nameEn} error={wrong('/name/en')}>
          {(control) => (
            <Input {...control} value={name.en} onChange={({ target }) => setDraft({ ...draft, name: { ...name, en: target.value } })} />
          )}
        </Field>
        <Field label={text.startsOn} error={wrong('/startsOn')}>
          {(control) => <DayField control={control} value={startsOn} onChange={(day) => setDraft({ ...draft, startsOn: day })} />}
        </Field>
        <Field label={text.endsOn} error={wrong('/endsOn')}>
          {(control) => <DayField control={control} value={endsOn} onChange={(day) => setDraft({ ...draft, endsOn: day })} />}
        </Field>
        <Field label={text.midYearBy} hint={text.midYearSay} error={wrong('/midYearBy')}>
          {(control) => (
            <DayField
              control={control}
              value={midYearBy ?? ''}
              onChange={(day) => setDraft({ ...draft, midYearBy: day === '' ? null : day })}
            />
          )}
        </Field>
        {saving.refused !== null && <RefusalNote refused={saving.refused} />}
      </form>
    </Modal>
  )
}
