import { readCommittee } from '@milepost/contract/appraise/decision'
import { answerReopening, askReopening, correctGrade, type readReopenings } from '@milepost/contract/appraise/reopenings'
import { supplyGrade } from '@milepost/contract/appraise/results'
import type { OutputOf } from '@milepost/contract/endpoint'
import { DECIDED_GRADES } from '@milepost/terms/grades'
import { FormDialog } from '../../parts/FormDialog.tsx'
import { useAskMaybe, useDo } from '../../platform/asking.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { gradeName } from '../words.ts'
import { en, zh } from './text.ts'

type Reopenings = OutputOf<typeof readReopenings>
type People = readonly Reopenings['appraisals'][number][]
export type ReopeningAct =
  | { readonly kind: 'ask' | 'correct' | 'supply'; readonly people: People }
  | { readonly kind: 'answer'; readonly request: Reopenings['reopenings'][number]; readonly granted: boolean }

type ReopeningFormProps = { readonly cycleId: string; readonly act: ReopeningAct; readonly onClose: () => void }

/** The four acts, each in its short form. */
export function ReopeningForm({ cycleId, act, onClose }: ReopeningFormProps) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const asking = useDo(askReopening)
  const answering = useDo(answerReopening)
  const correcting = useDo(correctGrade)
  const supplying = useDo(supplyGrade)
  const committee = useAskMaybe(readCommittee, { cycleId }).answer
  if (act.kind === 'answer')
    return (
      <FormDialog
        title={`${act.granted ? text.allow : text.refuse} · ${act.request.name}`}
        sentence={
          <>
            {act.request.reason}（{act.request.document}）<br />
            {act.granted ? text.allowSays : text.refuseSays}
          </>
        }
        okText={act.granted ? text.allow : text.refuse}
        fields={[{ key: 'answer', label: text.answer, kind: 'area' }]}
        start={{}}
        acting={answering}
        onSave={({ answer = '' }) => answering.run({ reopeningId: act.request.reopeningId, granted: act.granted, answer })}
        onClose={onClose}
      />
    )
  const whom = {
    key: 'appraisalId',
    label: text.whom,
    kind: 'choice' as const,
    options: act.people.map((one) => ({ value: one.appraisalId, label: `${one.name} ${pick(one.unit)} ${pick(gradeName(one.grade))}` })),
  }
  const reason = { key: 'reason', label: text.reason, hint: text.reasonHint, kind: 'area' as const }
  const document = { key: 'document', label: text.document, kind: 'text' as const }
  if (act.kind === 'ask')
    return (
      <FormDialog
        title={text.ask}
        sentence={text.askSays}
        okText={text.ask}
        fields={[whom, reason, document]}
        start={{}}
        acting={asking}
        onSave={({ appraisalId = '', reason: why = '', document: proof = '' }) => asking.run({ appraisalId, reason: why, document: proof })}
        onClose={onClose}
      />
    )
  const grade = {
    key: 'grade',
    label: text.grade,
    kind: 'choice' as const,
    options: DECIDED_GRADES.map((one) => ({ value: one, label: pick(gradeName(one)) })),
  }
  // those forms begin with everybody present: they wait until it is known who that is
  if (committee === null) return null
  const everybody = committee.members.map((one) => one.personId).join(',')
  const here = {
    key: 'present',
    label: text.present,
    hint: text.presentHint,
    kind: 'several' as const,
    options: committee.members.map((one) => ({ value: one.personId, label: one.name })),
  }
  const chosen = (value: string) => DECIDED_GRADES.find((one) => one === value) ?? 'qualified'
  if (act.kind === 'supply')
    return (
      <FormDialog
        title={text.supply}
        sentence={text.supplySays}
        fields={[whom, grade, here, reason]}
        start={{ present: everybody }}
        acting={supplying}
        onSave={({ appraisalId = '', grade: to = '', reason: why = '', present = '' }) =>
          supplying.run({ appraisalId, grade: chosen(to), reason: why, present: present.split(',') })
        }
        onClose={onClose}
      />
    )
  return (
    <FormDialog
      title={text.correct}
      sentence={text.correctSays}
      fields={[whom, grade, here, reason, document]}
      start={{ present: everybody }}
      acting={correcting}
      onSave={({ appraisalId = '', grade: to = '', reason: why = '', document: proof = '', present = '' }) =>
        correcting.run({ appraisalId, grade: chosen(to), reason: why, document: proof, present: present.split(',') })
      }
      onClose={onClose}
    />
  )
}
