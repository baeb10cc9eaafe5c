import { answerRole, nameStandIn, readRaters, remindRaters, setRatingDue, waiveRating } from '@milepost/contract/appraise/raters'
import type { OutputOf } from '@milepost/contract/endpoint'
import { readPeople } from '@milepost/contract/institution/people'
import { Alert, Button, Space } from 'antd'
import { useState } from 'react'
import { DataTable } from '../../parts/DataTable.tsx'
import { Facts } from '../../parts/Facts.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useAskMaybe, useDo } from '../../platform/asking.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { useMay } from '../../platform/session.tsx'
import { today } from '../../platform/today.ts'
import '../appraise.css'
import { FormDialog, peopleOptions } from '../../parts/FormDialog.tsx'
import { CycleChoice } from '../CycleChoice.tsx'
import { useChosenCycle } from '../useChosenCycle.ts'
import { AND } from '../words.ts'
import { en, zh } from './text.ts'

type Waiting = OutputOf<typeof readRaters>['waiting'][number]
type Asked = { readonly what: 'stand-in' | 'waive'; readonly of: Waiting }

export function RatersPage() {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const chosen = useChosenCycle()
  const cycleId = chosen.cycle?.cycleId ?? ''
  const { answer } = useAskMaybe(readRaters, chosen.cycle && { cycleId })
  const reminding = useDo(remindRaters)
  const answering = useDo(answerRole)
  const mayRemind = useMay('participation.keep')
  const mayWaive = useMay('grade.decide')
  const [asked, setAsked] = useState<Asked | null>(null)
  const [dueAsked, setDueAsked] = useState(false)
  if (!answer) return <PageHead title={text.title} sentence={text.sentence} beside={<CycleChoice chosen={chosen} />} />
  return (
    <>
      <PageHead
        title={text.title}
        sentence={text.sentence}
        beside={<CycleChoice chosen={chosen} />}
        primary={
          mayRemind &&
          answer.waiting.length > 0 && (
            <Button type="primary" loading={reminding.busy} onClick={() => reminding.start({ cycleId })}>
              {text.remind}
            </Button>
          )
        }
      />
      <div className="mp-notes">
        {reminding.outcome && <Alert type="info" showIcon title={text.reminded(reminding.outcome.reminded)} />}
        {reminding.refused && <RefusalNote refused={reminding.refused} />}
        {answering.refused && <RefusalNote refused={answering.refused} />}
      </div>
      <Panel
        title={text.waiting}
        acts={mayRemind && chosen.cycle?.stage === 'appraise' && <Button onClick={() => setDueAsked(true)}>{text.setDue}</Button>}
      >
        <Facts
          large
          facts={[
            { key: 'rated', name: text.progress, value: answer.toRate === 0 ? '–' : text.progressOf(answer.rated, answer.toRate) },
            { key: 'reports', name: text.reports, value: answer.withoutReport.length },
            { key: 'due', name: text.due, value: answer.dueOn ?? text.noDue },
          ]}
        />
        {answer.ladder.length > 0 && (
          <p className="mp-soft" style={{ marginBottom: 12 }}>
            {answer.ladder.map((step) => `${step.day} ${text.steps[step.kind]}`).join(' → ')}
          </p>
        )}
        {answer.waiting.length === 0 ? (
          <p className="mp-under">{answer.toRate === 0 ? text.nobodyToRate : text.allIn}</p>
        ) : (
          <DataTable
            label={text.waiting}
            onPhone="cards"
            exportAs="waiting"
            rows={answer.waiting}
            rowKey={(row) => row.raterPersonId}
            columns={[
              {
                key: 'rater',
                title: text.rater,
                value: (row) => (row.leftOn === null ? row.name : `${row.name}（${text.left(row.leftOn)}）`),
                width: 140,
              },
              { key: 'n', title: '#', kind: 'number', value: (row) => row.people.length, width: 60 },
              { key: 'people', title: text.people, value: (row) => row.people.map((one) => one.name).join(pick(AND)) },
              { key: 'reminded', title: text.remindedOn, value: (row) => row.reminded.join(pick(AND)) || '–', width: 190 },
              {
                key: 'escalated',
                title: text.escalated,
                value: (row) =>
                  row.escalated.map((one) => `${one.on} ${text.rungs[one.rung]}${one.to === null ? '' : ` ${one.to}`}`).join(pick(AND)) ||
                  '–',
                width: 190,
              },
              ...(mayRemind || mayWaive
                ? [
                    {
                      key: 'acts',
                      title: text.acts,
                      acts: true,
                      value: () => '',
                      show: (row: Waiting) => (
                        <Space>
                          {mayRemind && (
                            <Button size="small" onClick={() => setAsked({ what: 'stand-in', of: row })}>
                              {text.standIn}
                            </Button>
                          )}
                          {mayWaive && (
                            <Button size="small" onClick={() => setAsked({ what: 'waive', of: row })}>
                              {text.waive}
                            </Button>
                          )}
                        </Space>
                      ),
                      width: 190,
                    },
                  ]
                : []),
            ]}
          />
        )}
      </Panel>
      <Panel title={text.roles} sentence={text.rolesSay}>
        {answer.roles.length === 0 ? (
          <p className="mp-soft">{text.noRoles}</p>
        ) : (
          <DataTable
            label={text.roles}
            plain
            onPhone="cards"
            rows={answer.roles}
            rowKey={(row) => row.raterRoleId}
            columns={[
              { key: 'rated', title: text.whom, value: (row) => row.rated, width: 110 },
              { key: 'rater', title: text.rater, value: (row) => row.rater, width: 110 },
              { key: 'kind', title: text.kind, value: (row) => text.kinds[row.kind], width: 90 },
              {
                key: 'detail',
                title: text.detail,
                value: (row) =>
                  row.standIn === null || row.untilOn === null ? row.reason : `${text.standsIn(row.standIn, row.untilOn)} · ${row.reason}`,
              },
              { key: 'by', title: text.askedBy, value: (row) => row.askedBy, width: 110 },
              { key: 'state', title: text.state, value: (row) => text.states[row.state], width: 90 },
              {
                key: 'acts',
                title: '',
                acts: true,
                value: () => '',
                show: (row) =>
                  row.state === 'asked' && mayRemind ? (
                    <Space>
                      <Button size="small" onClick={() => answering.start({ raterRoleId: row.raterRoleId, granted: true })}>
                        {text.grant}
                      </Button>
                      <Button size="small" onClick={() => answering.start({ raterRoleId: row.raterRoleId, granted: false })}>
                        {text.refuse}
                      </Button>
                    </Space>
                  ) : null,
                width: 150,
              },
            ]}
          />
        )}
      </Panel>
      {answer.withoutReport.length > 0 && (
        <Panel title={text.noReport}>
          <DataTable
            label={text.noReport}
            onPhone="cards"
            exportAs="without-report"
            rows={answer.withoutReport}
            rowKey={(row) => row.personId}
            columns={[
              { key: 'name', title: text.whom, value: (row) => row.name },
              { key: 'unit', title: text.unit, value: (row) => pick(row.unit), filter: true },
            ]}
          />
        </Panel>
      )}
      {dueAsked && <DueForm cycleId={cycleId} dueOn={answer.dueOn} onClose={() => setDueAsked(false)} />}
      {asked && <RaterForm asked={asked} dueOn={answer.dueOn} onClose={() => setAsked(null)} />}
    </>
  )
}

