import { listResults, recordRefusedSignature, serveResults } from '@milepost/contract/appraise/results'
import type { OutputOf } from '@milepost/contract/endpoint'
import { readPeople } from '@milepost/contract/institution/people'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { DataTable } from '../../parts/DataTable.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { useAskMaybe, useDo } from '../../platform/asking.ts'
import { Reading } from '../../platform/frame/Reading.tsx'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { useMay } from '../../platform/session.tsx'
import '../appraise.css'
import { FormDialog, peopleOptions } from '../../parts/FormDialog.tsx'
import { CycleChoice } from '../CycleChoice.tsx'
import { StaleNote } from '../reopening/StaleNote.tsx'
import { useChosenCycle } from '../useChosenCycle.ts'
import { AND, gradeName } from '../words.ts'
import { en, zh } from './text.ts'

type Line = OutputOf<typeof listResults>['results'][number]

/** The days of the interview are over and it is not complete. */
const isLate = ({ interviewState }: Line) => interviewState === 'not-held' || interviewState === 'not-confirmed'

/** Who has been served, what they said of it, who has been talked to, who asked for a review. */
export function ResultsPage() {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const chosen = useChosenCycle()
  const cycleId = chosen.cycle?.cycleId ?? ''
  const { answer } = useAskMaybe(listResults, chosen.cycle && { cycleId })
  const serving = useDo(serveResults)
  const mayServe = useMay('result.serve')
  const [refusing, setRefusing] = useState<Line | null>(null)
  const rows = answer?.results ?? []
  const interviewSaid = (row: Line) => {
    if (row.interviewDue === null) return '–'
    const held = row.interview && text.heldOn(row.interview.heldOn, row.interview.confirmedOn !== null)
    if (held !== null) return isLate(row) || row.interviewState === 'late' ? `${held}${text.heldLate}` : held
    return isLate(row) ? text.interviewLate(row.interviewDue) : text.interviewDue(row.interviewDue)
  }
  const left = rows.some((row) => row.service === null || row.service.version < row.version)
  return (
    <>
      <PageHead
        title={text.title}
        sentence={text.sentence}
        beside={<CycleChoice chosen={chosen} />}
        primary={
          mayServe &&
          left && (
            <Button type="primary" loading={serving.busy} onClick={() => serving.start({ cycleId })}>
              {text.serve}
            </Button>
          )
        }
      />
      <StaleNote cycle={chosen.cycle} page="/appraise/results" />
      <div className="mp-notes">
        {serving.outcome && <Alert type="success" showIcon title={text.served(serving.outcome.served)} />}
        {serving.refused && <RefusalNote refused={serving.refused} />}
      </div>
      <DataTable
        label={text.title}
        exportAs="results"
        onPhone="cards"
        rows={rows}
        rowKey={(row) => row.appraisalId}
        href={(row) => `/appraise/people/${row.personId}?year=${chosen.cycle?.year}`}
        empty={answer === null ? <Reading /> : <Empty title={text.notFinal} sentence={text.notFinalSays} />}
        columns={[
          { key: 'name', title: text.name, value: (row) => row.name, width: 110 },
          { key: 'unit', title: text.unit, value: (row) => pick(row.unit), filter: true, width: 160 },
          { key: 'grade', title: text.grade, value: (row) => pick(gradeName(row.grade)), filter: true, width: 110 },
          { key: 'served', title: text.servedOn, value: (row) => row.service?.servedOn ?? '–', width: 110 },
          {
            key: 'opinion',
            title: text.opinion,
            value: (row) => (row.service?.opinion ? text.opinions[row.service.opinion] : text.notSigned),
            filter: true,
            width: 150,
          },
          {
            key: 'interview',
            title: text.interview,
            value: interviewSaid,
            show: (row) => (isLate(row) ? <strong className="mp-danger">{interviewSaid(row)}</strong> : interviewSaid(row)),
            width: 220,
          },
          {
            key: 'remedies',
            title: text.remedies,
            value: (row) => row.remedies.map((one) => text.remedyKinds[one.kind]).join(pick(AND)) || '–',
            filter: true,
            width: 130,
          },
          ...(mayServe
            ? [
                {
                  key: 'acts',
                  title: '',
                  acts: true,
                  value: () => '',
                  show: (row: Line) =>
                    row.service && row.service.opinion === null ? (
                      <Button size="small" onClick={() => setRefusing(row)}>
                        {text.refusedSignature}
                      </Button>
                    ) : null,
                  width: 130,
                },
              ]
            : []),
        ]}
      />
      {refusing && <RefusedForm line={refusing} onClose={() => setRefusing(null)} />}
    </>
  )
}

function RefusedForm({ line, onClose }: { readonly line: Line; readonly onClose: () => void }) {
  const text = useText({ zh, en })
  const recording = useDo(recordRefusedSignature)
  const people = useAskMaybe(readPeople, {}).answer?.people ?? []
  const options = peopleOptions(people.filter((one) => one.personId !== line.personId))
  return (
    <FormDialog
      title={`${text.refusedSignature} · ${line.name}`}
      sentence={text.refusedSays}
      okText={text.refusedSignature}
      fields={[
        { key: 'first', label: text.witness(1), kind: 'choice', options },
        { key: 'second', label: text.witness(2), hint: text.witnessHint, kind: 'choice', options },
        { key: 'text', label: text.note, kind: 'area', optional: true },
      ]}
      start={{}}
      acting={recording}
      onSave={({ first = '', second = '', text: note = '' }) =>
        recording.run({ appraisalId: line.appraisalId, witnessIds: [first, second], text: note })
      }
      onClose={onClose}
    />
  )
}
