import { Input } from 'antd'
import { useState } from 'react'
import { Field } from '../../parts/Field.tsx'
import { useText } from '../../platform/language.tsx'
import { en, zh } from './linkText.ts'

type NewPasswordProps = {
  readonly wrong: string | undefined
  /** null while the two do not agree. */
  readonly onChange: (password: string | null) => void
}

/** A new password, twice. */
export function NewPassword({ wrong, onChange }: NewPasswordProps) {
  const text = useText({ zh, en })
  const [first, setFirst] = useState('')
  const [again, setAgain] = useState('')
  const told = (one: string, other: string) => onChange(one !== '' && one === other ? one : null)
  return (
    <>
      <Field label={text.password} hint={text.passwordHint} error={wrong}>
        {(control) => (
          <Input.Password
            {...control}
            value={first}
            autoComplete="new-password"
            onChange={({ target }) => {
              setFirst(target.value)
              told(target.value, again)
            }}
          />
        )}
      </Field>
      <Field label={text.again} error={again !== '' && !first.startsWith(again) ? text.differ : undefined}>
        {(control) => (
          <Input.Password
            {...control}
            value={again}
            autoComplete="new-password"
            onChange={({ target }) => {
              setAgain(target.value)
              told(first, target.value)
            }}
          />
        )}
      </Field>
    </>
  )
}
