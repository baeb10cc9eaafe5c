import { rateOtherAppraisal } from '@milepost/contract/appraise/otherAppraisals'
import { FormDialog } from '../../parts/FormDialog.tsx'
import { useDo } from '../../platform/asking.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { COLON } from '../words.ts'
import type { OtherAppraisal } from './otherAppraisal.ts'
import { en, zh } from './text.ts'

export function RateOtherDialog({ appraisal, onClose }: { readonly appraisal: OtherAppraisal; readonly onClose: () => void }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const rating = useDo(rateOtherAppraisal)
  const { rating: before } = appraisal
  const now = before === null ? 'yes' : before.tasksDone ? 'yes' : before.goodReason ? 'no-reason' : 'no'
  return (
    <FormDialog
      title={text.rateTitle(appraisal.name)}
      sentence={`${text.taskLine}${pick(COLON)}${appraisal.tasks}`}
      fields={[
        {
          key: 'done',
          label: text.done,
          kind: 'choice',
          options: (['yes', 'no-reason', 'no'] as const).map((one) => ({ value: one, label: text.doneOptions[one] })),
        },
        { key: 'opinion', label: text.opinion, kind: 'area' },
      ]}
      start={{ done: now, opinion: before?.opinion ?? '' }}
      acting={rating}
      okText={text.rate}
      onSave={({ done = '', opinion = '' }) =>
        rating.run({
          otherAppraisalId: appraisal.otherAppraisalId,
          tasksDone: done === 'yes',
          goodReason: done === 'no-reason',
          opinion,
        })
      }
      onClose={onClose}
    />
  )
}
