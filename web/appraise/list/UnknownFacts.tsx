import type { openAppraisals } from '@milepost/contract/appraise/appraisals'
import type { OutputOf } from '@milepost/contract/endpoint'
import { Button, InputNumber } from 'antd'
import { useState } from 'react'
import { Field } from '../../parts/Field.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useText } from '../../platform/language.tsx'
import { en, zh } from './text.ts'

type Told = { readonly personId: string; readonly days: number }
type UnknownFactsProps = {
  readonly people: OutputOf<typeof openAppraisals>['unknown']
  readonly busy: boolean
  readonly onTold: (told: Told[]) => void
}

/** People who joined within the year: how long they worked elsewhere decides by which row of the table they take part. */
export function UnknownFacts({ people, busy, onTold }: UnknownFactsProps) {
  const text = useText({ zh, en })
  const [days, setDays] = useState<Readonly<Record<string, number | null>>>({})
  const told = people.flatMap(({ personId }) => {
    const value = days[personId] ?? null
    return value === null ? [] : [{ personId, days: value }]
  })
  return (
    <Panel title={text.unknown(people.length)} sentence={text.unknownSays}>
      {people.map((person) => (
        <Field key={person.personId} label={text.unknownDays(person.name, person.employeeNo, person.joinedOn)}>
          {(control) => (
            <InputNumber
              {...control}
              min={0}
              max={366}
              precision={0}
              value={days[person.personId] ?? null}
              onChange={(value) => setDays({ ...days, [person.personId]: value })}
            />
          )}
        </Field>
      ))}
      <Button type="primary" loading={busy} disabled={told.length === 0} onClick={() => onTold(told)}>
        {text.enrolTold}
      </Button>
    </Panel>
  )
}
