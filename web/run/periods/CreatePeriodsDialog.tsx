import { createPeriods, type PeriodView } from '@milepost/contract/run/periods'
import { Checkbox, InputNumber, Modal } from 'antd'
import { useState } from 'react'
import { Field } from '../../parts/Field.tsx'
import { useDo } from '../../platform/asking.ts'
import { useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { en, zh } from './text.ts'

const KINDS = ['month', 'quarter', 'half', 'year'] as const satisfies readonly PeriodView['kind'][]
const USUAL_DAYS = 15

export function CreatePeriodsDialog({ cycleId, onClose }: { readonly cycleId: string; readonly onClose: () => void }) {
  const text = useText({ zh, en })
  const creating = useDo(createPeriods)
  const [kinds, setKinds] = useState<PeriodView['kind'][]>(['quarter', 'year'])
  const [dueAfterDays, setDays] = useState(USUAL_DAYS)
  return (
    <Modal
      open
      title={text.create}
      okText={text.create}
      cancelText={text.cancel}
      okButtonProps={{ disabled: kinds.length === 0 }}
      confirmLoading={creating.busy}
      onOk={() => void creating.run({ cycleId, kinds, dueAfterDays }).then(onClose, () => undefined)}
      onCancel={onClose}
    >
      <div className="mp-form">
        {creating.refused !== null && <RefusalNote refused={creating.refused} />}
        <fieldset className="mp-run-kind-set">
          <legend>{text.kindsLabel}</legend>
          <Checkbox.Group value={kinds} options={KINDS.map((kind) => ({ value: kind, label: text.kinds[kind] }))} onChange={setKinds} />
        </fieldset>
        <Field label={text.dueAfter}>
          {(control) => (
            <InputNumber
              {...control}
              min={0}
              max={120}
              precision={0}
              value={dueAfterDays}
              onChange={(days) => setDays(days ?? USUAL_DAYS)}
            />
          )}
        </Field>
      </div>
    </Modal>
  )
}
