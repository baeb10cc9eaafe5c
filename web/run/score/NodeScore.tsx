import type { CardScoreView } from '@milepost/contract/run/scores'
import type { ReactNode } from 'react'
import { percentOfBasisPoints, written } from '../../parts/figures.ts'
import { ScoreBar } from '../../parts/ScoreBar.tsx'
import { useLanguage, useText } from '../../platform/language.tsx'
import { signOf } from '../words.ts'
import { ResultStatus } from './ResultStatus.tsx'
import { en, zh } from './text.ts'

type NodeScoreProps = {
  readonly score: string | null
  readonly status: CardScoreView['result']['status']
  /** Share of the weight with data, in basis points. */
  readonly coverage: number | null
  /** One click away: the ticket. */
  readonly ticket?: ReactNode
}

/** A score with its status. One that stands in no band has no bar, and says why: it is not to be compared yet. */
export function NodeScore({ score, status, coverage, ticket }: NodeScoreProps) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  if (status.band !== null)
    return <ScoreBar score={score} digits={2} status={signOf(status)} statusName={pick(status.label)} coverage={coverage} ticket={ticket} />
  return (
    <div className="mp-score">
      <div className="mp-score-top">
        {score !== null && <span className="mp-score-value">{written(score, 2)}</span>}
        <ResultStatus status={status} scored={score !== null} />
        {ticket !== undefined && <span className="mp-score-ticket">{ticket}</span>}
      </div>
      {coverage !== null && (
        <div className="mp-score-words">
          {text.coverage} {percentOfBasisPoints(coverage)}
        </div>
      )}
    </div>
  )
}
