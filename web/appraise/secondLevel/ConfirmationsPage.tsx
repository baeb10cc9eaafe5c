import { confirmGrades, readConfirmations } from '@milepost/contract/appraise/confirmations'
import type { OutputOf } from '@milepost/contract/endpoint'
import { Alert, Button, Space } from 'antd'
import { useState } from 'react'
import { DataTable } from '../../parts/DataTable.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { useAskMaybe, useDo } from '../../platform/asking.ts'
import { Reading } from '../../platform/frame/Reading.tsx'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import '../appraise.css'
import { FormDialog } from '../../parts/FormDialog.tsx'
import { CycleChoice } from '../CycleChoice.tsx'
import { useChosenCycle } from '../useChosenCycle.ts'
import { dayOf, gradeName } from '../words.ts'
import { en, zh } from './text.ts'

type Person = OutputOf<typeof readConfirmations>['people'][number]

/** What the one above the superior looks at before anybody is told. */
export function ConfirmationsPage() {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const chosen = useChosenCycle()
  const cycleId = chosen.cycle?.cycleId ?? ''
  const { answer } = useAskMaybe(readConfirmations, chosen.cycle && { cycleId })
  const confirming = useDo(confirmGrades)
  const [returning, setReturning] = useState<Person | null>(null)
  const people = answer?.people ?? []
  const mine = people.filter((one) => one.mayConfirm)
  const confirm = (appraisalIds: string[]) => confirming.start({ cycleId, appraisalIds, verdict: 'confirmed', reason: '' })
  return (
    <>
      <PageHead
        title={text.title}
        sentence={text.sentence}
        beside={<CycleChoice chosen={chosen} />}
        primary={
          mine.length > 0 && (
            <Button type="primary" loading={confirming.busy} onClick={() => confirm(mine.map((one) => one.appraisalId))}>
              {text.confirmAll(mine.length)}
            </Button>
          )
        }
      />
      <div className="mp-notes">
        {confirming.outcome && <Alert type="success" showIcon role="status" title={text.settled(confirming.outcome.settled)} />}
        {confirming.refused && <RefusalNote refused={confirming.refused} />}
      </div>
      <DataTable
        label={text.title}
        exportAs="second-level"
        onPhone="cards"
        rows={people}
        rowKey={(row) => row.appraisalId}
        empty={answer === null ? <Reading /> : <Empty title={text.none} sentence={text.noneSays} />}
        columns={[
          { key: 'name', title: text.name, value: (row) => row.name, width: 110 },
          { key: 'unit', title: text.unit, value: (row) => pick(row.unit), filter: true, width: 150 },
          {
            key: 'grade',
            title: text.grade,
            value: (row) => `${pick(gradeName(row.grade))} · ${row.isDecided ? text.decided : text.proposed}`,
            filter: true,
            width: 150,
          },
          { key: 'score', title: text.score, kind: 'number', value: (row) => row.score ?? '–', width: 80 },
          { key: 'superior', title: text.superior, value: (row) => row.superior ?? '–', width: 100 },
          { key: 'second', title: text.secondLevel, value: (row) => row.secondLevel ?? '–', filter: true, width: 100 },
          {
            key: 'state',
            title: text.state,
            value: (row) =>
              [text.states[row.state], row.by, row.on === null ? null : dayOf(row.on), row.reason].filter((part) => part).join(' · '),
            filter: true,
          },
          ...(mine.length > 0
            ? [
                {
                  key: 'acts',
                  title: '',
                  acts: true,
                  value: () => '',
                  show: (row: Person) =>
                    row.mayConfirm ? (
                      <Space>
                        <Button size="small" disabled={confirming.busy} onClick={() => confirm([row.appraisalId])}>
                          {text.confirm}
                        </Button>
                        {!row.isDecided && (
                          <Button size="small" onClick={() => setReturning(row)}>
                            {text.sendBack}
                          </Button>
                        )}
                      </Space>
                    ) : null,
                  width: 160,
                },
              ]
            : []),
        ]}
      />
      {returning && <ReturnForm cycleId={cycleId} person={returning} onClose={() => setReturning(null)} />}
    </>
  )
}

type ReturnFormProps = { readonly cycleId: string; readonly person: Person; readonly onClose: () => void }

function ReturnForm({ cycleId, person, onClose }: ReturnFormProps) {
  const text = useText({ zh, en })
  const returning = useDo(confirmGrades)
  return (
    <FormDialog
      title={`${text.sendBack} · ${person.name}`}
      fields={[{ key: 'reason', label: text.reason, hint: text.reasonHint, kind: 'area' }]}
      start={{}}
      acting={returning}
      okText={text.sendBack}
      onSave={({ reason = '' }) => returning.run({ cycleId, appraisalIds: [person.appraisalId], verdict: 'returned', reason })}
      onClose={onClose}
    />
  )
}
