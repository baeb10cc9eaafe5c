import { type PeriodView, setDueDay } from '@milepost/contract/run/periods'
import { Drawer } from 'antd'
import { DayField } from '../../parts/DayField.tsx'
import { Field } from '../../parts/Field.tsx'
import { useDo } from '../../platform/asking.ts'
import { useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { minuteOf } from '../words.ts'
import { ClosedPart } from './ClosedPart.tsx'
import { ClosingPart } from './ClosingPart.tsx'
import { en, zh } from './text.ts'

/** One period: its due day, what stands in the way of closing it, or what it was closed without. */
export function PeriodDrawer({ period, onClose }: { readonly period: PeriodView; readonly onClose: () => void }) {
  const text = useText({ zh, en })
  const setting = useDo(setDueDay)
  return (
    <Drawer open size="min(680px, 100vw)" title={`${period.code} · ${text.states[period.state]}`} onClose={onClose}>
      <div className="mp-form">
        {period.closedBy !== null && <p className="mp-run-mend">{text.closedBy(period.closedBy, minuteOf(period.closedAt ?? ''))}</p>}
        {period.reopenedBy !== null && (
          <p className="mp-run-mend">{text.reopenedBy(period.reopenedBy, minuteOf(period.reopenedAt ?? ''), period.reopenReason)}</p>
        )}
        {setting.refused !== null && <RefusalNote refused={setting.refused} />}
        {period.state === 'open' && (
          <Field label={text.dueOn}>
            {(control) => (
              <DayField
                control={control}
                value={period.dueOn}
                onChange={(dueOn) => dueOn !== '' && setting.start({ periodId: period.periodId, dueOn })}
              />
            )}
          </Field>
        )}
        {period.state === 'open' ? <ClosingPart period={period} onClosed={onClose} /> : <ClosedPart period={period} />}
      </div>
    </Drawer>
  )
}
