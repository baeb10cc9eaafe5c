import type { CardScoreView } from '@milepost/contract/run/scores'
import { ScoreBar } from '../../parts/ScoreBar.tsx'
import { useLanguage } from '../../platform/language.tsx'
import { signOf } from '../words.ts'
import { basisPointsOf } from './cardGroups.ts'

/** The perspectives of a card side by side. */
export function PerspectiveBars({ view }: { readonly view: CardScoreView }) {
  const { pick } = useLanguage()
  return (
    <ul className="mp-run-perspectives">
      {view.result.tree.children.map((perspective) => (
        <li key={perspective.id}>
          <span>{pick(perspective.name)}</span>
          <ScoreBar
            score={perspective.official}
            digits={2}
            status={signOf(perspective.status)}
            coverage={basisPointsOf(perspective.coverage.shown.withData)}
          />
        </li>
      ))}
    </ul>
  )
}
