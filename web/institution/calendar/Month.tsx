import type { CalendarDay } from '@milepost/contract/institution/calendar'
import { useLanguage, useText } from '../../platform/language.tsx'
import { en, zh } from './text.ts'
import { kindOf, weeksOf } from './weeks.ts'

type MonthProps = {
  readonly month: number
  readonly workingDays: number
  readonly days: readonly CalendarDay[]
  /** null: not to be edited. */
  readonly onDay: ((day: CalendarDay) => void) | null
}

export function Month({ month, workingDays, days, onDay }: MonthProps) {
  const text = useText({ zh, en })
  return (
    <div className="mp-month">
      <table>
        <caption>
          {text.month(month)}
          <span>{text.monthDays(workingDays)}</span>
        </caption>
        <thead>
          <tr>
            {text.weekdays.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(days).map((week) => (
            <tr key={week[0]?.key}>
              {week.map(({ key, day }) => (
                <td key={key}>{day !== null && <Day day={day} onDay={onDay} />}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Day({ day, onDay }: { readonly day: CalendarDay } & Pick<MonthProps, 'onDay'>) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const said = text.said(day.day, day.isWorking, day.exception === null ? '' : pick(day.exception))
  const number = String(Number(day.day.slice(8)))
  const look = { className: 'mp-day', 'data-kind': kindOf(day), title: said }
  const content = (
    <>
      {number}
      <span className="mp-unseen"> {said}</span>
    </>
  )
  if (onDay === null) return <span {...look}>{content}</span>
  return (
    <button type="button" {...look} onClick={() => onDay(day)}>
      {content}
    </button>
  )
}
