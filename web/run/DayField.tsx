import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import type { FieldControl } from '../parts/Field.tsx'

type DayFieldProps = { readonly control: FieldControl; readonly value: string; readonly onChange: (day: string) => void }

/** A calendar day, always written yyyy-mm-dd whatever the browser's own habit. */
export function DayField({ control, value, onChange }: DayFieldProps) {
  return (
    <DatePicker
      {...control}
      value={value === '' ? null : dayjs(value)}
      format="YYYY-MM-DD"
      onChange={(day) => onChange(day?.format('YYYY-MM-DD') ?? '')}
      style={{ width: '100%' }}
    />
  )
}
