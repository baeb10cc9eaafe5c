import { listLineObjections } from '@milepost/contract/open/objections'
import { Button, Tag } from 'antd'
import { useState } from 'react'
import { useAskMaybe } from '../../platform/asking.ts'
import { dayOf } from '../../platform/instants.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { ObjectDialog } from './ObjectDialog.tsx'
import { shownOf } from './shownOf.ts'
import { en, zh } from './text.ts'
import type { TicketOf } from './ticketOf.ts'

type LineObjectionsProps = {
  readonly of: TicketOf
  readonly line: string
  readonly name: string
  readonly shown: string
  readonly mayObject: boolean
}

/** The objections raised at one line with their answers, and the way to raise one. */
export function LineObjections({ of, line, name, shown, mayObject }: LineObjectionsProps) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const { answer } = useAskMaybe(listLineObjections, {})
  const [objecting, setObjecting] = useState(false)
  const own = (answer?.objections ?? []).filter(
    (one) => one.line === line && ('cardId' in of ? one.cardId === of.cardId : one.personId === of.personId),
  )
  return (
    <div className="mp-line-objections">
      {own.map((one) => (
        <p key={one.objectionId} className="mp-said">
          <Tag color={one.outcome === null ? 'gold' : 'blue'}>{text.states[one.outcome ?? 'waiting']}</Tag>
          {one.facts} <span className="mp-soft">{`${one.raisedBy} ${dayOf(one.raisedAt)} · ${text.shown} ${pick(shownOf(one))}`}</span>
          {one.answeredAt !== null && (
            <>
              <br />
              {one.answer} <span className="mp-soft">{text.answered(one.answeredBy ?? '', dayOf(one.answeredAt))}</span>
            </>
          )}
        </p>
      ))}
      {mayObject && (
        <Button type="link" size="small" onClick={() => setObjecting(true)}>
          {text.objectAt(name)}
        </Button>
      )}
      {objecting && <ObjectDialog of={of} line={line} name={name} shown={shown} onClose={() => setObjecting(false)} />}
    </div>
  )
}
