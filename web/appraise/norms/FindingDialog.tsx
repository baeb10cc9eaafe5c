import { type readNorms, recordNormFinding } from '@milepost/contract/appraise/norms'
import type { OutputOf } from '@milepost/contract/endpoint'
import { FormDialog } from '../../parts/FormDialog.tsx'
import { useDo } from '../../platform/asking.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { today } from '../../platform/today.ts'

const zh = {
  title: (article: string) => (article === '' ? '登记核对结论' : `登记核对结论：第${article}条`),
  verdict: '结论',
  verdicts: { met: '符合', broken: '不符合' },
  note: '看了什么材料、情况怎样（至少 4 字）',
  noteHint: '随您的姓名和日期留存、记入审计，并印在核对报告上；再次登记不覆盖以前的结论。',
  on: '核对日期',
}
const en: typeof zh = {
  title: (article) => (article === '' ? 'Record a finding' : `Record a finding: Art. ${article}`),
  verdict: 'Finding',
  verdicts: { met: 'met', broken: 'broken' },
  note: 'What was looked at and what it shows (at least 4 characters)',
  noteHint: 'Kept with your name and the day, audited, and printed in the report; a later finding does not write over it.',
  on: 'Day of the check',
}

type FindingDialogProps = {
  readonly cycleId: string
  readonly rule: OutputOf<typeof readNorms>['results'][number]
  readonly onClose: () => void
}

/** What a named person found of a rule that no record shows. */
export function FindingDialog({ cycleId, rule, onClose }: FindingDialogProps) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const recording = useDo(recordNormFinding)
  return (
    <FormDialog
      title={text.title(rule.citation.article)}
      about={rule.id}
      sentence={pick(rule.text)}
      fields={[
        {
          key: 'verdict',
          label: text.verdict,
          kind: 'choice',
          options: (['met', 'broken'] as const).map((one) => ({ value: one, label: text.verdicts[one] })),
        },
        { key: 'note', label: text.note, hint: text.noteHint, kind: 'area' },
        { key: 'on', label: text.on, kind: 'day' },
      ]}
      start={{ on: today() }}
      acting={recording}
      onSave={({ verdict = '', note = '', on = '' }) =>
        recording.run({ cycleId, ruleId: rule.id, verdict: verdict === 'broken' ? 'broken' : 'met', note, on })
      }
      onClose={onClose}
    />
  )
}
