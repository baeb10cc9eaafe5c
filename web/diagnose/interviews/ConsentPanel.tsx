import { recordConsent } from '@milepost/contract/diagnose/interviews'
import { Button, Popconfirm } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { DayField } from '../../parts/DayField.tsx'
import { Field } from '../../parts/Field.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useDo } from '../../platform/asking.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import type { Interview } from './given.ts'
import { en, zh } from './text.ts'

/** Before the first question: the words that are read out, and the answer. Afterwards one line, and the way to take it back. */
export function ConsentPanel({ given }: { readonly given: Interview }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const recording = useDo(recordConsent)
  const { interviewId, consent, heldOn, plannedOn } = given.interview
  const [day, setDay] = useState(heldOn ?? plannedOn ?? dayjs().format('YYYY-MM-DD'))
  const record = (agreed: boolean) => recording.start({ interviewId, given: agreed, heldOn: day })
  if (consent === true)
    return (
      <div className="mp-row mp-consent-line">
        <span>
          {text.consent}: <strong>{text.agreed}</strong> {heldOn}
        </span>
        {recording.refused && <RefusalNote refused={recording.refused} />}
        <Popconfirm
          title={text.withdraw}
          description={text.withdrawSure}
          okText={text.erase}
          cancelText={text.cancel}
          onConfirm={() => record(false)}
        >
          <Button size="small" danger type="text" loading={recording.busy}>
            {text.withdraw}
          </Button>
        </Popconfirm>
      </div>
    )
  return (
    <Panel title={text.consent} sentence={text.consentSay}>
      {recording.refused && <RefusalNote refused={recording.refused} />}
      <blockquote className="mp-read-out">{pick(given.consentWords)}</blockquote>
      <div className="mp-inline-fields">
        <Field label={text.heldOn}>{(control) => <DayField control={control} isNeeded value={day} onChange={setDay} />}</Field>
        <div className="mp-row">
          <Button type="primary" loading={recording.busy} onClick={() => record(true)}>
            {text.agreed}
          </Button>
          <Button onClick={() => record(false)}>{text.declined}</Button>
          {consent === false && <span>{text.states.refused}</span>}
        </div>
      </div>
    </Panel>
  )
}
