import type { listAppraisals } from '@milepost/contract/appraise/appraisals'
import { decideGrades, type readCommittee } from '@milepost/contract/appraise/decision'
import type { OutputOf } from '@milepost/contract/endpoint'
import type { Bilingual } from '@milepost/terms/bilingual'
import { GRADES, type GradeCode } from '@milepost/terms/grades'
import { Alert, Button, Checkbox, Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { DataTable } from '../../parts/DataTable.tsx'
import { DayField } from '../../parts/DayField.tsx'
import { Lacking } from '../../parts/Lacking.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useDo } from '../../platform/asking.ts'
import { useDraft } from '../../platform/draft.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { today } from '../../platform/today.ts'
import { ALSO, AND, gradeName } from '../words.ts'
import { en, zh } from './text.ts'
import { type Vote, VoteFields } from './VoteFields.tsx'

type Person = OutputOf<typeof listAppraisals>['appraisals'][number]
type Choice = {
  readonly grade: GradeCode | null
  readonly second: GradeCode | null
  readonly reason: string
  /** A vote of its own on this person. */
  readonly vote: Vote | null
}
type DecisionFormProps = {
  readonly cycleId: string
  readonly seats: number
  /** Equal at the last seat, and how many seats are left for them. */
  readonly ties: readonly { readonly people: readonly string[]; readonly seatsLeft: number }[]
  readonly people: readonly Person[]
  /** Excellent grades that stand and are not decided here. */
  readonly taken: number
  readonly committee: OutputOf<typeof readCommittee>
  readonly mayDecide: boolean
}

const GRADE_CODES = Object.keys(GRADES) as GradeCode[]

/** The meeting as it goes: who is present, each grade with its reason, the minutes; saved as a whole or not at all. */
export function DecisionForm({ cycleId, seats, ties, people, taken, committee, mayDecide }: DecisionFormProps) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const { members } = committee
  const deciding = useDo(decideGrades)
  const { value: choices, set: setChoices, forget: forgetChoices } = useDraft<Readonly<Record<string, Choice>>>(`grades ${cycleId}`, {})
  const [present, setPresent] = useState<readonly string[]>(members.map((one) => one.personId))
  const { value: minutes, set: setMinutes, forget: forgetMinutes } = useDraft(`minutes ${cycleId}`, '')
  const [decidedOn, setDecidedOn] = useState(today())
  const choiceOf = (person: Person): Choice =>
    choices[person.appraisalId] ?? {
      grade: person.proposedGrade,
      second: person.secondPost === null ? null : person.proposedGrade,
      reason: '',
      vote: null,
    }
  const choose = (person: Person, part: Partial<Choice>) =>
    setChoices({ ...choices, [person.appraisalId]: { ...choiceOf(person), ...part } })
  const [vote, setVote] = useState<Vote | null>(null)
  const [voting, setVoting] = useState<string | null>(null)
  const voted = people.find((person) => person.appraisalId === voting)
  const excellent =
    people.filter((person) => {
      const { grade, second } = choiceOf(person)
      return grade === 'excellent' && (person.secondPost === null || second === 'excellent')
    }).length + taken
  /** Whoever is tied to the person has no voice about them. */
  const asideFor = ({ personId }: Person) => {
    const tied = committee.recusals.find((one) => one.personId === personId)?.members ?? []
    return members.filter((one) => tied.includes(one.personId) && present.includes(one.personId))
  }
  const unheard = people.filter((person) => person.participation.grader.hears !== 'nobody' && person.hearing === null)
  const open = people.filter((person) => choiceOf(person).grade === null).length
  const lacking = [...(open > 0 ? [text.gradesOf(open)] : []), ...(minutes.trim().length < 10 ? [text.minutes] : [])]

  const asked = () => ({
    cycleId,
    decidedOn,
    minutes,
    present: [...present],
    vote,
    lines: people.flatMap((person) => {
      const { grade, second, reason, vote: own } = choiceOf(person)
      return grade === null ? [] : [{ appraisalId: person.appraisalId, grade, secondGrade: second, reason, vote: own }]
    }),
  })
  const decide = () =>
    deciding.run(asked()).then(
      () => {
        forgetChoices()
        forgetMinutes()
      },
      () => undefined,
    )

  return (
    <Panel title={text.decide} sentence={text.seats(excellent, seats)}>
      <div className="mp-notes">
        {ties.map((tie) => (
          <Alert key={tie.people.join(' ')} type="warning" showIcon title={text.tie(tie.people.join(pick(AND)), tie.seatsLeft)} />
        ))}
        {unheard.length > 0 && <Alert type="warning" showIcon title={text.unheard(unheard.map((one) => one.name).join(pick(AND)))} />}
        {mayDecide && open > 0 && <Alert type="info" showIcon title={text.undecided(open)} />}
        {excellent > seats && <Alert type="error" showIcon title={text.over(excellent - seats)} />}
        {deciding.refused && <RefusalNote refused={deciding.refused} />}
      </div>
      <DataTable
        label={text.title}
        rows={people}
        rowKey={(row) => row.appraisalId}
        sortedBy={{ key: 'score', direction: 'down' }}
        onPhone="cards"
        columns={[
          { key: 'name', title: text.name, value: (row) => row.name, width: 90 },
          { key: 'unit', title: text.unit, value: (row) => pick(row.unit), filter: true, width: 150 },
          { key: 'score', title: text.score, kind: 'number', value: (row) => row.officialScore, width: 80 },
          {
            key: 'bounds',
            title: text.bounds,
            value: (row) => boundsOf(row).map(pick).join(pick(ALSO)),
            show: (row) => <span className="mp-soft">{boundsOf(row).map(pick).join(pick(ALSO))}</span>,
            width: 170,
          },
          { key: 'proposed', title: text.proposed, value: (row) => pick(gradeName(row.proposedGrade)), filter: true, width: 100 },
          {
            key: 'grade',
            title: text.grade,
            value: (row) => pick(gradeName(choiceOf(row).grade)),
            show: (row) => (
              <>
                <GradeSelect
                  label={`${row.name} ${text.grade}`}
                  disabled={!mayDecide}
                  value={choiceOf(row).grade}
                  onChange={(grade) => choose(row, { grade })}
                />
                {row.secondPost !== null && (
                  <GradeSelect
                    label={`${row.name} ${pick(row.secondPost)} ${text.grade}`}
                    disabled={!mayDecide}
                    value={choiceOf(row).second}
                    onChange={(second) => choose(row, { second })}
                  />
                )}
              </>
            ),
            width: 140,
          },
          {
            key: 'vote',
            title: text.ownVote,
            value: (row) => (choiceOf(row).vote === null ? '' : text.ownVoteTaken),
            filter: true,
            show: (row) => (
              <Button
                size="small"
                type={choiceOf(row).vote === null ? 'text' : 'default'}
                disabled={!mayDecide}
                aria-label={`${row.name} ${text.ownVote}`}
                onClick={() => setVoting(row.appraisalId)}
              >
                {choiceOf(row).vote === null ? text.takeVote : text.ownVoteTaken}
              </Button>
            ),
            width: 130,
          },
          {
            key: 'reason',
            title: text.reason,
            value: (row) => choiceOf(row).reason,
            show: (row) =>
              choiceOf(row).grade === row.proposedGrade ? null : (
                <Input
                  aria-label={`${row.name} ${text.reason}`}
                  size="small"
                  value={choiceOf(row).reason}
                  onChange={(event) => choose(row, { reason: event.target.value })}
                />
              ),
            width: 220,
          },
        ]}
      />
      {voted !== undefined && (
        <Modal
          open
          title={text.voteOn(voted.name)}
          footer={
            <Button type="primary" onClick={() => setVoting(null)}>
              {text.voteDone}
            </Button>
          }
          onCancel={() => setVoting(null)}
        >
          <p>{text.voteOnSay}</p>
          {asideFor(voted).length > 0 && (
            <p>
              <strong>
                {text.aside(
                  asideFor(voted)
                    .map((one) => one.name)
                    .join(pick(AND)),
                )}
              </strong>
            </p>
          )}
          <VoteFields
            vote={choiceOf(voted).vote}
            present={members.filter(
              (one) => present.includes(one.personId) && one.personId !== voted.personId && !asideFor(voted).includes(one),
            )}
            onChange={(own) => choose(voted, { vote: own })}
          />
        </Modal>
      )}
      {mayDecide && (
        <Form layout="vertical" style={{ marginTop: 16 }}>
          <Form.Item label={text.present}>
            <Checkbox.Group
              value={[...present]}
              onChange={(here) => {
                setPresent(here)
                setVote(null)
                setChoices(Object.fromEntries(Object.entries(choices).map(([one, choice]) => [one, { ...choice, vote: null }])))
              }}
              options={members.map((one) => ({ value: one.personId, label: `${one.name} · ${text.classes[one.memberClass]}` }))}
            />
          </Form.Item>
          <Form.Item label={text.decidedOn} htmlFor="decided-on">
            <DayField control={{ id: 'decided-on' }} value={decidedOn} onChange={setDecidedOn} />
          </Form.Item>
          <Form.Item label={text.vote}>
            <VoteFields vote={vote} present={members.filter((one) => present.includes(one.personId))} onChange={setVote} />
          </Form.Item>
          <Form.Item label={text.minutes} htmlFor="minutes">
            <Input.TextArea id="minutes" rows={5} value={minutes} onChange={(event) => setMinutes(event.target.value)} />
          </Form.Item>
          {deciding.refused && <Alert type="error" showIcon title={pick(deciding.refused.text)} style={{ marginBottom: 12 }} />}
          <Button type="primary" loading={deciding.busy} disabled={lacking.length > 0 || excellent > seats} onClick={() => void decide()}>
            {text.decide}
          </Button>
          {excellent > seats && <p className="mp-soft">{text.over(excellent - seats)}</p>}
          <Lacking what={lacking} />
        </Form>
      )}
    </Panel>
  )
}

