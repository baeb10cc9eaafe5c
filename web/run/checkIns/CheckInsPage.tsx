import type { OutputOf } from '@milepost/contract/endpoint'
import { readCheckIns, readMidYearMatters } from '@milepost/contract/run/checkIns'
import { Button, Space } from 'antd'
import { useState } from 'react'
import { DataTable } from '../../parts/DataTable.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useAddressValue } from '../../platform/address.tsx'
import { useAsk, useAskMaybe } from '../../platform/asking.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { useActor, useMay } from '../../platform/session.tsx'
import { today } from '../../platform/today.ts'
import { IncidentsPart } from '../incidents/IncidentsPart.tsx'
import '../run.css'
import { CheckInCard } from './CheckInCard.tsx'
import { MattersTable } from './MattersTable.tsx'
import * as midYearText from './midYearText.ts'
import { PersonDrawer } from './PersonDrawer.tsx'
import { RecordDialog } from './RecordDialog.tsx'
import { TalksByYear } from './TalksByYear.tsx'
import { en, zh } from './text.ts'

export function CheckInsPage() {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const { cycle, midYear, quarter, withMe, people } = useAsk(readCheckIns, {})
  const half = useText({ zh: midYearText.zh, en: midYearText.en })
  const year = cycle?.year ?? null
  const mayRecord = useMay('check-in.record') && people.length > 0
  const ownId = useActor().personId
  const [recording, setRecording] = useState<{ personId: string; kind: 'check-in' | 'mid-year' } | null>(null)
  const [looking, setLooking] = useState(false)
  const [personId, setPersonId] = useAddressValue('person')
  const waiting = withMe.filter((one) => one.confirmedAt === null)
  const said = withMe.filter((one) => one.confirmedAt !== null)
  const owing = people.find((one) => one.midYear === 'late' || one.midYear === 'to-hold')
  const first = people.find((one) => one.dueThisQuarter) ?? people[0]
  const years = [...new Set(waiting.map((one) => one.year))].sort((a, b) => b - a)
  return (
    <>
      <PageHead
        title={text.title}
        sentence={text.sentence}
        beside={cycle === null ? undefined : pick(cycle.name)}
        primary={
          mayRecord &&
          first !== undefined && (
            <Space>
              {owing !== undefined && (
                <Button onClick={() => setRecording({ personId: owing.personId, kind: 'mid-year' })}>{half.midYear}</Button>
              )}
              <Button type="primary" onClick={() => setRecording({ personId: first.personId, kind: 'check-in' })}>
                {text.record}
              </Button>
            </Space>
          )
        }
      />
      <div className="mp-stack">
        {midYear?.mine && ownId !== null && (
          <Panel title={half.midYear} sentence={midYear.by < today() ? half.mineLate(midYear.by) : half.mine(midYear.by)}>
            <Button onClick={() => setLooking(!looking)}>{half.seeMatters}</Button>
            {looking && <OwnMatters personId={ownId} />}
          </Panel>
        )}
        {years.map((one) => (
          <WithMe
            key={one}
            title={one === year ? text.toConfirm : text.toConfirmOf(one)}
            sentence={text.withMeSay}
            checkIns={waiting.filter((talk) => talk.year === one)}
          />
        ))}
        {people.length > 0 && (
          <Panel title={text.people} sentence={text.peopleSay(quarter.code, quarter.endsOn)}>
            <PeopleTable people={people} onOpen={setPersonId} />
          </Panel>
        )}
        {said.length > 0 && (
          <Panel title={text.withMe}>
            <TalksByYear checkIns={said} year={year} />
          </Panel>
        )}
        {ownId !== null && <IncidentsPart personId={ownId} mayRecord={false} isOwn />}
        {withMe.length === 0 && people.length === 0 && <Empty title={text.nothing} sentence={text.nothingSay} />}
      </div>
      {personId !== null && (
        <PersonDrawer
          personId={personId}
          year={year}
          onRecord={mayRecord ? () => setRecording({ personId, kind: 'check-in' }) : null}
          onClose={() => setPersonId(null)}
        />
      )}
      {recording !== null && <RecordDialog people={people} {...recording} onClose={() => setRecording(null)} />}
    </>
  )
}

function OwnMatters({ personId }: { readonly personId: string }) {
  const { answer, refused } = useAskMaybe(readMidYearMatters, { personId })
  if (refused !== null) return <RefusalNote refused={refused} />
  return answer === null ? null : <MattersTable matters={answer.matters} />
}

type WithMeProps = {
  readonly title: string
  readonly sentence: string
  readonly checkIns: OutputOf<typeof readCheckIns>['withMe']
}

function WithMe({ checkIns, ...head }: WithMeProps) {
  return (
    <Panel {...head}>
      {checkIns.map((checkIn) => (
        <CheckInCard key={checkIn.checkInId} checkIn={checkIn} />
      ))}
    </Panel>
  )
}

type PeopleTableProps = {
  readonly people: OutputOf<typeof readCheckIns>['people']
  readonly onOpen: (personId: string) => void
}

function PeopleTable({ people, onOpen }: PeopleTableProps) {
  const text = useText({ zh, en })
  const half = useText({ zh: midYearText.zh, en: midYearText.en })
  const { pick } = useLanguage()
  return (
    <DataTable
      label={text.people}
      onPhone="cards"
      exportAs="check-ins"
      rows={people}
      rowKey={(row) => row.personId}
      columns={[
        {
          key: 'name',
          title: text.name,
          value: (row) => pick(row.name),
          show: (row) => (
            <button type="button" className="mp-text-button" onClick={() => onOpen(row.personId)}>
              {pick(row.name)}
            </button>
          ),
        },
        { key: 'unit', title: text.unit, value: (row) => pick(row.unit), filter: true },
        { key: 'post', title: text.post, value: (row) => pick(row.post) },
        { key: 'due', title: text.due, value: (row) => (row.dueThisQuarter ? text.dueYes : text.dueNo), filter: true, width: 120 },
        {
          key: 'midYear',
          title: half.column,
          value: (row) => half.states[row.midYear],
          filter: true,
          hiddenAtFirst: people.every((row) => row.midYear === 'none'),
          width: 140,
        },
        { key: 'count', title: text.count, kind: 'number', value: (row) => row.checkIns, width: 110 },
        { key: 'last', title: text.last, value: (row) => row.lastHeldOn, show: (row) => row.lastHeldOn ?? text.never, width: 120 },
        { key: 'unconfirmed', title: text.unconfirmed, kind: 'number', value: (row) => row.unconfirmed, width: 110 },
      ]}
    />
  )
}
