import { readCommittee } from '@milepost/contract/appraise/decision'
import { decideOtherAppraisal } from '@milepost/contract/appraise/otherAppraisals'
import { DECIDED_GRADES } from '@milepost/terms/grades'
import { Checkbox, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { Field } from '../../parts/Field.tsx'
import { useAskMaybe, useDo } from '../../platform/asking.ts'
import { useDraft } from '../../platform/draft.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { useFieldError } from '../../platform/useFieldError.ts'
import { useChosenCycle } from '../useChosenCycle.ts'
import { ALSO, AND, COLON, gradeName } from '../words.ts'
import type { OtherAppraisal } from './otherAppraisal.ts'
import { en, zh } from './text.ts'

/** What the rule says, the years it looked at, and the committee's own word with those present. */
export function DecideOtherDialog({ appraisal, onClose }: { readonly appraisal: OtherAppraisal; readonly onClose: () => void }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const deciding = useDo(decideOtherAppraisal)
  const wrong = useFieldError(deciding.refused)
  const { cycles } = useChosenCycle()
  const cycle = cycles.find((one) => one.startsOn <= appraisal.endsOn && appraisal.endsOn <= one.endsOn) ?? cycles[0]
  const members = (useAskMaybe(readCommittee, cycle ? { cycleId: cycle.cycleId } : null).answer?.members ?? []).filter(
    (one) => one.personId !== appraisal.personId,
  )
  const byRule = appraisal.byRule
  const [result, setResult] = useState<(typeof DECIDED_GRADES)[number]>(byRule === 'unqualified' ? 'unqualified' : 'qualified')
  const { value: absent, set: setAbsent, forget: forgetAbsent } = useDraft<readonly string[]>(`absent ${appraisal.otherAppraisalId}`, [])
  const { value: reason, set: setReason, forget: forgetReason } = useDraft(`reason ${appraisal.otherAppraisalId}`, '')
  // where the rule gives the result, it stands without more words
  const needsReason = byRule !== 'qualified' && byRule !== 'unqualified'
  const present = members.map((one) => one.personId).filter((personId) => !absent.includes(personId))
  const grades = appraisal.kind === 'term' ? (['qualified', 'unqualified'] as const) : DECIDED_GRADES
  const years = appraisal.years.map((one) => `${one.year} ${pick(gradeName(one.grade))}`).join(pick(AND))
  const save = () => deciding.run({ otherAppraisalId: appraisal.otherAppraisalId, result, present, reason })
  return (
    <Modal
      open
      title={text.decideTitle(appraisal.name)}
      okText={text.decide}
      onCancel={onClose}
      confirmLoading={deciding.busy}
      okButtonProps={{ disabled: present.length === 0 || (needsReason && reason.trim().length < 10) }}
      onOk={() =>
        void save().then(
          () => {
            forgetAbsent()
            forgetReason()
            onClose()
          },
          () => undefined,
        )
      }
    >
      <div className="mp-form">
        {deciding.refused && <RefusalNote refused={deciding.refused} />}
        {appraisal.rating && (
          <p>
            {text.taskLine}
            {pick(COLON)}
            {appraisal.tasks}
            <br />
            {appraisal.rating.ratedBy}
            {pick(COLON)}
            {text.doneOptions[appraisal.rating.tasksDone ? 'yes' : appraisal.rating.goodReason ? 'no-reason' : 'no']}
            {pick(ALSO)}
            {appraisal.rating.opinion}
          </p>
        )}
        {appraisal.kind === 'term' && (
          <p>
            {years === '' ? text.noYears : text.years(years)}
            {byRule && (
              <>
                <br />
                <strong>{text.byRule[byRule]}</strong>
              </>
            )}
          </p>
        )}
        <Field label={text.result} error={wrong('/result')}>
          {(control) => (
            <Select
              {...control}
              style={{ width: '100%' }}
              value={result}
              onChange={setResult}
              options={grades.map((one) => ({ value: one, label: pick(gradeName(one)) }))}
            />
          )}
        </Field>
        <Field label={text.present} error={wrong('/present')}>
          {() => (
            <div>
              {members.map((one) => (
                <Checkbox
                  key={one.personId}
                  checked={!absent.includes(one.personId)}
                  onChange={({ target }) =>
                    setAbsent(target.checked ? absent.filter((each) => each !== one.personId) : [...absent, one.personId])
                  }
                >
                  {one.name}
                </Checkbox>
              ))}
            </div>
          )}
        </Field>
        <Field label={needsReason ? text.decisionReasonNeeded : text.decisionReason} error={wrong('/reason')}>
          {(control) => <Input.TextArea {...control} rows={3} value={reason} onChange={({ target }) => setReason(target.value)} />}
        </Field>
      </div>
    </Modal>
  )
}
