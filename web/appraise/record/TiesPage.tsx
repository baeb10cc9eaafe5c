import { declareTie, endTie, readTies, tieKind } from '@milepost/contract/appraise/ties'
import { Button } from 'antd'
import { useState } from 'react'
import { DataTable } from '../../parts/DataTable.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { FormDialog, peopleOptions } from '../../parts/FormDialog.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { useAsk, useDo } from '../../platform/asking.ts'
import { useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { useActor, useMay } from '../../platform/session.tsx'
import { SignsPanel } from './SignsPanel.tsx'
import { en, zh } from './text.ts'

/** Who must step aside for whom: everybody declares their own, the offices see all. */
export function TiesPage() {
  const text = useText({ zh, en })
  const { ties, forAll, people } = useAsk(readTies, {})
  const declaring = useDo(declareTie)
  const ending = useDo(endTie)
  const mayEnd = useMay('sanction.keep')
  const { personId } = useActor()
  const [open, setOpen] = useState(false)
  const options = peopleOptions(people)
  const declare = (
    <Button type="primary" onClick={() => setOpen(true)} disabled={!forAll && personId === null}>
      {text.declare}
    </Button>
  )
  return (
    <>
      <PageHead title={text.tiesTitle} sentence={text.tiesSentence} primary={ties.length > 0 ? declare : undefined} />
      {ending.refused && <RefusalNote refused={ending.refused} />}
      <DataTable
        label={text.tiesTitle}
        onPhone="cards"
        rows={ties}
        rowKey={(row) => row.tieId}
        empty={<Empty title={text.noTies} sentence={text.noTiesSay} next={declare} />}
        columns={[
          { key: 'one', title: text.one, value: (row) => row.person.name, width: 130 },
          { key: 'other', title: text.other, value: (row) => row.other.name, width: 130 },
          { key: 'kind', title: text.kind, value: (row) => text.tieKinds[row.kind], filter: true },
          { key: 'by', title: text.declaredBy, value: (row) => `${row.declaredBy} ${row.declaredOn}`, width: 200 },
          ...(mayEnd
            ? [
                {
                  key: 'acts',
                  title: '',
                  acts: true,
                  value: () => '',
                  show: (row: (typeof ties)[number]) => (
                    <Button size="small" loading={ending.busy} onClick={() => ending.start({ tieId: row.tieId })}>
                      {text.end}
                    </Button>
                  ),
                  width: 90,
                },
              ]
            : []),
        ]}
      />
      {forAll && (
        <div style={{ marginTop: 16 }}>
          <SignsPanel />
        </div>
      )}
      {open && (
        <FormDialog
          title={text.declare}
          sentence={text.tiesSentence}
          fields={[
            ...(forAll ? [{ key: 'personId', label: text.one, kind: 'choice' as const, options }] : []),
            { key: 'otherPersonId', label: text.other, kind: 'choice', options: options.filter((one) => one.value !== personId || forAll) },
            {
              key: 'kind',
              label: text.kind,
              kind: 'choice',
              options: tieKind.options.map((kind) => ({ value: kind, label: text.tieKinds[kind] })),
            },
          ]}
          start={{}}
          acting={declaring}
          onSave={({ personId: one = '', otherPersonId = '', kind = '' }) =>
            declaring.run({ personId: one === '' ? null : one, otherPersonId, kind: tieKind.parse(kind) })
          }
          onClose={() => setOpen(false)}
        />
      )}
    </>
  )
}