type DueFormProps = { readonly cycleId: string; readonly dueOn: string | null; readonly onClose: () => void }

function DueForm({ cycleId, dueOn, onClose }: DueFormProps) {
  const text = useText({ zh, en })
  const setting = useDo(setRatingDue)
  return (
    <FormDialog
      title={text.setDue}
      sentence={text.dueSays}
      fields={[
        { key: 'dueOn', label: text.due, kind: 'day' },
        { key: 'reason', label: text.reason, hint: text.reasonHint, kind: 'text', optional: dueOn === null },
      ]}
      start={{ dueOn: dueOn ?? '' }}
      acting={setting}
      onSave={({ dueOn: day = '', reason = '' }) => setting.run({ cycleId, dueOn: day, reason })}
      onClose={onClose}
    />
  )
}

type RaterFormProps = { readonly asked: Asked; readonly dueOn: string | null; readonly onClose: () => void }

/** A stand-in ends with the ratings, or on a day that has to be chosen: never by itself on the day it begins. */
function RaterForm({ asked, dueOn, onClose }: RaterFormProps) {
  const text = useText({ zh, en })
  const standing = useDo(nameStandIn)
  const waiving = useDo(waiveRating)
  const people = useAskMaybe(readPeople, {}).answer?.people ?? []
  const whom = {
    key: 'appraisalId',
    label: text.whom,
    kind: 'choice' as const,
    options: asked.of.people.map((one) => ({ value: one.appraisalId, label: one.name })),
  }
  const reason = { key: 'reason', label: text.reason, hint: text.reasonHint, kind: 'text' as const }
  const start = { appraisalId: asked.of.people[0]?.appraisalId ?? '', untilOn: dueOn !== null && dueOn > today() ? dueOn : '' }
  const { raterPersonId } = asked.of
  if (asked.what === 'waive')
    return (
      <FormDialog
        title={`${text.waive} · ${asked.of.name}`}
        sentence={text.waiveSays}
        okText={text.waive}
        fields={[whom, reason]}
        start={start}
        acting={waiving}
        onSave={({ appraisalId = '', reason: why = '' }) => waiving.run({ appraisalId, raterPersonId, reason: why })}
        onClose={onClose}
      />
    )
  return (
    <FormDialog
      title={`${text.standIn} · ${asked.of.name}`}
      fields={[
        whom,
        {
          key: 'standInPersonId',
          label: text.by,
          kind: 'choice',
          options: peopleOptions(people.filter((one) => one.personId !== raterPersonId)),
        },
        { key: 'untilOn', label: text.until, hint: text.untilHint, kind: 'day', min: today() },
        reason,
      ]}
      start={start}
      acting={standing}
      onSave={({ appraisalId = '', standInPersonId = '', untilOn = '', reason: why = '' }) =>
        standing.run({ appraisalId, raterPersonId, standInPersonId, untilOn, reason: why })
      }
      onClose={onClose}
    />
  )
}
