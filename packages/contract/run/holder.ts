import type { z } from 'zod'
import type { valueHolder } from '../design/card.ts'

/** Whose value it is: the institution's, a unit's or a person's. */
export type Holder = z.infer<typeof valueHolder>

export const THE_INSTITUTION: Holder = { kind: 'institution' }

/** One text a holder, to find things by. */
export function holderKey(holder: Holder): string {
  if (holder.kind === 'unit') return `unit:${holder.unitId}`
  return holder.kind === 'person' ? `person:${holder.personId}` : 'institution'
}
