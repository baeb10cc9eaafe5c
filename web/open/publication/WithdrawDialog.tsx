import { withdrawPublication } from '@milepost/contract/open/publications'
import { Modal, Radio } from 'antd'
import { useState } from 'react'
import { useDo } from '../../platform/asking.ts'
import { useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { useFieldError } from '../../platform/useFieldError.ts'
import { isSaid, NO_REASON, ReasonFields } from './ReasonFields.tsx'
import { en, zh } from './text.ts'

type WithdrawDialogProps = {
  readonly publicationId: string
  readonly revision: number
  /** The earlier revision that could stand again; null: there is none. */
  readonly before: number | null
  readonly onClose: () => void
}

/** Withdraws with a reason; where there is an earlier revision, whoever withdraws says whether its figures stand. */
export function WithdrawDialog({ publicationId, revision, before, onClose }: WithdrawDialogProps) {
  const text = useText({ zh, en })
  const withdrawing = useDo(withdrawPublication)
  const wrong = useFieldError(withdrawing.refused)
  const [reason, setReason] = useState(NO_REASON)
  const [earlier, setEarlier] = useState<'gone' | 'stands'>('gone')
  const withdraw = async () => {
    await withdrawing.run({ publicationId, reason, earlier })
    onClose()
  }
  return (
    <Modal
      open
      title={text.withdrawTitle(revision)}
      okText={text.withdraw}
      cancelText={text.cancel}
      onCancel={onClose}
      onOk={() => void withdraw().catch(() => undefined)}
      confirmLoading={withdrawing.busy}
      okButtonProps={{ disabled: !isSaid(reason), danger: true }}
    >
      <div className="mp-form">
        {withdrawing.refused && <RefusalNote refused={withdrawing.refused} />}
        <p>{text.withdrawSays}</p>
        <ReasonFields reason={reason} onChange={setReason} wrong={wrong} />
        {before !== null && (
          <Radio.Group
            aria-label={text.afterwards}
            value={earlier}
            onChange={({ target }) => setEarlier(target.value)}
            options={[
              { value: 'gone', label: text.earlierGone },
              { value: 'stands', label: text.earlierStands(before) },
            ]}
          />
        )}
      </div>
    </Modal>
  )
}
