import type { payLineView } from '@milepost/contract/reward/outcome'
import type { z } from 'zod'
import { yuanOfFen } from '../../parts/figures.ts'
import { PageLink } from '../../platform/address.tsx'
import { dayOf } from '../../platform/instants.ts'
import { useText } from '../../platform/language.tsx'
import '../pool/pool.css'
import { en, zh } from './text.ts'

type PaidPartsProps = { readonly line: z.infer<typeof payLineView>; readonly ticket: string }

/** What an amount is made of: the first run and what was settled since, each leading to its place on the ticket. */
export function PaidParts({ line, ticket }: PaidPartsProps) {
  const text = useText({ zh, en })
  const place = `${ticket}#pay-${line.poolId}`
  return (
    <ul className="mp-paid-parts">
      {line.steps && (
        <li>
          <PageLink href={place}>{text.firstRun(yuanOfFen(line.amountFen))}</PageLink>{' '}
          {text.approved(line.approvedBy, dayOf(line.approvedAt))}
        </li>
      )}
      {line.corrections.map((one) => (
        <li key={one.no}>
          <PageLink href={`${place}-${one.no}`}>
            {one.amountFen > 0 ? text.settlement(one.no, yuanOfFen(one.amountFen)) : text.lessDue(one.no, yuanOfFen(one.dueFen))}
          </PageLink>{' '}
          {text.approved(one.approvedBy, dayOf(one.approvedAt))}
        </li>
      ))}
    </ul>
  )
}
