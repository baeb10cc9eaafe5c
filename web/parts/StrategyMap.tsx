import { useNarrow } from '../platform/useNarrow.ts'
import { StrategyList } from './draw/StrategyList.tsx'
import { StrategyPicture } from './draw/StrategyPicture.tsx'
import type { StrategyMapProps } from './StrategyMapProps.ts'
import './StrategyMap.css'

/** The strategy as bands and arrows; on a phone as a list in which each objective names what it drives. */
export function StrategyMap(props: StrategyMapProps) {
  return useNarrow() ? <StrategyList {...props} /> : <StrategyPicture {...props} />
}
