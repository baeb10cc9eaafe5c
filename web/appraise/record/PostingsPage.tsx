import { endPosting, postingKind, readPostings, recordPosting } from '@milepost/contract/appraise/standing'
import { readPeople } from '@milepost/contract/institution/people'
import { Button } from 'antd'
import { useState } from 'react'
import { DataTable } from '../../parts/DataTable.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { FormDialog, peopleOptions } from '../../parts/FormDialog.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { useAsk, useAskMaybe, useDo } from '../../platform/asking.ts'
import { useText } from '../../platform/language.tsx'
import { today } from '../../platform/today.ts'
import { en, zh } from './text.ts'

/** Who is away by order of the unit, and where: it decides who grades them. */
export function PostingsPage() {
  const text = useText({ zh, en })
  const { postings } = useAsk(readPostings, {})
  const people = useAskMaybe(readPeople, {}).answer?.people ?? []
  const recording = useDo(recordPosting)
  const ending = useDo(endPosting)
  const [asked, setAsked] = useState<'new' | { readonly postingId: string; readonly name: string } | null>(null)
  const add = (
    <Button type="primary" onClick={() => setAsked('new')}>
      {text.addPosting}
    </Button>
  )
  return (
    <>
      <PageHead title={text.postings} sentence={text.postingsSentence} primary={postings.length > 0 ? add : undefined} />
      <DataTable
        label={text.postings}
        onPhone="cards"
        rows={postings}
        rowKey={(row) => row.postingId}
        empty={<Empty title={text.noPostings} sentence={text.noPostingsSay} next={add} />}
        columns={[
          { key: 'name', title: text.person, value: (row) => `${row.name} ${row.employeeNo}`, width: 160 },
          { key: 'kind', title: text.kind, value: (row) => text.postingKinds[row.kind], filter: true, width: 170 },
          { key: 'host', title: text.host, value: (row) => row.host },
          { key: 'from', title: text.startsOn, value: (row) => row.startsOn, width: 120 },
          { key: 'to', title: text.endsOn, value: (row) => row.endsOn ?? '–', width: 120 },
          {
            key: 'acts',
            title: '',
            acts: true,
            value: () => '',
            show: (row) =>
              row.endsOn === null ? (
                <Button size="small" onClick={() => setAsked({ postingId: row.postingId, name: row.name })}>
                  {text.endPosting}
                </Button>
              ) : null,
            width: 120,
          },
        ]}
      />
      {asked === 'new' && (
        <FormDialog
          title={text.addPosting}
          fields={[
            { key: 'personId', label: text.person, kind: 'choice', options: peopleOptions(people) },
            {
              key: 'kind',
              label: text.kind,
              kind: 'choice',
              options: postingKind.options.map((kind) => ({ value: kind, label: text.postingKinds[kind] })),
            },
            { key: 'host', label: text.host, kind: 'text' },
            { key: 'startsOn', label: text.startsOn, kind: 'day' },
            { key: 'endsOn', label: text.endsOn, kind: 'day', optional: true },
          ]}
          start={{ startsOn: today() }}
          acting={recording}
          onSave={({ personId = '', kind = '', host = '', startsOn = '', endsOn = '' }) =>
            recording.run({ personId, kind: postingKind.parse(kind), host, startsOn, endsOn: endsOn === '' ? null : endsOn })
          }
          onClose={() => setAsked(null)}
        />
      )}
      {asked !== null && asked !== 'new' && (
        <FormDialog
          title={`${text.endPosting} · ${asked.name}`}
          fields={[{ key: 'endsOn', label: text.endsOn, kind: 'day' }]}
          start={{ endsOn: today() }}
          acting={ending}
          onSave={({ endsOn = '' }) => ending.run({ postingId: asked.postingId, endsOn })}
          onClose={() => setAsked(null)}
        />
      )}
    </>
  )
}
