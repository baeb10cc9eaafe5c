import { InputNumber } from 'antd'

type DecimalBoxProps = {
  readonly label: string
  readonly value: string | null
  readonly disabled: boolean
  readonly onChange: (value: string | null) => void
  readonly max?: string
  readonly step?: string
  readonly width?: number
}

/** A decimal that stays text from the keyboard to the engine. */
export function DecimalBox({ label, value, disabled, onChange, max = '99', step = '0.05', width = 96 }: DecimalBoxProps) {
  return (
    <InputNumber<string>
      stringMode
      aria-label={label}
      value={value}
      min="0"
      max={max}
      step={step}
      disabled={disabled}
      onChange={onChange}
      style={{ width }}
    />
  )
}
