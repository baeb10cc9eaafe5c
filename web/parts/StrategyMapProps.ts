import type { StatusCode } from '@milepost/terms/status'
import type { ReactNode } from 'react'
import type { MapLink, MapObjective, MapPerspective } from './draw/strategyLayout.ts'

export type StrategyMapProps = {
  /** Top-down: what stands at the top is what everything else serves. */
  readonly perspectives: readonly MapPerspective[]
  readonly objectives: readonly (MapObjective & { readonly status?: StatusCode; readonly note?: ReactNode })[]
  /** From cause to effect. */
  readonly links: readonly MapLink[]
  /** What the map shows, in words. */
  readonly label: string
  /** Pressing an objective; pointing at it singles it out in any case. */
  readonly onOpen?: (objectiveId: string) => void
}
