import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import type { FieldControl } from './Field.tsx'

type DayFieldProps = {
  readonly control: Pick<FieldControl, 'id'> & Partial<FieldControl>
  /** yyyy-mm-dd, or empty. */
  readonly value: string
  readonly onChange: (day: string) => void
  /** A day there must be: it can be changed, not emptied. */
  readonly isNeeded?: boolean
  readonly isDisabled?: boolean
  /** The first day that can be chosen, yyyy-mm-dd. */
  readonly min?: string
}

/** A calendar day, always written yyyy-mm-dd whatever the browser's own habit. */
export function DayField({ control, value, onChange, isNeeded = false, isDisabled = false, min = '' }: DayFieldProps) {
  return (
    <DatePicker
      {...control}
      value={value === '' ? null : dayjs(value)}
      format="YYYY-MM-DD"
      allowClear={!isNeeded}
      disabled={isDisabled}
      {...(min === '' ? {} : { minDate: dayjs(min) })}
      onChange={(day) => onChange(day?.format('YYYY-MM-DD') ?? '')}
      style={{ width: '100%' }}
    />
  )
}
