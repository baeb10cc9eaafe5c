import type { StatusCode } from '@milepost/terms/status'
import type { ReactNode } from 'react'
import { useNarrow } from '../platform/useNarrow.ts'
import { StrategyList } from './draw/StrategyList.tsx'
import { StrategyPicture } from './draw/StrategyPicture.tsx'
import type { MapLink, MapObjective, MapPerspective } from './draw/strategyLayout.ts'
import './StrategyMap.css'

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

/** The strategy as bands and arrows; on a phone as a list in which each objective names what it drives. */
export function StrategyMap(props: StrategyMapProps) {
  return useNarrow() ? <StrategyList {...props} /> : <StrategyPicture {...props} />
}
