import { listRecognition, type Recognition, withdrawRecognition } from '@milepost/contract/reward/recognition'
import { Button } from 'antd'
import { useState } from 'react'
import { DataTable } from '../../parts/DataTable.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { useAsk } from '../../platform/asking.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { useMay } from '../../platform/session.tsx'
import { ReasonDialog } from '../ReasonDialog.tsx'
import { GiveDialog } from './GiveDialog.tsx'
import { en, zh } from './text.ts'

/** What was recognised, for everybody on the staff to read. */
export function RecognitionPage() {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const { recognition } = useAsk(listRecognition, {})
  const mayGive = useMay('recognition.give')
  const [giving, setGiving] = useState(false)
  const [taking, setTaking] = useState<Recognition | null>(null)
  const button = mayGive && (
    <Button type="primary" onClick={() => setGiving(true)}>
      {text.give}
    </Button>
  )
  const whom = (row: Recognition) =>
    row.person
      ? pick({ zh: `${row.person.name}（${row.person.unit.zh}）`, en: `${row.person.name} (${pick(row.person.unit)})` })
      : row.unit
        ? pick(row.unit)
        : ''
  return (
    <>
      <PageHead title={text.title} sentence={text.sentence} primary={recognition.length > 0 ? button : undefined} />
      <DataTable
        label={text.title}
        rows={recognition}
        rowKey={(row) => row.recognitionId}
        exportAs={text.fileName}
        onPhone="cards"
        empty={<Empty title={text.emptyTitle} sentence={text.empty} next={button} />}
        columns={[
          { key: 'name', title: text.name, value: (row) => row.title, width: 200 },
          { key: 'whom', title: text.whom, value: whom, width: 190 },
          { key: 'kind', title: text.kind, value: (row) => text.kinds[row.kind], filter: true, width: 120 },
          { key: 'day', title: text.day, value: (row) => row.givenOn, width: 110 },
          {
            key: 'reason',
            title: text.reason,
            value: (row) => (row.withdrawnBecause === null ? row.reason : text.withdrawn(row.withdrawnBecause)),
          },
          { key: 'document', title: text.document, value: (row) => row.document, width: 160 },
          { key: 'by', title: text.by, value: (row) => row.givenBy, width: 100, hiddenAtFirst: true },
          ...(mayGive
            ? [
                {
                  key: 'withdraw',
                  title: text.withdraw,
                  value: () => null,
                  acts: true as const,
                  width: 90,
                  show: (row: Recognition) =>
                    row.withdrawnBecause === null ? (
                      <button type="button" className="mp-text-button" onClick={() => setTaking(row)}>
                        {text.withdraw}
                      </button>
                    ) : null,
                },
              ]
            : []),
        ]}
      />
      {giving && <GiveDialog onClose={() => setGiving(false)} />}
      {taking && (
        <ReasonDialog
          endpoint={withdrawRecognition}
          inputOf={(because) => ({ recognitionId: taking.recognitionId, because })}
          title={text.withdraw}
          says={`${taking.title} · ${whom(taking)} · ${text.withdrawSays}`}
          label={text.withdrawReason}
          danger
          onClose={() => setTaking(null)}
        />
      )}
    </>
  )
}
