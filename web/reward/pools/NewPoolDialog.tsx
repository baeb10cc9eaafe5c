import { basisPointsOfPercent, plainPercent } from '@milepost/contract/reward/money'
import { createPool } from '@milepost/contract/reward/pools'
import { Input, InputNumber, Modal } from 'antd'
import { useState } from 'react'
import { Field } from '../../parts/Field.tsx'
import { useGo } from '../../platform/address.tsx'
import { useDo } from '../../platform/asking.ts'
import { useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { useFieldError } from '../../platform/useFieldError.ts'
import { isAmount, isReserve } from '../typedAmounts.ts'
import { en, zh } from './text.ts'

type NewPoolDialogProps = {
  readonly cycle: { readonly cycleId: string; readonly year: number }
  readonly reserveBp: number
  /** The first pool of the year is named after it. */
  readonly first: boolean
  readonly onClose: () => void
}

export function NewPoolDialog({ cycle, reserveBp, first, onClose }: NewPoolDialogProps) {
  const text = useText({ zh, en })
  const go = useGo()
  const making = useDo(createPool)
  const wrong = useFieldError(making.refused)
  const [nameZh, setNameZh] = useState(first ? zh.newTitle(cycle.year) : '')
  const [nameEn, setNameEn] = useState(first ? en.newTitle(cycle.year) : '')
  const [amount, setAmount] = useState('')
  const [reserve, setReserve] = useState(plainPercent(reserveBp))
  const [signatures, setSignatures] = useState(2)
  /** What is still empty is only asked for once somebody has tried to make the pool; what is wrong is said at once. */
  const [tried, setTried] = useState(false)
  const said = (typed: string, isFit: boolean, fault: string) => (isFit || (typed === '' && !tried) ? undefined : fault)
  const name = `${nameZh}${nameEn}`.trim()
  const nameFault = said(name, name !== '', text.nameFault)
  const amountFault = said(amount, isAmount(amount), text.amountFault)
  const reserveFault = said(reserve, isReserve(reserve), text.reserveFault)
  const isFit = name !== '' && isAmount(amount) && isReserve(reserve)

  const make = async () => {
    setTried(true)
    if (!isFit) return
    const name = { zh: nameZh, en: nameEn }
    const { poolId } = await making.run({ cycleId: cycle.cycleId, name, amount, reserveBp: basisPointsOfPercent(reserve), signatures })
    go(`/reward/pools/${poolId}`)
  }
  return (
    <Modal
      open
      title={text.open}
      okText={text.open}
      cancelText={text.cancel}
      onCancel={onClose}
      onOk={() => void make().catch(() => undefined)}
      confirmLoading={making.busy}
    >
      <div className="mp-form">
        {making.refused && <RefusalNote refused={making.refused} />}
        <Field label={text.nameZh} error={nameFault ?? wrong('/name/zh')}>
          {(control) => <Input {...control} maxLength={120} value={nameZh} onChange={(event) => setNameZh(event.target.value)} />}
        </Field>
        <Field label={text.nameEn} error={wrong('/name/en')}>
          {(control) => <Input {...control} maxLength={120} value={nameEn} onChange={(event) => setNameEn(event.target.value)} />}
        </Field>
        <Field label={text.amountYuan} hint={text.amountHint} error={amountFault ?? wrong('/amount')}>
          {(control) => <Input {...control} inputMode="decimal" value={amount} onChange={(event) => setAmount(event.target.value)} />}
        </Field>
        <Field label={text.reservePercent} hint={text.reserveHint} error={reserveFault ?? wrong('/reserveBp')}>
          {(control) => <Input {...control} inputMode="decimal" value={reserve} onChange={(event) => setReserve(event.target.value)} />}
        </Field>
        <Field label={text.signatures} hint={text.signaturesHint} error={wrong('/signatures')}>
          {(control) => <InputNumber {...control} min={1} max={9} value={signatures} onChange={(next) => setSignatures(next ?? 2)} />}
        </Field>
      </div>
    </Modal>
  )
}
