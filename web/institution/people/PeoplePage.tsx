import { readPeople } from '@milepost/contract/institution/people'
import { postClass } from '@milepost/contract/institution/posts'
import { Button } from 'antd'
import { DataTable } from '../../parts/DataTable.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useAddressValue, useGo } from '../../platform/address.tsx'
import { useAskMaybe } from '../../platform/asking.ts'
import { Reading } from '../../platform/frame/Reading.tsx'
import { useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { useMay } from '../../platform/session.tsx'
import { PeopleFilter } from './PeopleFilter.tsx'
import { en, zh } from './text.ts'
import { usePeopleColumns } from './usePeopleColumns.ts'

/** The register: found by the server, so that pinyin and units below count. */
export function PeoplePage() {
  const text = useText({ zh, en })
  const go = useGo()
  const mayImport = useMay('people.import')
  const mayOpen = useMay('person.open')
  const [search] = useAddressValue('search')
  const [unit] = useAddressValue('unit')
  const [ofClass] = useAddressValue('class')
  const [left] = useAddressValue('left')
  const columns = usePeopleColumns({ leftShown: left === 'with' })
  const { answer, refused } = useAskMaybe(readPeople, {
    search: search ?? undefined,
    unitId: unit ?? undefined,
    postClass: postClass.options.find((one) => one === ofClass),
    left: left === 'with' ? 'with' : undefined,
  })
  const importing = mayImport && (
    <Button type="primary" onClick={() => go('/institution/import?what=people')}>
      {text.import}
    </Button>
  )
  return (
    <>
      <PageHead title={text.title} sentence={text.sentence} primary={importing} />
      <Panel>
        <PeopleFilter />
        {refused !== null && <RefusalNote refused={refused} />}
        {answer === null && refused === null && <Reading />}
        {answer !== null && (
          <DataTable
            label={text.title}
            columns={columns}
            rows={answer.people}
            rowKey={({ personId }) => personId}
            href={mayOpen ? ({ personId }) => `/institution/people/${personId}` : undefined}
            exportAs={text.exportAs}
            onPhone="cards"
            plain
            empty={<Empty title={text.emptyTitle} sentence={text.emptySay} next={importing} />}
          />
        )}
      </Panel>
    </>
  )
}
