import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import customParseFormat from 'dayjs/plugin/customParseFormat'
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

dayjs.extend(customParseFormat)

/** The first is how a day is shown; the others are understood when typed. */
const FORMATS = ['YYYY-MM-DD', 'YYYY-M-D', 'YYYY/M/D', 'YYYY.M.D', 'YYYYMMDD', 'YYYY年M月D日']

/** A day as somebody typed it, as yyyy-mm-dd; null: not a day, or one before `min`. */
function dayTyped(text: string, min: string): string | null {
  const day = dayjs(text.trim(), FORMATS, true)
  const written = day.isValid() ? day.format('YYYY-MM-DD') : null
  return written === null || written < min ? null : written
}

/** A calendar day, always written yyyy-mm-dd whatever the browser's own habit; what was typed holds when the field is left. */
export function DayField({ control, value, onChange, isNeeded = false, isDisabled = false, min = '' }: DayFieldProps) {
  return (
    <DatePicker
      {...control}
      value={value === '' ? null : dayjs(value)}
      format={FORMATS}
      allowClear={!isNeeded}
      disabled={isDisabled}
      {...(min === '' ? {} : { minDate: dayjs(min) })}
      onChange={(day) => onChange(day?.format('YYYY-MM-DD') ?? '')}
      onBlur={({ target }) => {
        const typed = target instanceof HTMLInputElement ? dayTyped(target.value, min) : null
        if (typed !== null && typed !== value) onChange(typed)
      }}
      style={{ width: '100%' }}
    />
  )
}
