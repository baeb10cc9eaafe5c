import { checkTicket } from '@milepost/contract/open/ticketChecks'
import { Alert, Button } from 'antd'
import { type ChangeEvent, useRef, useState } from 'react'
import { Facts } from '../../parts/Facts.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useDo } from '../../platform/asking.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import '../open.css'
import { readTicketFile } from './readTicketFile.ts'
import { en, zh } from './text.ts'

/** A ticket that somebody holds in hand, scored again in front of them. */
export function CheckTicketPage() {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const checking = useDo(checkTicket)
  const [unreadable, setUnreadable] = useState(false)
  const chooser = useRef<HTMLInputElement>(null)
  const check = async (event: ChangeEvent<HTMLInputElement>) => {
    const [file] = event.target.files ?? []
    event.target.value = ''
    if (!file) return
    checking.forget()
    const ticket = await readTicketFile(file)
    setUnreadable(ticket === null)
    if (ticket !== null) checking.start(ticket)
  }
  const { outcome } = checking
  return (
    <>
      <PageHead
        title={text.title}
        sentence={text.sentence}
        primary={
          <Button type="primary" loading={checking.busy} onClick={() => chooser.current?.click()}>
            {outcome || unreadable ? text.another : text.choose}
          </Button>
        }
      />
      <input
        ref={chooser}
        type="file"
        accept=".json,application/json"
        aria-label={text.choose}
        hidden
        onChange={(event) => void check(event)}
      />
      {unreadable && <Alert type="error" showIcon role="alert" title={text.notJson} />}
      {checking.refused && <RefusalNote refused={checking.refused} />}
      {outcome && (
        <Panel>
          <div className="mp-lines">
            <Alert
              type={outcome.same ? 'success' : 'error'}
              showIcon
              role="status"
              title={outcome.same ? text.same(pick(outcome.holder), outcome.official ?? '?') : text.different(outcome.differsAt.length)}
              description={outcome.same ? text.sameSays : undefined}
            />
            <Facts
              facts={outcome.parts.map((part) => ({
                key: part.name.zh,
                name: pick(part.name),
                value: part.shown,
                note: part.same ? text.again : text.notAgain,
              }))}
            />
            {!outcome.same && (
              <ul>
                {outcome.differsAt.map((place) => (
                  <li key={place.id}>{place.name ? pick(place.name) : place.id}</li>
                ))}
              </ul>
            )}
            <p className="mp-soft">{text.engine(outcome.engine.ofFile, outcome.engine.now)}</p>
          </div>
        </Panel>
      )}
    </>
  )
}
