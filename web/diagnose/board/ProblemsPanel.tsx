import { judgeProblem } from '@milepost/contract/diagnose/board'
import { Button, Input, Modal, Radio } from 'antd'
import { useState } from 'react'
import { DataTable } from '../../parts/DataTable.tsx'
import { Field } from '../../parts/Field.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useDo } from '../../platform/asking.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { useMay } from '../../platform/session.tsx'
import { cut } from '../results/percent.ts'
import type { Board } from './given.ts'
import { en, zh } from './text.ts'

type Problem = Board['problems'][number]
type Verdict = NonNullable<Problem['decided']>['verdict']
type ProblemsPanelProps = { readonly waveId: string; readonly problems: Board['problems'] }

/** What each stream says, what the rule makes of it, and who decided what. */
export function ProblemsPanel({ waveId, problems }: ProblemsPanelProps) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const mayJudge = useMay('problem.judge')
  const [judging, setJudging] = useState<Problem | null>(null)
  const [first] = problems
  const mark = (agrees: string) => (agrees === 'agrees' ? '● ' : agrees === 'disagrees' ? '○ ' : '')
  return (
    <Panel title={text.problems} sentence={first && text.rule(first.evidence.severityCut, first.evidence.interviewPercentCut)}>
      <DataTable
        label={text.problems}
        plain
        exportAs="problems"
        onPhone="cards"
        rows={problems}
        rowKey={(row) => row.code}
        columns={[
          { key: 'name', title: text.problem, value: (row) => `${row.code} ${pick(row.name)}` },
          {
            key: 'survey',
            title: text.survey,
            value: (row) => row.evidence.severity,
            show: (row) => `${mark(row.streams.survey)}${row.evidence.severity === null ? text.none : cut(row.evidence.severity, 1)}`,
            width: 100,
          },
          {
            key: 'interviews',
            title: text.interviews,
            value: (row) => row.evidence.interviews?.raised ?? null,
            show: (row) => {
              const { interviews } = row.evidence
              const from = row.interviewsFrom === null ? '' : text.from[row.interviewsFrom]
              return (
                <span title={from}>
                  {mark(row.streams.interviews)}
                  {interviews ? text.of(interviews.raised, interviews.asked) : text.none}
                </span>
              )
            },
            width: 120,
          },
          {
            key: 'audit',
            title: text.records,
            value: (row) => (row.evidence.audit ? text.audit[row.evidence.audit] : text.none),
            show: (row) => `${mark(row.streams.audit)}${row.evidence.audit ? text.audit[row.evidence.audit] : text.none}`,
            width: 120,
          },
          { key: 'proposed', title: text.proposed, value: (row) => text.verdicts[row.proposed], width: 120 },
          {
            key: 'decided',
            title: text.decided,
            value: (row) => (row.decided ? text.verdicts[row.decided.verdict] : text.undecided),
            show: (row) =>
              row.decided ? (
                <span>
                  <strong>{text.verdicts[row.decided.verdict]}</strong> {row.decided.by}
                  {row.decided.reason !== '' && <small className="mp-board-reason">{row.decided.reason}</small>}
                </span>
              ) : (
                text.undecided
              ),
            width: 260,
          },
          {
            key: 'acts',
            title: '',
            acts: true,
            value: () => null,
            show: (row) =>
              mayJudge && (
                <Button size="small" onClick={() => setJudging(row)}>
                  {text.judge}
                </Button>
              ),
            width: 90,
          },
        ]}
      />
      {judging && <JudgeDialog waveId={waveId} problem={judging} onClose={() => setJudging(null)} />}
    </Panel>
  )
}

type JudgeDialogProps = { readonly waveId: string; readonly problem: Problem; readonly onClose: () => void }

function JudgeDialog({ waveId, problem, onClose }: JudgeDialogProps) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const judging = useDo(judgeProblem)
  const proposed: Verdict = problem.proposed === 'confirmed' || problem.proposed === 'suspected' ? problem.proposed : 'not-confirmed'
  const [verdict, setVerdict] = useState<Verdict>(problem.decided?.verdict ?? proposed)
  const [reason, setReason] = useState(problem.decided?.reason ?? '')
  const save = async () => {
    await judging.run({ waveId, problem: problem.code, verdict, reason })
    onClose()
  }
  return (
    <Modal
      open
      title={`${text.judge} · ${problem.code} ${pick(problem.name)}`}
      okText={text.save}
      cancelText={text.cancel}
      confirmLoading={judging.busy}
      onCancel={onClose}
      onOk={() => void save().catch(() => undefined)}
    >
      {judging.refused && <RefusalNote refused={judging.refused} />}
      <p>
        {text.proposed}: <strong>{text.verdicts[problem.proposed]}</strong>
      </p>
      <div className="mp-form">
        <Radio.Group
          value={verdict}
          onChange={({ target }) => setVerdict(target.value)}
          options={(['confirmed', 'suspected', 'not-confirmed'] as const).map((value) => ({ value, label: text.verdicts[value] }))}
        />
        <Field label={text.reason} hint={verdict === proposed ? undefined : text.reasonWanted}>
          {(control) => <Input.TextArea {...control} value={reason} onChange={({ target }) => setReason(target.value)} />}
        </Field>
      </div>
    </Modal>
  )
}
