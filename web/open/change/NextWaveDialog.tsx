import { openNextWave } from '@milepost/contract/open/change'
import { Input, Modal } from 'antd'
import { useState } from 'react'
import { DayField } from '../../parts/DayField.tsx'
import { Field } from '../../parts/Field.tsx'
import { useGo } from '../../platform/address.tsx'
import { useDo } from '../../platform/asking.ts'
import { useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { today } from '../../platform/today.ts'
import { en, zh } from './text.ts'

export function NextWaveDialog({ onClose }: { readonly onClose: () => void }) {
  const text = useText({ zh, en })
  const go = useGo()
  const opening = useDo(openNextWave)
  const year = today().slice(0, 4)
  const [name, setName] = useState({ zh: `${year} 年诊断调查`, en: `Diagnosis ${year}` })
  const [openedOn, setOpenedOn] = useState(today())
  const open = async () => {
    const { waveId } = await opening.run({ name, openedOn })
    go(`/diagnose/${waveId}`)
  }
  return (
    <Modal
      open
      title={text.next}
      okText={text.next}
      cancelText={text.cancel}
      onCancel={onClose}
      onOk={() => void open().catch(() => undefined)}
      confirmLoading={opening.busy}
      okButtonProps={{ disabled: name.zh.trim() === '' || openedOn === '' }}
    >
      <div className="mp-form">
        <p>{text.nextSays}</p>
        {opening.refused && <RefusalNote refused={opening.refused} />}
        <Field label={text.nameZh}>
          {(control) => (
            <Input {...control} maxLength={120} value={name.zh} onChange={({ target }) => setName({ ...name, zh: target.value })} />
          )}
        </Field>
        <Field label={text.nameEn}>
          {(control) => (
            <Input {...control} maxLength={120} value={name.en} onChange={({ target }) => setName({ ...name, en: target.value })} />
          )}
        </Field>
        <Field label={text.openedOn}>{(control) => <DayField control={control} isNeeded value={openedOn} onChange={setOpenedOn} />}</Field>
      </div>
    </Modal>
  )
}
