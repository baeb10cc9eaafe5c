import { type calendarYear, markCalendarYear } from '@milepost/contract/institution/calendar'
import { Input, Modal } from 'antd'
import { useState } from 'react'
import type { z } from 'zod'
import { Field } from '../../parts/Field.tsx'
import { useDo } from '../../platform/asking.ts'
import { useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { en, zh } from './text.ts'

type MarkDialogProps = { readonly calendar: z.infer<typeof calendarYear>; readonly onClose: () => void }

/** Somebody has compared the year with its source, and says so. */
export function MarkDialog({ calendar, onClose }: MarkDialogProps) {
  const text = useText({ zh, en })
  const [source, setSource] = useState(calendar.source)
  const marking = useDo(markCalendarYear)
  const mark = () => marking.run({ year: calendar.year, verified: !calendar.verified, source }).then(onClose, () => undefined)
  return (
    <Modal
      open
      title={text.markTitle(calendar.year)}
      okText={calendar.verified ? text.markUnverified : text.markVerified}
      cancelText={text.cancel}
      okButtonProps={{ loading: marking.busy, disabled: source.zh.trim() === '' }}
      onOk={mark}
      onCancel={onClose}
      width={520}
    >
      <form className="mp-form" onSubmit={(event) => event.preventDefault()}>
        <p className="mp-soft">{text.markSay}</p>
        <Field label={text.sourceZh}>
          {(control) => (
            <Input.TextArea {...control} rows={2} value={source.zh} onChange={({ target }) => setSource({ ...source, zh: target.value })} />
          )}
        </Field>
        <Field label={text.sourceEn}>
          {(control) => (
            <Input.TextArea {...control} rows={2} value={source.en} onChange={({ target }) => setSource({ ...source, en: target.value })} />
          )}
        </Field>
        {marking.refused !== null && <RefusalNote refused={marking.refused} />}
      </form>
    </Modal>
  )
}
