import type { OutputOf } from '@milepost/contract/endpoint'
import { readPerson } from '@milepost/contract/institution/people'
import { POST_CLASSES } from '@milepost/terms/posts'
import type { Column } from '../../parts/Column.ts'
import { DataTable } from '../../parts/DataTable.tsx'
import { Facts } from '../../parts/Facts.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { PageLink, useParam } from '../../platform/address.tsx'
import { useAsk } from '../../platform/asking.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { useMay } from '../../platform/session.tsx'
import { coefficientOf } from '../units/coefficient.ts'
import { en, zh } from './personText.ts'
import { en as peopleEn, zh as peopleZh } from './text.ts'

type Shown = OutputOf<typeof readPerson>

/** One person: who they are, the posts they held, whom they answer to. */
export function PersonPage() {
  const text = useText({ zh, en })
  const words = useText({ zh: peopleZh, en: peopleEn })
  const { language, pick } = useLanguage()
  const mayList = useMay('person.read')
  const { person, assignments, absences, head } = useAsk(readPerson, { personId: useParam('personId') })
  const nameOf = (one: { name: string; nameEn: string }) =>
    language === 'en' && one.nameEn !== '' ? `${one.nameEn} ${one.name}` : one.name
  return (
    <>
      <PageHead
        title={nameOf(person)}
        sentence={text.sentence(pick(person.unit.name), pick(person.post.title))}
        beside={person.employeeNo}
        back={mayList ? { href: '/institution/people', text: text.back } : undefined}
      />
      <div className="mp-stack">
        <Panel>
          <Facts
            facts={[
              { key: 'head', name: text.head, value: head === null ? text.noHead : <HeadLink head={head} name={nameOf(head)} /> },
              { key: 'track', name: text.track, value: words.tracks[person.track] },
              { key: 'establishment', name: text.establishment, value: words.establishments[person.establishment] },
              { key: 'joinedOn', name: text.joinedOn, value: person.joinedOn },
              { key: 'firstJob', name: text.firstJob, value: person.firstJob ? text.yes : text.no },
              ...(person.leftOn === null ? [] : [{ key: 'leftOn', name: text.leftOn, value: person.leftOn }]),
            ]}
          />
        </Panel>
        <Posts assignments={assignments} />
        <Absences absences={absences} />
      </div>
    </>
  )
}

function HeadLink({ head, name }: { readonly head: { personId: string }; readonly name: string }) {
  const mayOpen = useMay('person.open', { personId: head.personId, unitId: null })
  return mayOpen ? <PageLink href={`/institution/people/${head.personId}`}>{name}</PageLink> : name
}

function Posts({ assignments }: Pick<Shown, 'assignments'>) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const columns: readonly Column<Shown['assignments'][number]>[] = [
    { key: 'post', title: text.post, value: ({ post }) => pick(post) },
    { key: 'unit', title: text.unit, value: ({ unit }) => pick(unit) },
    { key: 'from', title: text.from, value: ({ validFrom }) => validFrom },
    { key: 'to', title: text.to, value: ({ validTo }) => validTo ?? text.now },
    { key: 'class', title: text.postClass, value: ({ postClass }) => pick(POST_CLASSES[postClass]) },
    {
      key: 'coefficient',
      title: text.coefficient,
      kind: 'number',
      value: ({ coefficientHundredths }) => coefficientOf(coefficientHundredths),
    },
    { key: 'kind', title: text.kind, value: ({ kind }) => text.kinds[kind] },
    { key: 'heads', title: text.heads, value: ({ isHead }) => (isHead ? text.yes : '') },
  ]
  return (
    <Panel title={text.posts} sentence={text.postsSay}>
      <DataTable
        label={text.posts}
        columns={columns}
        rows={assignments}
        rowKey={({ assignmentId }) => assignmentId}
        onPhone="cards"
        plain
      />
    </Panel>
  )
}

function Absences({ absences }: Pick<Shown, 'absences'>) {
  const text = useText({ zh, en })
  const columns: readonly Column<Shown['absences'][number]>[] = [
    { key: 'kind', title: text.absence, value: ({ kind }) => text.absenceKinds[kind] },
    { key: 'from', title: text.from, value: ({ startsOn }) => startsOn },
    { key: 'to', title: text.to, value: ({ endsOn }) => endsOn },
  ]
  return (
    <Panel title={text.absences} sentence={text.absencesSay}>
      <DataTable
        label={text.absences}
        columns={columns}
        rows={absences}
        rowKey={({ absenceId }) => absenceId}
        onPhone="cards"
        plain
        empty={<p className="mp-soft">{text.noAbsence}</p>}
      />
    </Panel>
  )
}
