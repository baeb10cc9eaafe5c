import { listOtherAppraisals, openOtherAppraisal } from '@milepost/contract/appraise/otherAppraisals'
import { readPeople } from '@milepost/contract/institution/people'
import { Button, Space } from 'antd'
import { useState } from 'react'
import { DataTable } from '../../parts/DataTable.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { FormDialog, peopleOptions } from '../../parts/FormDialog.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { useAsk, useAskMaybe, useDo } from '../../platform/asking.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { useMay } from '../../platform/session.tsx'
import '../appraise.css'
import { useOtherPaper } from '../papers.ts'
import { gradeName } from '../words.ts'
import { DecideOtherDialog } from './DecideOtherDialog.tsx'
import { type OtherAppraisal, stateOf } from './otherAppraisal.ts'
import { RateOtherDialog } from './RateOtherDialog.tsx'
import { en, zh } from './text.ts'

/** Term and special appraisals: the office opens, one person rates, the committee decides. */
export function OtherAppraisalsPage() {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const rows = useAsk(listOtherAppraisals, {}).appraisals
  const opening = useDo(openOtherAppraisal)
  const mayOpen = useMay('appraisal.open')
  const people = peopleOptions(useAskMaybe(readPeople, mayOpen ? {} : null).answer?.people ?? [])
  const paper = useOtherPaper()
  const [isOpening, setOpening] = useState(false)
  const [rated, setRated] = useState<OtherAppraisal | null>(null)
  const [decided, setDecided] = useState<OtherAppraisal | null>(null)
  const open = mayOpen && (
    <Button type="primary" onClick={() => setOpening(true)}>
      {text.open}
    </Button>
  )
  return (
    <>
      <PageHead title={text.title} sentence={text.sentence} primary={rows.length > 0 && open} />
      {paper.refused && <RefusalNote refused={paper.refused} />}
      <DataTable
        label={text.title}
        exportAs="term-and-special"
        onPhone="cards"
        rows={rows}
        rowKey={(row) => row.otherAppraisalId}
        href={(row) => `/appraise/people/${row.personId}`}
        empty={<Empty title={text.emptyTitle} sentence={text.emptySentence} next={open} />}
        columns={[
          { key: 'person', title: text.person, value: (row) => row.name, width: 110 },
          { key: 'kind', title: text.kind, value: (row) => text.kinds[row.kind], filter: true, width: 110 },
          { key: 'unit', title: text.unit, value: (row) => pick(row.unit), filter: true, width: 150 },
          { key: 'period', title: text.period, value: (row) => `${row.startsOn} – ${row.endsOn}`, width: 190 },
          { key: 'reason', title: text.reasonLine, value: (row) => row.reason },
          { key: 'rater', title: text.ratedBy, value: (row) => row.rater, width: 110 },
          { key: 'state', title: text.state, value: (row) => text.states[stateOf(row)], filter: true, width: 110 },
          { key: 'result', title: text.result, value: (row) => pick(gradeName(row.decision?.result ?? null)), width: 110 },
          {
            key: 'acts',
            title: '',
            value: () => null,
            acts: true,
            width: 210,
            show: (row) => (
              <Space wrap>
                <Button size="small" disabled={paper.busy} onClick={() => paper.start(row.otherAppraisalId)}>
                  {text.paper}
                </Button>
                {row.mayRate && (
                  <Button size="small" onClick={() => setRated(row)}>
                    {text.rate}
                  </Button>
                )}
                {row.mayDecide && (
                  <Button size="small" type="primary" onClick={() => setDecided(row)}>
                    {text.decide}
                  </Button>
                )}
              </Space>
            ),
          },
        ]}
      />
      {isOpening && (
        <FormDialog
          title={text.open}
          fields={[
            {
              key: 'kind',
              label: text.kind,
              kind: 'choice',
              options: (['term', 'special'] as const).map((one) => ({ value: one, label: text.kinds[one] })),
            },
            { key: 'personId', label: text.person, kind: 'choice', options: people },
            { key: 'startsOn', label: text.startsOn, kind: 'day' },
            { key: 'endsOn', label: text.endsOn, kind: 'day' },
            { key: 'reason', label: text.reason, kind: 'text' },
            { key: 'tasks', label: text.tasks, kind: 'area' },
            { key: 'raterPersonId', label: text.rater, kind: 'choice', optional: true, options: people },
          ]}
          start={{ kind: 'term' }}
          acting={opening}
          okText={text.open}
          onSave={({ kind = '', personId = '', startsOn = '', endsOn = '', reason = '', tasks = '', raterPersonId = '' }) =>
            opening.run({
              kind: kind === 'special' ? 'special' : 'term',
              personId,
              startsOn,
              endsOn,
              reason,
              tasks,
              ...(raterPersonId === '' ? {} : { raterPersonId }),
            })
          }
          onClose={() => setOpening(false)}
        />
      )}
      {rated && <RateOtherDialog appraisal={rated} onClose={() => setRated(null)} />}
      {decided && <DecideOtherDialog appraisal={decided} onClose={() => setDecided(null)} />}
    </>
  )
}
