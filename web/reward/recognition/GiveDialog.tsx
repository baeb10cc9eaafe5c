import { readPeople } from '@milepost/contract/institution/people'
import { readUnits } from '@milepost/contract/institution/units'
import { giveRecognition, recognitionKind } from '@milepost/contract/reward/recognition'
import { Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { DayField } from '../../parts/DayField.tsx'
import { Field } from '../../parts/Field.tsx'
import { useAskMaybe, useDo } from '../../platform/asking.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { today } from '../../platform/today.ts'
import { useFieldError } from '../../platform/useFieldError.ts'
import { en, zh } from './text.ts'

/** One recognition for any number of people and units. */
export function GiveDialog({ onClose }: { readonly onClose: () => void }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const giving = useDo(giveRecognition)
  const wrong = useFieldError(giving.refused)
  const people = useAskMaybe(readPeople, {}).answer?.people ?? []
  const units = useAskMaybe(readUnits, {}).answer?.units ?? []
  const [draft, setDraft] = useState({
    kind: 'commendation' as (typeof recognitionKind.options)[number],
    personIds: [] as string[],
    unitIds: [] as string[],
    givenOn: today(),
    title: '',
    reason: '',
    document: '',
  })
  const set = (part: Partial<typeof draft>) => setDraft({ ...draft, ...part })
  const fit = draft.personIds.length + draft.unitIds.length > 0 && draft.title.trim().length >= 2 && draft.reason.trim().length >= 5
  const give = async () => {
    await giving.run(draft)
    onClose()
  }
  return (
    <Modal
      open
      width={640}
      title={text.give}
      okText={text.give}
      cancelText={text.cancel}
      onCancel={onClose}
      onOk={() => void give().catch(() => undefined)}
      confirmLoading={giving.busy}
      okButtonProps={{ disabled: !fit }}
    >
      <div className="mp-form">
        {giving.refused && <RefusalNote refused={giving.refused} />}
        <Field label={text.people} hint={text.toHint} error={wrong('/personIds')}>
          {(control) => (
            <Select
              {...control}
              mode="multiple"
              showSearch={{ optionFilterProp: 'label' }}
              value={draft.personIds}
              onChange={(personIds) => set({ personIds })}
              options={people.map((one) => ({ value: one.personId, label: `${one.name} ${one.employeeNo}` }))}
            />
          )}
        </Field>
        <Field label={text.units} error={wrong('/unitIds')}>
          {(control) => (
            <Select
              {...control}
              mode="multiple"
              showSearch={{ optionFilterProp: 'label' }}
              value={draft.unitIds}
              onChange={(unitIds) => set({ unitIds })}
              options={units.map((one) => ({ value: one.unitId, label: pick(one.name) }))}
            />
          )}
        </Field>
        <Field label={text.kind}>
          {(control) => (
            <Select
              {...control}
              value={draft.kind}
              onChange={(kind) => set({ kind })}
              options={recognitionKind.options.map((kind) => ({ value: kind, label: text.kinds[kind] }))}
            />
          )}
        </Field>
        <Field label={text.day} error={wrong('/givenOn')}>
          {(control) => <DayField control={control} isNeeded value={draft.givenOn} onChange={(givenOn) => set({ givenOn })} />}
        </Field>
        <Field label={text.name} hint={text.nameHint} error={wrong('/title')}>
          {(control) => <Input {...control} maxLength={200} value={draft.title} onChange={({ target }) => set({ title: target.value })} />}
        </Field>
        <Field label={text.reason} hint={text.reasonHint} error={wrong('/reason')}>
          {(control) => (
            <Input.TextArea
              {...control}
              rows={3}
              maxLength={1000}
              value={draft.reason}
              onChange={({ target }) => set({ reason: target.value })}
            />
          )}
        </Field>
        <Field label={text.document} hint={text.documentHint}>
          {(control) => (
            <Input {...control} maxLength={200} value={draft.document} onChange={({ target }) => set({ document: target.value })} />
          )}
        </Field>
      </div>
    </Modal>
  )
}
