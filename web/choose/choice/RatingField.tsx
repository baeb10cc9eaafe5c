import { InputNumber } from 'antd'
import { useState } from 'react'
import { Field } from '../../parts/Field.tsx'
import { useText } from '../../platform/language.tsx'
import { en, zh } from './text.ts'

type RatingFieldProps = { readonly value: number | null; readonly onChange: (value: number | null) => void }

/** A rating from 1 to 9, ready to be typed; what lies outside is brought to the edge, and that is said. */
export function RatingField({ value, onChange }: RatingFieldProps) {
  const text = useText({ zh, en })
  const [typed, setTyped] = useState('')
  const isOutside = typed.trim() !== '' && !/^[1-9]$/.test(typed.trim())
  return (
    <Field label={text.officeRating} hint={text.ratingRange} error={isOutside ? text.ratingOutside(typed.trim()) : undefined}>
      {(control) => (
        <InputNumber
          {...control}
          autoFocus
          min={1}
          max={9}
          precision={0}
          value={value}
          onInput={setTyped}
          onStep={() => setTyped('')}
          onChange={onChange}
        />
      )}
    </Field>
  )
}