type GradeSelectProps = {
  readonly label: string
  readonly disabled: boolean
  readonly value: GradeCode | null
  readonly onChange: (grade: GradeCode) => void
}

function GradeSelect({ label, disabled, value, onChange }: GradeSelectProps) {
  const { pick } = useLanguage()
  return (
    <Select<GradeCode>
      aria-label={label}
      size="small"
      style={{ width: 116, display: 'flex' }}
      disabled={disabled}
      value={value ?? undefined}
      placeholder="?"
      onChange={onChange}
      options={GRADE_CODES.map((code) => ({ value: code, label: pick(GRADES[code]) }))}
    />
  )
}

/** What bounds the grade of a person: a sanction, a rule of participation, another unit to be heard, a second post. */
function boundsOf(person: Person): Bilingual[] {
  const { ceiling, participation, hearing, secondPost } = person
  const article = participation.citations.map((one) => one.article).filter((one) => one !== '')
  return [
    ...(participation.row === 'ordinary' || participation.row === 'sanctioned'
      ? []
      : [{ zh: `第${article.join('、')}条`, en: `Art. ${article.join(', ')}` }]),
    ...(ceiling === null ? [] : [ceiling.reason]),
    ...(participation.grader.hears === 'nobody' ? [] : hearing === null ? [NOT_HEARD] : [heardSays(hearing)]),
    ...(secondPost === null ? [] : [{ zh: `兼任${secondPost.zh}，两岗分别定等`, en: `also ${secondPost.en}: both posts are graded` }]),
  ]
}

const NOT_HEARD: Bilingual = { zh: '尚未听取对方单位意见', en: 'the other unit has not been heard' }
const heardSays = (hearing: NonNullable<Person['hearing']>): Bilingual => ({
  zh: `${hearing.heard}：${hearing.opinion}`,
  en: `${hearing.heard}: ${hearing.opinion}`,
})
