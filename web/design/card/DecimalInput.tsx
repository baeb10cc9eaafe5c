import { Input } from 'antd'
import { useEffect, useState } from 'react'
import { figureTyped } from './draft.ts'

type DecimalInputProps = {
  readonly value: string
  readonly label: string
  readonly unit?: string
  readonly disabled?: boolean
  readonly onChange: (value: string) => void
  /** How a text is read; null: not yet a figure. */
  readonly read?: (text: string) => string | null
}

/** A figure that stays exact: what is typed travels as text, and only once it is a figure. */
export function DecimalInput({ value, label, unit, disabled = false, onChange, read = figureTyped }: DecimalInputProps) {
  const [typed, setTyped] = useState(value)
  useEffect(() => {
    setTyped((now) => (read(now) === read(value) ? now : value))
  }, [value, read])
  const wrong = read(typed) === null
  return (
    <Input
      className="mp-decimal"
      aria-label={label}
      aria-invalid={wrong}
      status={wrong ? 'error' : undefined}
      inputMode="decimal"
      value={typed}
      disabled={disabled}
      suffix={unit}
      onChange={({ target }) => {
        setTyped(target.value)
        const figure = read(target.value)
        if (figure !== null) onChange(figure)
      }}
      onBlur={() => wrong && setTyped(value)}
    />
  )
}
