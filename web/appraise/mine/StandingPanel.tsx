import type { listAppraisals } from '@milepost/contract/appraise/appraisals'
import { recordHearing, recordRefusal, withdrawRefusal } from '@milepost/contract/appraise/standing'
import type { OutputOf } from '@milepost/contract/endpoint'
import { DECIDED_GRADES } from '@milepost/terms/grades'
import { Button, Space } from 'antd'
import { useState } from 'react'
import { FormDialog } from '../../parts/FormDialog.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useDo } from '../../platform/asking.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { useMay } from '../../platform/session.tsx'
import { today } from '../../platform/today.ts'
import { gradeName } from '../words.ts'
import { standingEn, standingZh } from './standingText.ts'
import { VoidButton } from './VoidButton.tsx'

type Appraisal = OutputOf<typeof listAppraisals>['appraisals'][number]
type StandingPanelProps = { readonly cycleId: string; readonly appraisal: Appraisal }

/** What bounds the grade of this person, and what the office puts on record about it: the other unit heard, a refusal to take part. */
export function StandingPanel({ cycleId, appraisal }: StandingPanelProps) {
  const text = useText({ zh: standingZh, en: standingEn })
  const { pick } = useLanguage()
  const hearing = useDo(recordHearing)
  const refusing = useDo(recordRefusal)
  const withdrawing = useDo(withdrawRefusal)
  const mayKeep = useMay('participation.keep')
  const [asked, setAsked] = useState<'hearing' | 'refusal' | null>(null)
  const { ceiling, secondPost, participation } = appraisal
  const isHeard = participation.grader.hears !== 'nobody'
  const isOpen = mayKeep && appraisal.state !== 'decided' && appraisal.state !== 'final'
  const refuses = participation.row === 'refuses'
  if (!ceiling && !secondPost && !isHeard && !isOpen) return null
  return (
    <Panel
      title={text.title}
      acts={
        isOpen && (
          <Space wrap>
            {isHeard && <Button onClick={() => setAsked('hearing')}>{text.hear}</Button>}
            {refuses ? (
              <Button loading={withdrawing.busy} onClick={() => withdrawing.start({ cycleId, personId: appraisal.personId })}>
                {text.withdraw}
              </Button>
            ) : (
              <Button onClick={() => setAsked('refusal')}>{text.refuse}</Button>
            )}
            <VoidButton appraisalId={appraisal.appraisalId} name={appraisal.name} />
          </Space>
        )
      }
    >
      {withdrawing.refused && <RefusalNote refused={withdrawing.refused} />}
      {ceiling && (
        <p>
          {pick(ceiling.reason)} <span className="mp-soft">{text.article(ceiling.citation.article, ceiling.citation.verified)}</span>
        </p>
      )}
      {secondPost && <p>{text.secondPost(pick(secondPost))}</p>}
      {isHeard && <p>{text.grader[participation.grader.by]}</p>}
      {isHeard &&
        (appraisal.hearing ? (
          <p>
            <strong>{appraisal.hearing.heard}</strong> {appraisal.hearing.heardOn}: {appraisal.hearing.opinion}{' '}
            {appraisal.hearing.suggestedGrade === null ? '' : pick(gradeName(appraisal.hearing.suggestedGrade))}
          </p>
        ) : (
          <p className="mp-soft">{text.notHeard}</p>
        ))}
      {!ceiling && !secondPost && !isHeard && <p className="mp-soft">{text.nothing}</p>}
      {asked === 'hearing' && (
        <FormDialog
          title={text.hear}
          fields={[
            { key: 'heard', label: text.whom, kind: 'text' },
            { key: 'heardOn', label: text.day, kind: 'day' },
            { key: 'opinion', label: text.opinion, kind: 'area' },
            {
              key: 'grade',
              label: text.suggested,
              kind: 'choice',
              optional: true,
              options: DECIDED_GRADES.map((one) => ({ value: one, label: pick(gradeName(one)) })),
            },
          ]}
          start={{ heardOn: today() }}
          acting={hearing}
          onSave={({ heard = '', heardOn = '', opinion = '', grade = '' }) =>
            hearing.run({
              appraisalId: appraisal.appraisalId,
              heard,
              heardOn,
              opinion,
              suggestedGrade: DECIDED_GRADES.find((one) => one === grade) ?? null,
            })
          }
          onClose={() => setAsked(null)}
        />
      )}
      {asked === 'refusal' && (
        <FormDialog
          title={text.refuse}
          sentence={text.refuseSays}
          fields={[
            { key: 'firstNoticeOn', label: text.first, kind: 'day' },
            { key: 'secondNoticeOn', label: text.second, kind: 'day' },
            { key: 'talkedOn', label: text.talked, kind: 'day' },
            { key: 'talk', label: text.talk, kind: 'area' },
          ]}
          start={{}}
          acting={refusing}
          onSave={({ firstNoticeOn = '', secondNoticeOn = '', talkedOn = '', talk = '' }) =>
            refusing.run({ cycleId, personId: appraisal.personId, firstNoticeOn, secondNoticeOn, talkedOn, talk })
          }
          onClose={() => setAsked(null)}
        />
      )}
    </Panel>
  )
}
