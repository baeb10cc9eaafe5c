import {
  confirmInterview,
  fileRemedy,
  fileRemedyFor,
  readResult,
  recordInterview,
  serveRemedyToBoth,
  signOpinion,
} from '@milepost/contract/appraise/results'
import type { OutputOf } from '@milepost/contract/endpoint'
import { GRADE_CHANGES } from '@milepost/terms/grades'
import { withoutStop } from '@milepost/terms/sentences'
import { Alert, Button, Space } from 'antd'
import { useState } from 'react'
import { Facts } from '../../parts/Facts.tsx'
import { FormDialog } from '../../parts/FormDialog.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useAskMaybe, useDo } from '../../platform/asking.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { useActor, useMay } from '../../platform/session.tsx'
import { today } from '../../platform/today.ts'
import { AND, COLON, dayOf, gradeName } from '../words.ts'
import { representativeEn, representativeFields, representativeZh } from './representativeFields.ts'
import { en, zh } from './text.ts'

type ResultPanelProps = { readonly cycleId: string; readonly personId: string; readonly unitId: string }
type Result = OutputOf<typeof readResult>
type Asked = 'agree' | 'disagree' | 'file' | 'file-for' | 'interview' | 'confirm'

/** What follows a final grade: service and opinion, the ways open, the interview. */
export function ResultPanel({ cycleId, personId, unitId }: ResultPanelProps) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const { answer } = useAskMaybe(readResult, { cycleId, personId })
  const isOwn = useActor().personId === personId
  const mayRecord = useMay('interview.record', { personId, unitId })
  const words = useText({ zh: representativeZh, en: representativeEn })
  const mayServe = useMay('result.serve')
  const serving = useDo(serveRemedyToBoth)
  const [asked, setAsked] = useState<Asked | null>(null)
  if (answer && !answer.isFinal && answer.reopened.length > 0)
    return (
      <Alert
        type="warning"
        showIcon
        style={{ margin: '16px 0' }}
        title={text.reopenedTitle}
        description={answer.reopened.map((one) => <p key={one.at}>{text.reopened(dayOf(one.at), one.by, withoutStop(one.reason))}</p>)}
      />
    )
  if (answer && !answer.isFinal && answer.changes.length > 0)
    return (
      <Panel title={text.changes}>
        <Changes changes={answer.changes} />
      </Panel>
    )
  if (!answer?.isFinal) return null
  const { service, remedies, open, interview, interviewDue, interviewState, changes } = answer
  const isLate = interviewState === 'not-held' || interviewState === 'not-confirmed'
  return (
    <Panel
      title={text.myResult}
      sentence={service ? text.resultSays(service.servedOn) : text.notServed}
      acts={
        isOwn && service?.opinion === null ? (
          <Space>
            <Button type="primary" onClick={() => setAsked('agree')}>
              {text.agree}
            </Button>
            <Button onClick={() => setAsked('disagree')}>{text.disagree}</Button>
          </Space>
        ) : undefined
      }
    >
      {service?.opinion && service.signedOn && (
        <p>
          {service.opinion === 'refused'
            ? text.refusedOn(service.signedOn, service.witnesses.join(pick(AND)))
            : text.signedSays(text.opinions[service.opinion], service.signedOn)}
          {service.opinionText !== '' && `${pick(COLON)}${service.opinionText}`}
        </p>
      )}
      {open && isOwn && (
        <Alert
          type="info"
          showIcon
          style={{ margin: '8px 0' }}
          title={text.open(text.filing[open.kind], open.until, open.verified)}
          action={<Button onClick={() => setAsked('file')}>{text.file(text.filing[open.kind])}</Button>}
        />
      )}
      {open && !isOwn && mayServe && <Button onClick={() => setAsked('file-for')}>{words.file}</Button>}
      {remedies.map((one) => (
        <p key={one.remedyId} className="mp-under">
          <strong>{text.remedyKinds[one.kind]}</strong> {text.filedOn(one.filedOn, one.decideBy)}
          {one.decidedOn !== null && one.outcome !== null && (
            <>
              {' · '}
              {text.decided(one.decidedOn, text.outcomes[one.outcome])} {one.newGrade === null ? '' : pick(gradeName(one.newGrade))}{' '}
              <span className="mp-soft">
                {one.findings} — {one.panel.join(pick(AND))}
              </span>
            </>
          )}
          <br />
          <span className="mp-soft">
            {text.groundsSaid}
            {pick(COLON)}
            {one.grounds}
          </span>
          {one.representativePaper !== null && (
            <span className="mp-soft"> {words.by(one.representative, one.representativeTie ?? '', one.representativePaper)}</span>
          )}
          {one.bothServedOn !== null && <span className="mp-soft"> {words.servedOn(one.bothServedOn)}</span>}
          {mayServe && one.representativePaper !== null && one.decidedOn !== null && one.bothServedOn === null && (
            <Button size="small" loading={serving.busy} onClick={() => serving.start({ remedyId: one.remedyId })}>
              {words.served}
            </Button>
          )}
        </p>
      ))}
      {changes.length > 0 && (
        <>
          <h3 className="mp-part">{text.changes}</h3>
          <Changes changes={changes} />
        </>
      )}
      {service && (
        <>
          <h3 className="mp-part">{text.interview}</h3>
          {interview ? (
            <Facts
              facts={[
                { key: 'held', name: text.held, value: text.heldOn(interview.heldOn, interview.confirmedOn !== null) },
                { key: 'by', name: text.by, value: interview.headName },
                { key: 'strengths', name: text.strengths, value: interview.strengths },
                { key: 'shortfalls', name: text.shortfalls, value: interview.shortfalls },
                { key: 'next', name: text.nextGoals, value: interview.nextGoals },
                ...(interview.improvementPlan === ''
                  ? []
                  : [{ key: 'plan', name: text.plan, value: `${interview.improvementPlan} ${interview.improveBy ?? ''}` }]),
                ...(interview.personSays === '' ? [] : [{ key: 'says', name: text.says, value: interview.personSays }]),
              ]}
            />
          ) : (
            interviewState === 'open' && interviewDue !== null && <p>{text.dueSays(interviewDue)}</p>
          )}
          {isLate && interviewDue !== null && <Alert type="warning" showIcon title={text.lateSays(interviewDue)} />}
          <Space>
            {mayRecord && interview?.confirmedOn == null && <Button onClick={() => setAsked('interview')}>{text.record}</Button>}
            {isOwn && interview && interview.confirmedOn === null && (
              <Button type="primary" onClick={() => setAsked('confirm')}>
                {text.confirm}
              </Button>
            )}
          </Space>
        </>
      )}
      {asked && <ResultForm asked={asked} cycleId={cycleId} personId={personId} result={answer} onClose={() => setAsked(null)} />}
    </Panel>
  )
}

