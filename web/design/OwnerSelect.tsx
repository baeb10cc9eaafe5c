import { readPeople } from '@milepost/contract/institution/people'
import { Select } from 'antd'
import type { FieldControl } from '../parts/Field.tsx'
import { useAskMaybe } from '../platform/asking.ts'
import { useLanguage } from '../platform/language.tsx'
import type { ScorecardView } from './useDesign.ts'

type OwnerSelectProps = {
  readonly control: FieldControl
  readonly value: string | null
  /** Owners named already: one who has left is still shown by name. */
  readonly known: ScorecardView['people']
  readonly placeholder: string
  readonly disabled?: boolean
  readonly onChange: (personId: string | null) => void
}

/** Somebody in service who answers for it. */
export function OwnerSelect({ control, value, known, placeholder, disabled = false, onChange }: OwnerSelectProps) {
  const { pick } = useLanguage()
  const { answer } = useAskMaybe(readPeople, disabled ? null : {})
  const people = (answer?.people ?? []).map((one) => ({ value: one.personId, label: `${one.name} · ${pick(one.unit.name)}` }))
  const gone = known
    .filter((one) => one.personId === value && !people.some((person) => person.value === one.personId))
    .map((one) => ({ value: one.personId, label: one.name }))
  return (
    <Select
      {...control}
      allowClear
      disabled={disabled}
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={placeholder}
      value={value}
      options={[...gone, ...people]}
      onChange={(personId: string | undefined) => onChange(personId ?? null)}
    />
  )
}
