import type { openCorrection } from '@milepost/contract/reward/corrections'
import { settleCorrection } from '@milepost/contract/reward/corrections'
import { fenOfYuan, plainYuan, yuanTyped } from '@milepost/contract/reward/money'
import { Input } from 'antd'
import { useState } from 'react'
import type { z } from 'zod'
import { Field } from '../../parts/Field.tsx'
import { yuanOfFen } from '../../parts/figures.ts'
import { useText } from '../../platform/language.tsx'
import { ReasonDialog } from '../ReasonDialog.tsx'
import { en, zh } from './text.ts'

type SettleDialogProps = { readonly poolId: string; readonly open: z.infer<typeof openCorrection>; readonly onClose: () => void }

/** A leader decides what was looked at: pays it, with what was approved in addition where the reserve is too small, or puts it on record. */
export function SettleDialog({ poolId, open, onClose }: SettleDialogProps) {
  const text = useText({ zh, en })
  const { paidFen, shortFen, inputHash } = open
  const isShort = shortFen > 0
  const [added, setAdded] = useState(plainYuan(shortFen))
  const covers = !isShort || (yuanTyped.safeParse(added).success && fenOfYuan(added) >= shortFen)
  const settled = () => text.settleSays(yuanOfFen(paidFen), yuanOfFen(open.reserveAfterFen))
  return (
    <ReasonDialog
      endpoint={settleCorrection}
      inputOf={(reason) => ({ poolId, inputHash, reason, ...(isShort ? { added } : {}) })}
      title={paidFen === 0 ? text.record : text.settle}
      says={isShort ? text.shortSays(yuanOfFen(paidFen), yuanOfFen(shortFen)) : paidFen === 0 ? text.recordSays : settled()}
      label={text.reason}
      isReady={covers}
      onClose={onClose}
    >
      {isShort && (
        <Field label={text.added} hint={text.addedHint(yuanOfFen(shortFen))}>
          {(control) => <Input {...control} inputMode="decimal" value={added} onChange={(event) => setAdded(event.target.value)} />}
        </Field>
      )}
    </ReasonDialog>
  )
}