function Changes({ changes }: { readonly changes: Result['changes'] }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  return (
    <ol>
      {changes.map((one) => (
        <li key={one.version}>
          {text.change(pick(gradeName(one.from)), pick(gradeName(one.to)))}{' '}
          <span className="mp-soft">
            {one.reason} {text.changedBy(dayOf(one.changedAt), pick(GRADE_CHANGES[one.because]), one.decidedBy.join(pick(AND)))}
          </span>
        </li>
      ))}
    </ol>
  )
}

type ResultFormProps = {
  readonly asked: Asked
  readonly cycleId: string
  readonly personId: string
  readonly result: Result
  readonly onClose: () => void
}

function ResultForm({ asked, cycleId, personId, result, onClose }: ResultFormProps) {
  const text = useText({ zh, en })
  const signing = useDo(signOpinion)
  const words = useText({ zh: representativeZh, en: representativeEn })
  const filing = useDo(fileRemedy)
  const filingFor = useDo(fileRemedyFor)
  const recording = useDo(recordInterview)
  const confirming = useDo(confirmInterview)
  if (asked === 'agree' || asked === 'disagree')
    return (
      <FormDialog
        title={asked === 'agree' ? text.agree : text.disagree}
        fields={[{ key: 'text', label: text.yourWords, kind: 'area', optional: true }]}
        start={{}}
        acting={signing}
        onSave={({ text: words = '' }) => signing.run({ cycleId, opinion: asked, text: words })}
        onClose={onClose}
      />
    )
  if (asked === 'file' && result.open) {
    const { kind } = result.open
    return (
      <FormDialog
        title={text.file(text.filing[kind])}
        sentence={`${text.goesTo[kind === 'review' ? 'institution' : 'authority']}${text.fileSays}`}
        okText={text.file(text.filing[kind])}
        fields={[
          { key: 'grounds', label: text.grounds, kind: 'area' },
          { key: 'representative', label: text.representative, kind: 'text', optional: true },
        ]}
        start={{}}
        acting={filing}
        onSave={({ grounds = '', representative = '' }) => filing.run({ cycleId, kind, grounds, representative })}
        onClose={onClose}
      />
    )
  }
  if (asked === 'file-for' && result.open && result.appraisalId !== null) {
    const { kind } = result.open
    const { appraisalId } = result
    return (
      <FormDialog
        title={`${words.file} · ${text.remedyKinds[kind]}`}
        sentence={words.says}
        fields={[...representativeFields(words), { key: 'grounds', label: text.grounds, kind: 'area' }]}
        start={{}}
        acting={filingFor}
        onSave={({ grounds = '', name = '', tie = '', paper = '' }) =>
          filingFor.run({ appraisalId, kind, grounds, representative: { name, tie, paper } })
        }
        onClose={onClose}
      />
    )
  }
  if (asked === 'confirm')
    return (
      <FormDialog
        title={text.confirm}
        fields={[{ key: 'says', label: text.says, kind: 'area', optional: true }]}
        start={{}}
        acting={confirming}
        onSave={({ says = '' }) => confirming.run({ cycleId, says })}
        onClose={onClose}
      />
    )
  const old = result.interview
  return (
    <FormDialog
      title={text.record}
      fields={[
        { key: 'heldOn', label: text.held, kind: 'day' },
        { key: 'strengths', label: text.strengths, kind: 'area' },
        { key: 'shortfalls', label: text.shortfalls, kind: 'area' },
        { key: 'nextGoals', label: text.nextGoals, kind: 'area' },
        { key: 'improvementPlan', label: text.plan, kind: 'area', optional: !result.needsPlan },
        { key: 'improveBy', label: text.planBy, kind: 'day', optional: !result.needsPlan },
      ]}
      start={{
        heldOn: old?.heldOn ?? today(),
        strengths: old?.strengths ?? '',
        shortfalls: old?.shortfalls ?? '',
        nextGoals: old?.nextGoals ?? '',
        improvementPlan: old?.improvementPlan ?? '',
        improveBy: old?.improveBy ?? '',
      }}
      acting={recording}
      onSave={({ heldOn = '', strengths = '', shortfalls = '', nextGoals = '', improvementPlan = '', improveBy = '' }) =>
        recording.run({
          cycleId,
          personId,
          heldOn,
          strengths,
          shortfalls,
          nextGoals,
          improvementPlan,
          improveBy: improveBy === '' ? null : improveBy,
        })
      }
      onClose={onClose}
    />
  )
}
