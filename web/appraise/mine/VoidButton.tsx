import { voidAppraisal } from '@milepost/contract/appraise/history'
import { Button } from 'antd'
import { useState } from 'react'
import { FormDialog } from '../../parts/FormDialog.tsx'
import { useGo } from '../../platform/address.tsx'
import { useDo } from '../../platform/asking.ts'
import { useText } from '../../platform/language.tsx'

const zh = {
  title: '作废本考核',
  says: '作废后不再列入名册和名额基数，理由留在审计记录中；已确定等次的不能作废。年度内一直在岗、年后离开的，仍应考核。',
  because: '原因',
  reasons: { left: '已离开本单位', duplicate: '重复或误建' },
  note: '说明（至少 5 字）',
}
const en: typeof zh = {
  title: 'Void this appraisal',
  says: 'It leaves the lists and the base of the seats; the reason stays in the audit trail. A decided appraisal is never voided. Who worked through the year and left after it is still appraised.',
  because: 'Because',
  reasons: { left: 'Left the institution', duplicate: 'Opened twice or by mistake' },
  note: 'Explanation (at least 5 characters)',
}
const BECAUSE = ['left', 'duplicate'] as const

/** Takes an appraisal that is none out of the lists, with a reason; then back to the list. */
export function VoidButton({ appraisalId, name }: { readonly appraisalId: string; readonly name: string }) {
  const text = useText({ zh, en })
  const go = useGo()
  const voiding = useDo(voidAppraisal)
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>{text.title}</Button>
      {open && (
        <FormDialog
          title={`${text.title} · ${name}`}
          sentence={text.says}
          fields={[
            {
              key: 'because',
              label: text.because,
              kind: 'choice',
              options: BECAUSE.map((one) => ({ value: one, label: text.reasons[one] })),
            },
            { key: 'note', label: text.note, kind: 'area' },
          ]}
          start={{ because: 'left', note: '' }}
          acting={voiding}
          okText={text.title}
          onSave={async ({ because = '', note = '' }) => {
            await voiding.run({ appraisalId, because: BECAUSE.find((one) => one === because) ?? 'left', note })
            go('/appraise')
          }}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  )
}
