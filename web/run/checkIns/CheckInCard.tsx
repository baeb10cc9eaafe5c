import { type CheckInView, confirmCheckIn } from '@milepost/contract/run/checkIns'
import { Button } from 'antd'
import { useDo } from '../../platform/asking.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { useActor } from '../../platform/session.tsx'
import { dayOf } from '../words.ts'
import { en, zh } from './text.ts'

/** One talk as it was written down, with the person's confirmation. */
export function CheckInCard({ checkIn }: { readonly checkIn: CheckInView }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const actor = useActor()
  const confirming = useDo(confirmCheckIn)
  const mine = actor.personId === checkIn.person.personId
  const parts = [
    { key: 'progress', name: text.progress, said: checkIn.progress },
    { key: 'support', name: text.support, said: checkIn.support },
    { key: 'next', name: text.nextStep, said: checkIn.nextStep },
  ].filter(({ said }) => said !== '')
  return (
    <article className="mp-check-in">
      <header>
        <strong>{text.by(pick(checkIn.head.name), checkIn.heldOn)}</strong>
        <span>{checkIn.confirmedAt === null ? text.waiting : text.confirmed(dayOf(checkIn.confirmedAt))}</span>
      </header>
      <dl>
        {parts.map(({ key, name, said }) => (
          <div key={key}>
            <dt>{name}</dt>
            <dd>{said}</dd>
          </div>
        ))}
      </dl>
      {confirming.refused !== null && <RefusalNote refused={confirming.refused} />}
      {mine && checkIn.confirmedAt === null && (
        <Button type="primary" loading={confirming.busy} onClick={() => confirming.start({ checkInId: checkIn.checkInId })}>
          {text.confirm}
        </Button>
      )}
    </article>
  )
}
