import type { CardScoreView } from '@milepost/contract/run/scores'
import { percentOfBasisPoints } from '../../parts/figures.ts'
import { Panel } from '../../parts/Panel.tsx'
import { useLanguage } from '../../platform/language.tsx'
import '../run.css'
import { basisPointsOf, measureRows } from './cardGroups.ts'
import { MeasureLine } from './MeasureLine.tsx'
import { ResultStatus } from './ResultStatus.tsx'
import { WeightWords } from './WeightWords.tsx'

type PerspectiveListProps = {
  readonly view: CardScoreView /** Whether each measure says what would move it. */
  readonly says: 'moves' | 'facts'
}

/** A card by perspective and objective, down to its measures. */
export function PerspectiveList({ view, says }: PerspectiveListProps) {
  const { pick } = useLanguage()
  const rows = measureRows(view)
  return (
    <>
      {view.result.tree.children.map((perspective) => (
        <Panel
          key={perspective.id}
          title={pick(perspective.name)}
          acts={
            <span className="mp-run-node">
              <WeightWords node={perspective} share={percentOfBasisPoints(basisPointsOf(perspective.weight.shown.nominal))} />
              <strong>{perspective.official ?? '?'}</strong>
              <ResultStatus status={perspective.status} scored={perspective.official !== null} />
            </span>
          }
        >
          {perspective.children.map((objective) => (
            <section key={objective.id} className="mp-run-objective">
              <h3>
                {pick(objective.name)}
                <span className="mp-run-node">
                  <span>{objective.official ?? '?'}</span>
                </span>
              </h3>
              <ul>
                {objective.children.map((node) => {
                  const row = rows.get(node.id)
                  return row === undefined ? null : <MeasureLine key={node.id} row={row} year={view.cycle.year} says={says} />
                })}
              </ul>
            </section>
          ))}
        </Panel>
      ))}
    </>
  )
}
