import type { OutputOf } from '@milepost/contract/endpoint'
import { readCheckIns } from '@milepost/contract/run/checkIns'
import { Button } from 'antd'
import { useState } from 'react'
import { DataTable } from '../../parts/DataTable.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useAddressValue } from '../../platform/address.tsx'
import { useAsk } from '../../platform/asking.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { useActor, useMay } from '../../platform/session.tsx'
import { IncidentsPart } from '../incidents/IncidentsPart.tsx'
import '../run.css'
import { CheckInCard } from './CheckInCard.tsx'
import { PersonDrawer } from './PersonDrawer.tsx'
import { RecordDialog } from './RecordDialog.tsx'
import { en, zh } from './text.ts'

export function CheckInsPage() {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const { cycle, quarter, withMe, people } = useAsk(readCheckIns, {})
  const mayRecord = useMay('check-in.record') && people.length > 0
  const ownId = useActor().personId
  const [recording, setRecording] = useState<string | null>(null)
  const [personId, setPersonId] = useAddressValue('person')
  const waiting = withMe.filter((one) => one.confirmedAt === null)
  const said = withMe.filter((one) => one.confirmedAt !== null)
  const first = people.find((one) => one.dueThisQuarter) ?? people[0]
  return (
    <>
      <PageHead
        title={text.title}
        sentence={text.sentence}
        beside={cycle === null ? undefined : pick(cycle.name)}
        primary={
          mayRecord &&
          first !== undefined && (
            <Button type="primary" onClick={() => setRecording(first.personId)}>
              {text.record}
            </Button>
          )
        }
      />
      <div className="mp-stack">
        {waiting.length > 0 && <WithMe title={text.toConfirm} sentence={text.withMeSay} checkIns={waiting} />}
        {people.length > 0 && (
          <Panel title={text.people} sentence={text.peopleSay(quarter.code, quarter.endsOn)}>
            <PeopleTable people={people} onOpen={setPersonId} />
          </Panel>
        )}
        {said.length > 0 && <WithMe title={text.withMe} checkIns={said} />}
        {ownId !== null && <IncidentsPart personId={ownId} mayRecord={false} isOwn />}
        {withMe.length === 0 && people.length === 0 && <Empty title={text.nothing} sentence={text.nothingSay} />}
      </div>
      {personId !== null && (
        <PersonDrawer personId={personId} onRecord={mayRecord ? () => setRecording(personId) : null} onClose={() => setPersonId(null)} />
      )}
      {recording !== null && <RecordDialog people={people} personId={recording} onClose={() => setRecording(null)} />}
    </>
  )
}

type WithMeProps = {
  readonly title: string
  readonly sentence?: string
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
        { key: 'count', title: text.count, kind: 'number', value: (row) => row.checkIns, width: 110 },
        { key: 'last', title: text.last, value: (row) => row.lastHeldOn, show: (row) => row.lastHeldOn ?? text.never, width: 120 },
        { key: 'unconfirmed', title: text.unconfirmed, kind: 'number', value: (row) => row.unconfirmed, width: 110 },
      ]}
    />
  )
}
