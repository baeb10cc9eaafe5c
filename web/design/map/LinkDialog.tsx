import { saveLink } from '@milepost/contract/design/scorecard'
import type { MapLink, ScorecardDesign } from '@milepost/contract/design/scorecardDesign'
import { InputNumber, Modal, Segmented, Select } from 'antd'
import { useState } from 'react'
import { Field } from '../../parts/Field.tsx'
import { useDo } from '../../platform/asking.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { BilingualInput } from '../BilingualInput.tsx'
import { en, zh } from './text.ts'

type LinkDialogProps = {
  readonly scorecard: ScorecardDesign /** null: a new one. */
  readonly link: MapLink | null
  readonly onClose: () => void
}

export function LinkDialog({ scorecard, link, onClose }: LinkDialogProps) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const [typed, setTyped] = useState<MapLink>(
    link ?? { fromObjectiveId: '', toObjectiveId: '', sign: '+', lagPeriods: 0, rationale: { zh: '', en: '' } },
  )
  const saving = useDo(saveLink)
  const change = (next: Partial<MapLink>) => setTyped({ ...typed, ...next })
  const options = scorecard.objectives.map((one) => ({ value: one.objectiveId, label: `${one.code} ${pick(one.name)}` }))
  const ready = typed.fromObjectiveId !== '' && typed.toObjectiveId !== '' && typed.fromObjectiveId !== typed.toObjectiveId
  const save = () => saving.run({ scorecardId: scorecard.scorecardId, ...typed }).then(onClose, () => undefined)
  const end = (which: 'fromObjectiveId' | 'toObjectiveId', label: string) => (
    <Field label={label}>
      {(control) => (
        <Select
          {...control}
          showSearch={{ optionFilterProp: 'label' }}
          disabled={link !== null}
          value={typed[which] === '' ? undefined : typed[which]}
          options={options}
          onChange={(objectiveId: string) => change({ [which]: objectiveId })}
        />
      )}
    </Field>
  )
  return (
    <Modal
      open
      title={link === null ? text.addLink : text.editLink}
      okText={text.save}
      cancelText={text.cancel}
      okButtonProps={{ disabled: !ready }}
      confirmLoading={saving.busy}
      onOk={() => void save()}
      onCancel={onClose}
      width={680}
    >
      <div className="mp-form">
        {saving.refused !== null && <RefusalNote refused={saving.refused} />}
        {end('fromObjectiveId', text.from)}
        {end('toObjectiveId', text.to)}
        <Field label={text.sign}>
          {({ id }) => (
            <Segmented
              id={id}
              value={typed.sign}
              options={(['+', '-'] as const).map((sign) => ({ value: sign, label: text.signs[sign] }))}
              onChange={(sign) => change({ sign })}
              style={{ justifySelf: 'start' }}
            />
          )}
        </Field>
        <Field label={text.lag} hint={text.lagHint}>
          {(control) => (
            <InputNumber {...control} min={0} max={60} value={typed.lagPeriods} onChange={(lag) => change({ lagPeriods: lag ?? 0 })} />
          )}
        </Field>
        <BilingualInput label={text.rationale} value={typed.rationale} rows={2} onChange={(rationale) => change({ rationale })} />
      </div>
    </Modal>
  )
}
