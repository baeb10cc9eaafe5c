import { Select } from 'antd'
import { Field } from '../../parts/Field.tsx'
import { useLanguage, useText } from '../../platform/language.tsx'
import type { Session } from '../../platform/session.tsx'
import { en, zh } from './text.ts'

type InstitutionChoiceProps = Pick<Session, 'institutions'> & {
  readonly chosen: string | undefined
  readonly onChoose: (code: string) => void
}

export function InstitutionChoice({ institutions, chosen, onChoose }: InstitutionChoiceProps) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  return (
    <Field label={text.institution}>
      {(control) => (
        <Select
          {...control}
          value={chosen}
          onChange={onChoose}
          showSearch={{ optionFilterProp: 'label' }}
          options={institutions.map(({ code, name }) => ({ value: code, label: pick(name) }))}
        />
      )}
    </Field>
  )
}
