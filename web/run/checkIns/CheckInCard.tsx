import { type CheckInView, confirmCheckIn, downloadMidYear } from '@milepost/contract/run/checkIns'
import { Button } from 'antd'
import { PageLink } from '../../platform/address.tsx'
import { useDo } from '../../platform/asking.ts'
import { download } from '../../platform/call.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { saveFile } from '../../platform/saveFile.ts'
import { useActor } from '../../platform/session.tsx'
import { dayOf } from '../words.ts'
import { MattersTable } from './MattersTable.tsx'
import * as midYear from './midYearText.ts'
import { en, zh } from './text.ts'

/** One talk as it was written down, with the person's confirmation. */
export function CheckInCard({ checkIn }: { readonly checkIn: CheckInView }) {
  const text = useText({ zh, en })
  const half = useText({ zh: midYear.zh, en: midYear.en })
  const { pick, language } = useLanguage()
  const actor = useActor()
  const confirming = useDo(confirmCheckIn)
  const mine = actor.personId === checkIn.person.personId
  const { checkInId, matters, changes } = checkIn
  const parts = [
    { key: 'progress', name: text.progress, said: checkIn.progress },
    { key: 'support', name: text.support, said: checkIn.support },
    { key: 'next', name: matters === null ? text.nextStep : half.secondHalf, said: checkIn.nextStep },
    { key: 'changes', name: half.changes, said: changes },
  ].filter(({ said }) => said !== '')
  return (
    <article className="mp-check-in">
      <header>
        <strong>
          {matters !== null && `${half.midYear} · `}
          {text.by(pick(checkIn.head.name), checkIn.heldOn)}
        </strong>
        <span>{checkIn.confirmedAt === null ? text.waiting : text.confirmed(dayOf(checkIn.confirmedAt))}</span>
      </header>
      {matters !== null && (
        <details className="mp-check-in-matters" open={mine && checkIn.confirmedAt === null}>
          <summary>{half.items}</summary>
          <MattersTable matters={matters} />
        </details>
      )}
      <dl>
        {parts.map(({ key, name, said }) => (
          <div key={key}>
            <dt>{name}</dt>
            <dd>{said}</dd>
          </div>
        ))}
      </dl>
      {confirming.refused !== null && <RefusalNote refused={confirming.refused} />}
      <div className="mp-row mp-unprinted">
        {mine && checkIn.confirmedAt === null && (
          <Button type="primary" loading={confirming.busy} onClick={() => confirming.start({ checkInId })}>
            {text.confirm}
          </Button>
        )}
        {matters !== null && (
          <Button onClick={() => void download(downloadMidYear, { checkInId, language }).then(saveFile)}>{half.paper}</Button>
        )}
        {changes !== '' && <PageLink href={mine ? '/design/my-plan' : '/design/plans'}>{half.toPlan}</PageLink>}
      </div>
    </article>
  )
}
