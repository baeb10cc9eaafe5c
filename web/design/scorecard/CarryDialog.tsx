import { carryForward } from '@milepost/contract/design/scorecard'
import { Modal, Radio } from 'antd'
import { useState } from 'react'
import { useDo } from '../../platform/asking.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import type { ScorecardView } from '../useDesign.ts'
import { en, zh } from './text.ts'

type CarryDialogProps = {
  readonly view: ScorecardView
  readonly scorecardId: string
  readonly onClose: () => void
  readonly onCarried: (cycleId: string) => void
}

export function CarryDialog({ view, scorecardId, onClose, onCarried }: CarryDialogProps) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const open = view.otherCycles.filter((cycle) => cycle.scorecardId === null)
  const [to, setTo] = useState(open[0]?.cycleId ?? null)
  const carrying = useDo(carryForward)
  const carry = () => {
    if (to !== null)
      carrying.run({ scorecardId, cycleId: to }).then(
        () => {
          onClose()
          onCarried(to)
        },
        () => undefined,
      )
  }
  return (
    <Modal
      open
      title={text.carry}
      okText={text.carry}
      cancelText={text.cancel}
      okButtonProps={{ disabled: to === null }}
      confirmLoading={carrying.busy}
      onOk={carry}
      onCancel={onClose}
    >
      {carrying.refused !== null && <RefusalNote refused={carrying.refused} />}
      <p className="mp-soft">{open.length === 0 ? text.carryNone : text.carrySay}</p>
      <Radio.Group
        style={{ display: 'grid', gap: 8, marginTop: 12 }}
        value={to}
        options={open.map((cycle) => ({ value: cycle.cycleId, label: pick(cycle.name) }))}
        onChange={({ target }) => setTo(String(target.value))}
      />
    </Modal>
  )
}
