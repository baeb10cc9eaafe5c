import { type CalendarDay, setCalendarDay } from '@milepost/contract/institution/calendar'
import { Input, Modal, Radio } from 'antd'
import { useState } from 'react'
import { Field } from '../../parts/Field.tsx'
import { useDo } from '../../platform/asking.ts'
import { useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { en, zh } from './text.ts'

export function DayDialog({ day, onClose }: { readonly day: CalendarDay; readonly onClose: () => void }) {
  const text = useText({ zh, en })
  const [isWorking, setIsWorking] = useState(day.isWorking)
  const [name, setName] = useState(day.exception ?? { zh: '', en: '' })
  const setting = useDo(setCalendarDay)
  const save = () => setting.run({ day: day.day, isWorking, name }).then(onClose, () => undefined)
  return (
    <Modal
      open
      title={text.dayTitle(day.day)}
      okText={text.save}
      cancelText={text.cancel}
      okButtonProps={{ loading: setting.busy }}
      onOk={save}
      onCancel={onClose}
      width={420}
    >
      <form className="mp-form" onSubmit={(event) => event.preventDefault()}>
        <Radio.Group
          aria-label={text.kind}
          value={isWorking}
          onChange={({ target }) => setIsWorking(target.value)}
          optionType="button"
          options={[
            { value: true, label: text.work },
            { value: false, label: text.off },
          ]}
        />
        <Field label={text.nameZh} hint={text.nameHint}>
          {(control) => (
            <Input {...control} value={name.zh} maxLength={40} onChange={({ target }) => setName({ ...name, zh: target.value })} />
          )}
        </Field>
        <Field label={text.nameEn}>
          {(control) => (
            <Input {...control} value={name.en} maxLength={60} onChange={({ target }) => setName({ ...name, en: target.value })} />
          )}
        </Field>
        {setting.refused !== null && <RefusalNote refused={setting.refused} />}
      </form>
    </Modal>
  )
}
