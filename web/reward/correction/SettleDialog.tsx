import type { openCorrection } from '@milepost/contract/reward/corrections'
import { settleCorrection } from '@milepost/contract/reward/corrections'
import { fenOfYuan, plainYuan, yuanTyped } from '@milepost/contract/reward/money'
import { Input, Modal } from 'antd'
import { useState } from 'react'
import type { z } from 'zod'
import { Field } from '../../parts/Field.tsx'
import { yuanOfFen } from '../../parts/figures.ts'
import { useDo } from '../../platform/asking.ts'
import { useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { en, zh } from './text.ts'

type SettleDialogProps = { readonly poolId: string; readonly open: z.infer<typeof openCorrection>; readonly onClose: () => void }

/** A leader decides what was looked at: pays it, with what was approved in addition where the reserve is too small, or puts it on record. */
export function SettleDialog({ poolId, open, onClose }: SettleDialogProps) {
  const text = useText({ zh, en })
  const settling = useDo(settleCorrection)
  const [reason, setReason] = useState('')
  const { paidFen, shortFen, inputHash } = open
  const isShort = shortFen > 0
  const [added, setAdded] = useState(plainYuan(shortFen))
  const covers = !isShort || (yuanTyped.safeParse(added).success && fenOfYuan(added) >= shortFen)
  const title = paidFen === 0 ? text.record : text.settle
  const settle = async () => {
    await settling.run({ poolId, inputHash, reason, ...(isShort ? { added } : {}) })
    onClose()
  }
  return (
    <Modal
      open
      title={title}
      okText={title}
      cancelText={text.cancel}
      onCancel={onClose}
      onOk={() => void settle().catch(() => undefined)}
      confirmLoading={settling.busy}
      okButtonProps={{ disabled: reason.trim().length < 5 || !covers }}
    >
      <div className="mp-form">
        <p>
          {isShort
            ? text.shortSays(yuanOfFen(paidFen), yuanOfFen(shortFen))
            : paidFen === 0
              ? text.recordSays
              : text.settleSays(yuanOfFen(paidFen), yuanOfFen(open.reserveAfterFen))}
        </p>
        {settling.refused && <RefusalNote refused={settling.refused} />}
        {isShort && (
          <Field label={text.added} hint={text.addedHint(yuanOfFen(shortFen))}>
            {(control) => <Input {...control} inputMode="decimal" value={added} onChange={(event) => setAdded(event.target.value)} />}
          </Field>
        )}
        <Field label={text.reason}>
          {(control) => (
            <Input.TextArea
              {...control}
              rows={4}
              maxLength={2000}
              showCount
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
      </div>
    </Modal>
  )
}
