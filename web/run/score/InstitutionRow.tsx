import type { OutputOf } from '@milepost/contract/endpoint'
import type { readScoreOverview } from '@milepost/contract/run/scores'
import { ScoreBar } from '../../parts/ScoreBar.tsx'
import { signOf } from '../words.ts'
import { ResultStatus } from './ResultStatus.tsx'

type Row = OutputOf<typeof readScoreOverview>['cards'][number]

/** The institution's score for those who may not open its card. */
export function InstitutionRow({ row }: { readonly row: Row }) {
  return (
    <div className="mp-score-head">
      <ScoreBar score={row.score} digits={2} status={signOf(row.status)} coverage={row.coverageBp} />
      <p className="mp-score-said">
        <ResultStatus status={row.status} />
      </p>
    </div>
  )
}
