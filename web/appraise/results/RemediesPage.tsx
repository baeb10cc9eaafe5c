import { decideRemedy, listRemedies } from '@milepost/contract/appraise/results'
import type { OutputOf } from '@milepost/contract/endpoint'
import { DECIDED_GRADES } from '@milepost/terms/grades'
import { Button } from 'antd'
import { useState } from 'react'
import { DataTable } from '../../parts/DataTable.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { FormDialog, peopleOptions } from '../../parts/FormDialog.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { useAsk, useDo } from '../../platform/asking.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { COLON, gradeName } from '../words.ts'
import { en, zh } from './text.ts'

type Listed = OutputOf<typeof listRemedies>

/** Reviews for the leaders, appeals for the authority above. */
export function RemediesPage() {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const { remedies, people } = useAsk(listRemedies, {})
  const [deciding, setDeciding] = useState<Listed['remedies'][number] | null>(null)
  return (
    <>
      <PageHead title={text.remediesTitle} sentence={text.remediesSentence} />
      <DataTable
        label={text.remediesTitle}
        onPhone="cards"
        rows={remedies}
        rowKey={(row) => row.remedyId}
        empty={<Empty title={text.noRemedies} sentence={text.noRemediesSays} />}
        columns={[
          { key: 'name', title: text.name, value: (row) => row.name, width: 110 },
          { key: 'unit', title: text.unit, value: (row) => pick(row.unit), width: 150 },
          { key: 'year', title: text.year, value: (row) => String(row.year), width: 80 },
          { key: 'kind', title: text.kind, value: (row) => text.remedyKinds[row.kind], filter: true, width: 100 },
          { key: 'grade', title: text.grade, value: (row) => pick(gradeName(row.grade)), width: 110 },
          { key: 'grounds', title: text.groundsSaid, value: (row) => row.grounds },
          { key: 'by', title: text.decideBy, value: (row) => row.decideBy, width: 120 },
          {
            key: 'state',
            title: text.state,
            value: (row) =>
              row.decidedOn !== null && row.outcome !== null ? text.decided(row.decidedOn, text.outcomes[row.outcome]) : text.waiting,
            width: 190,
          },
          {
            key: 'acts',
            title: '',
            acts: true,
            value: () => '',
            show: (row) =>
              row.mayDecide ? (
                <Button size="small" type="primary" onClick={() => setDeciding(row)}>
                  {text.decide}
                </Button>
              ) : null,
            width: 110,
          },
        ]}
      />
      {deciding && <DecideForm remedy={deciding} people={people} onClose={() => setDeciding(null)} />}
    </>
  )
}

type DecideFormProps = { readonly remedy: Listed['remedies'][number]; readonly people: Listed['people']; readonly onClose: () => void }

function DecideForm({ remedy, people, onClose }: DecideFormProps) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const deciding = useDo(decideRemedy)
  const options = peopleOptions(people.filter((one) => !remedy.barred.includes(one.personId)))
  // never worse: only what is above the grade that stands
  const better = DECIDED_GRADES.slice(0, Math.max(0, DECIDED_GRADES.indexOf(remedy.grade as (typeof DECIDED_GRADES)[number])))
  // a review is decided by the institution's own people, everything after it by the authority's
  const isOwn = remedy.kind === 'review'
  const seats = ['1', '2', '3', '4', '5']
  return (
    <FormDialog
      title={`${text.decide} · ${remedy.name}`}
      sentence={`${text.remedyKinds[remedy.kind]} · ${pick(gradeName(remedy.grade))} · ${text.groundsSaid}${pick(COLON)}${remedy.grounds}`}
      fields={[
        ...seats.map((seat) => ({
          key: `panel${seat}`,
          label: `${text.panel} ${seat}`,
          hint: seat === '1' ? (isOwn ? text.panelHint : text.authorityPanelHint)(remedy.leastPanel) : undefined,
          ...(isOwn ? { kind: 'choice' as const, options } : { kind: 'text' as const }),
          optional: Number(seat) > remedy.leastPanel,
          onlyIf: (values: Readonly<Record<string, string>>) =>
            Number(seat) <= remedy.leastPanel || (values[`panel${Number(seat) - 1}`] ?? '').trim() !== '',
        })),
        {
          key: 'outcome',
          label: text.outcome,
          kind: 'choice',
          options: (['upheld', 'changed'] as const).map((one) => ({ value: one, label: text.outcomes[one] })),
        },
        {
          key: 'newGrade',
          label: text.newGrade,
          hint: text.newGradeHint,
          kind: 'choice',
          onlyIf: ({ outcome }) => outcome === 'changed',
          options: better.map((one) => ({ value: one, label: pick(gradeName(one)) })),
        },
        { key: 'findings', label: text.findings, kind: 'area' },
      ]}
      start={{ outcome: 'upheld' }}
      acting={deciding}
      okText={text.decide}
      onSave={(values) =>
        deciding.run({
          remedyId: remedy.remedyId,
          panel: seats.flatMap((seat) => {
            const member = (values[`panel${seat}`] ?? '').trim()
            return member === '' ? [] : [isOwn ? { personId: member } : { name: member }]
          }),
          outcome: values.outcome === 'changed' ? 'changed' : 'upheld',
          newGrade: DECIDED_GRADES.find((one) => one === values.newGrade) ?? null,
          findings: values.findings ?? '',
        })
      }
      onClose={onClose}
    />
  )
}
