import { percentOf } from '@milepost/contract/design/weights'
import { DecimalInput } from './DecimalInput.tsx'
import { basisPointsTyped } from './draft.ts'

type WeightInputProps = {
  readonly weightBp: number
  readonly label: string
  readonly disabled?: boolean
  readonly onChange: (weightBp: number) => void
}

/** A weight in per cent with two decimals, kept in basis points. */
export function WeightInput({ weightBp, label, disabled, onChange }: WeightInputProps) {
  return (
    <DecimalInput
      value={percentOf(weightBp)}
      label={label}
      unit="%"
      disabled={disabled}
      read={asPercent}
      onChange={(text) => onChange(basisPointsTyped(text) ?? weightBp)}
    />
  )
}

const asPercent = (text: string) => {
  const points = basisPointsTyped(text)
  return points === null ? null : percentOf(points)
}
