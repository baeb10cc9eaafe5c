import type { CardScoreView } from '@milepost/contract/run/scores'
import { useLanguage } from '../../platform/language.tsx'
import { basisPointsOf } from './cardGroups.ts'
import { NodeScore } from './NodeScore.tsx'

/** The perspectives of a card side by side. */
export function PerspectiveBars({ view }: { readonly view: CardScoreView }) {
  const { pick } = useLanguage()
  return (
    <ul className="mp-run-perspectives">
      {view.result.tree.children.map((perspective) => (
        <li key={perspective.id}>
          <span>{pick(perspective.name)}</span>
          <NodeScore
            score={perspective.official}
            status={perspective.status}
            coverage={basisPointsOf(perspective.coverage.shown.withData)}
          />
        </li>
      ))}
    </ul>
  )
}
