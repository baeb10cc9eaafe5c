import type { OutputOf } from '@milepost/contract/endpoint'
import type { readScoreOverview } from '@milepost/contract/run/scores'
import { NodeScore } from './NodeScore.tsx'

type Row = OutputOf<typeof readScoreOverview>['cards'][number]

/** The institution's score for those who may not open its card, and until the card is there. */
export function InstitutionRow({ row }: { readonly row: Row }) {
  return (
    <div className="mp-score-head">
      <NodeScore score={row.score} status={row.status} coverage={row.coverageBp} />
    </div>
  )
}
