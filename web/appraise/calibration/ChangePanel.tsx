import type { readCalibration } from '@milepost/contract/appraise/appraisals'
import { calibrate, readCalibrationChanges, reasonCode } from '@milepost/contract/appraise/calibration'
import { readCommittee } from '@milepost/contract/appraise/decision'
import { says } from '@milepost/contract/appraise/votes'
import type { OutputOf } from '@milepost/contract/endpoint'
import { DECIDED_GRADES } from '@milepost/terms/grades'
import { Button, Space } from 'antd'
import { useState } from 'react'
import { DataTable } from '../../parts/DataTable.tsx'
import { FormDialog } from '../../parts/FormDialog.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useAskMaybe, useDo, useReadAgain } from '../../platform/asking.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { useMay } from '../../platform/session.tsx'
import { useCyclePaper } from '../papers.ts'
import { AND, COLON, dayOf, gradeName } from '../words.ts'
import { en, zh } from './changeText.ts'

type Person = OutputOf<typeof readCalibration>['people'][number]
type ChangePanelProps = { readonly cycleId: string; readonly people: readonly Person[]; readonly isOpen: boolean }

/** Minutes of the calibration room: every change with reason, votes and who stepped aside. */
export function ChangePanel({ cycleId, people, isOpen }: ChangePanelProps) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const { answer } = useAskMaybe(readCalibrationChanges, { cycleId })
  const mayChange = useMay('grade.calibrate')
  const [open, setOpen] = useState(false)
  // the form begins with everybody present in favour: it waits until it is known who that is
  const committee = useAskMaybe(readCommittee, open ? { cycleId } : null).answer
  const paper = useCyclePaper(cycleId)
  const changes = answer?.changes ?? []
  const button = mayChange && isOpen && <Button onClick={() => setOpen(true)}>{text.change}</Button>
  if (changes.length === 0 && !button) return null
  const acts = (
    <Space wrap>
      {changes.length > 0 && (
        <Button loading={paper.busy} onClick={() => paper.start('minutes')}>
          {text.paper}
        </Button>
      )}
      {button}
    </Space>
  )
  return (
    <Panel title={text.title} sentence={text.says} acts={acts}>
      {paper.refused && <RefusalNote refused={paper.refused} />}
      {changes.length === 0 ? (
        <p className="mp-soft">{text.none}</p>
      ) : (
        <DataTable
          label={text.title}
          plain
          exportAs="calibration-changes"
          onPhone="cards"
          rows={changes}
          rowKey={(row) => row.changeId}
          columns={[
            { key: 'name', title: text.name, value: (row) => row.name, width: 110 },
            { key: 'what', title: text.what, value: (row) => `${pick(gradeName(row.from))} → ${pick(gradeName(row.to))}`, width: 180 },
            { key: 'reason', title: text.reason, value: (row) => `${text.codes[row.reasonCode]}${pick(COLON)}${row.reason}` },
            {
              key: 'votes',
              title: text.votes,
              value: (row) =>
                [
                  text.counted(row.votesFor, row.votesAgainst, row.present.length),
                  ...row.names.map((one) => `${one.name} ${text.says3[one.says]}`),
                ].join(pick(AND)),
              width: 150,
            },
            { key: 'recused', title: text.recused, value: (row) => row.recused.join(pick(AND)) || '–', width: 120 },
            { key: 'by', title: text.by, value: (row) => `${row.changedBy} ${dayOf(row.changedAt)}`, width: 170 },
          ]}
        />
      )}
      {open && committee && <ChangeForm people={people} committee={committee} onClose={() => setOpen(false)} />}
    </Panel>
  )
}

type ChangeFormProps = {
  readonly people: readonly Person[]
  readonly committee: OutputOf<typeof readCommittee>
  readonly onClose: () => void
}

const listed = (present: string | undefined): string[] => (present ?? '').split(',').filter((one) => one !== '')

/** It begins with everybody present; who must step aside for the person is left out by the program. */
function ChangeForm({ people, committee, onClose }: ChangeFormProps) {
  const { members } = committee
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const changing = useDo(calibrate)
  const readAgain = useReadAgain()
  const asideFor = (personId: string) => {
    const tied = committee.recusals.find((one) => one.personId === personId)?.members ?? []
    return members.filter((one) => one.personId === personId || tied.includes(one.personId))
  }
  const peopleHere = members.map((one) => ({ value: one.personId, label: one.name }))
  const graded = people.filter((one) => one.participation.grade === 'graded' || one.participation.grade === 'within-ceiling')
  return (
    <FormDialog
      title={text.change}
      fields={[
        {
          key: 'appraisalId',
          label: text.name,
          kind: 'choice',
          options: graded.map((one) => ({
            value: one.appraisalId,
            label: [
              `${one.name} ${one.employeeNo} ${one.officialScore ?? '?'} ${pick(gradeName(one.proposedGrade))}`,
              ...(asideFor(one.personId).length > 0
                ? [
                    text.aside(
                      asideFor(one.personId)
                        .map((member) => member.name)
                        .join(pick(AND)),
                    ),
                  ]
                : []),
            ].join(' · '),
          })),
        },
        {
          key: 'grade',
          label: text.to,
          kind: 'choice',
          options: DECIDED_GRADES.map((one) => ({ value: one, label: pick(gradeName(one)) })),
        },
        {
          key: 'code',
          label: text.code,
          kind: 'choice',
          pointer: '/reasonCode',
          options: reasonCode.options.map((one) => ({ value: one, label: text.codes[one] })),
        },
        { key: 'reason', label: text.reasonHint, kind: 'area' },
        { key: 'present', label: text.presentHere, hint: text.presentSays, kind: 'several', options: peopleHere },
        { key: 'votesFor', label: text.votesFor, kind: 'text' },
        { key: 'votesAgainst', label: text.votesAgainst, kind: 'text' },
        ...members.map((one, at) => ({
          key: `vote-${one.personId}`,
          label: text.voteOf(one.name),
          kind: 'choice' as const,
          optional: true,
          onlyIf: (values: Readonly<Record<string, string>>) => listed(values.present).includes(one.personId),
          options: says.options.map((said) => ({ value: said, label: text.says3[said] })),
          ...(at === 0 ? { hint: text.byNameHint, pointer: '/votes' } : {}),
        })),
      ]}
      start={{ present: members.map((one) => one.personId).join(','), votesFor: String(members.length), votesAgainst: '0' }}
      acting={changing}
      onSave={({ appraisalId = '', grade = '', code = '', reason = '', present = '', votesFor = '', votesAgainst = '', ...rest }) =>
        changing
          .run({
            appraisalId,
            from: people.find((one) => one.appraisalId === appraisalId)?.proposedGrade ?? null,
            grade: DECIDED_GRADES.find((one) => one === grade) ?? 'qualified',
            reasonCode: reasonCode.parse(code),
            reason,
            present: listed(present),
            votesFor: Number(votesFor) || 0,
            votesAgainst: Number(votesAgainst) || 0,
            votes: members.flatMap((one) => {
              if (asideFor(people.find((person) => person.appraisalId === appraisalId)?.personId ?? '').includes(one)) return []
              const said = says.safeParse(rest[`vote-${one.personId}`])
              return said.success ? [{ person: one.personId, says: said.data }] : []
            }),
          })
          .catch((refused: unknown) => {
            readAgain()
            throw refused
          })
      }
      onClose={onClose}
    />
  )
}
