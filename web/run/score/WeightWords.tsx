import { percentOfBasisPoints } from '../../parts/figures.ts'
import { useText } from '../../platform/language.tsx'
import { basisPointsOf, isMoved, type MeasureNode } from './cardGroups.ts'
import { en, zh } from './text.ts'

type WeightWordsProps = { readonly node: Pick<MeasureNode, 'weight'> /** As it was designed. */; readonly share: string }

/** A weight as designed, and what it counts after redistribution where that differs. */
export function WeightWords({ node, share }: WeightWordsProps) {
  const text = useText({ zh, en })
  return (
    <span>
      {text.weight(share)}
      {isMoved(node) && ` · ${text.moved(percentOfBasisPoints(basisPointsOf(node.weight.shown.effective)))}`}
    </span>
  )
}
