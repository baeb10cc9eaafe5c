import { type CalendarDay, openCalendarYear, readCalendar } from '@milepost/contract/institution/calendar'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { Empty } from '../../parts/Empty.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useAddressValue } from '../../platform/address.tsx'
import { useAsk, useDo } from '../../platform/asking.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { useMay } from '../../platform/session.tsx'
import { DayDialog } from './DayDialog.tsx'
import { Legend } from './Legend.tsx'
import { MarkDialog } from './MarkDialog.tsx'
import { Month } from './Month.tsx'
import { en, zh } from './text.ts'
import { yearsOffered } from './yearsOffered.ts'
import './calendar.css'

/** The year at a glance: what counts as a working day, and by whose arrangement. */
export function CalendarPage() {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const mayEdit = useMay('calendar.edit')
  const [chosen, setChosen] = useAddressValue('year')
  const thisYear = new Date().getFullYear()
  const year = Number(chosen ?? thisYear)
  const { calendar, years, inLibrary } = useAsk(readCalendar, { year })
  const [day, setDay] = useState<CalendarDay | null>(null)
  const [marking, setMarking] = useState(false)
  const opening = useDo(openCalendarYear)
  const switching = (
    <Select
      aria-label={text.year}
      value={year}
      options={yearsOffered(years, { thisYear, year }).map((one) => ({ value: one, label: String(one) }))}
      onChange={(next) => setChosen(String(next))}
      style={{ width: 100 }}
    />
  )
  return (
    <>
      <PageHead
        title={text.title}
        sentence={text.sentence}
        primary={switching}
        more={
          mayEdit && calendar !== null
            ? [{ key: 'mark', text: calendar.verified ? text.markUnverified : text.markVerified, onClick: () => setMarking(true) }]
            : []
        }
      />
      {opening.refused !== null && <RefusalNote refused={opening.refused} />}
      {calendar === null ? (
        <Empty
          title={text.missingTitle(year)}
          sentence={text.missingSay}
          next={
            mayEdit && (
              <Button type="primary" loading={opening.busy} onClick={() => opening.start({ year })}>
                {inLibrary ? text.openFromLibrary(year) : text.open(year)}
              </Button>
            )
          }
        />
      ) : (
        <Panel
          title={text.working(calendar.workingDays)}
          acts={
            <span className={calendar.verified ? 'mp-verified' : 'mp-to-verify'}>
              {calendar.verified ? `✓ ${text.verified}` : `? ${text.toVerify}`}
            </span>
          }
          sentence={`${text.source}: ${pick(calendar.source)}`}
        >
          <Legend />
          {mayEdit && <p className="mp-panel-say mp-unprinted">{text.editHint}</p>}
          <div className="mp-months">
            {calendar.months.map((month) => (
              <Month key={month.month} {...month} onDay={mayEdit ? setDay : null} />
            ))}
          </div>
        </Panel>
      )}
      {day !== null && <DayDialog day={day} onClose={() => setDay(null)} />}
      {marking && calendar !== null && <MarkDialog calendar={calendar} onClose={() => setMarking(false)} />}
    </>
  )
}
