import type { readCalibration } from '@milepost/contract/appraise/appraisals'
import { readEvidence } from '@milepost/contract/appraise/evidence'
import type { OutputOf } from '@milepost/contract/endpoint'
import { Button, Select } from 'antd'
import { Field } from '../../parts/Field.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useAddressValue } from '../../platform/address.tsx'
import { useAskMaybe } from '../../platform/asking.ts'
import { useText } from '../../platform/language.tsx'
import { atLastSeat } from './atLastSeat.ts'
import { EvidenceTable } from './EvidenceTable.tsx'
import { en, zh } from './evidenceText.ts'

type EvidencePanelProps = { readonly cycleId: string; readonly year: number; readonly people: readonly Person[] }
type Person = OutputOf<typeof readCalibration>['people'][number]
const MOST = 3

/** Two or three people's year beside each other; who is looked at stands in the address, so that it can be sent. */
export function EvidencePanel({ cycleId, year, people }: EvidencePanelProps) {
  const text = useText({ zh, en })
  const [named, setNamed] = useAddressValue('beside')
  // by number, as people are spoken of in the room
  const chosen = (named ?? '').split(' ').flatMap((no) => people.find((one) => one.employeeNo === no) ?? [])
  const asked = (at: number) => (chosen[at] === undefined ? null : { cycleId, personId: chosen[at].personId })
  const answers = [
    useAskMaybe(readEvidence, asked(0)).answer,
    useAskMaybe(readEvidence, asked(1)).answer,
    useAskMaybe(readEvidence, asked(2)).answer,
  ]
  const shown = chosen.slice(0, MOST).flatMap(({ personId }) => answers.find((one) => one?.appraisal.personId === personId) ?? [])
  const line = atLastSeat(people)
  const choose = (numbers: readonly string[]) => setNamed(numbers.length === 0 ? null : numbers.slice(-MOST).join(' '))
  return (
    <Panel
      title={text.title}
      sentence={text.says}
      anchor="beside"
      acts={line.length > 1 && <Button onClick={() => choose(line.map((one) => one.employeeNo))}>{text.atSeat}</Button>}
    >
      <Field label={text.choose}>
        {({ status: _, ...control }) => (
          <Select
            {...control}
            mode="multiple"
            style={{ width: '100%', maxWidth: 640 }}
            placeholder={text.chooseHint}
            optionFilterProp="label"
            value={chosen.map((one) => one.employeeNo)}
            options={people.map((one) => ({ value: one.employeeNo, label: `${one.name} ${one.employeeNo}` }))}
            onChange={choose}
          />
        )}
      </Field>
      {shown.length === 0 ? <p className="mp-soft mp-under">{text.none}</p> : <EvidenceTable people={shown} year={year} />}
    </Panel>
  )
}
