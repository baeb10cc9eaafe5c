import type { CycleGuard } from '@milepost/appraisal/cycleStates'
import type { Bilingual } from '@milepost/terms/bilingual'

/** What a room knows of one guard of the cycle. `unstated`: nothing is missing but a named person's word. */
export type Condition = {
  readonly state: 'met' | 'open' | 'unstated'
  readonly says: Bilingual
  readonly href: string | null
  /** What was stated on this day or before this instant spoke of something else. */
  readonly since?: { readonly day: string; readonly instant: Date | null }
}
export type Conditions = { readonly [G in CycleGuard]?: Condition }

export const met = (zh: string, en: string, href: string | null = null): Condition => ({ state: 'met', says: { zh, en }, href })
export const open = (zh: string, en: string, href: string | null): Condition => ({ state: 'open', says: { zh, en }, href })
export const unstated = (zh: string, en: string, href: string | null = null): Condition => ({ state: 'unstated', says: { zh, en }, href })
