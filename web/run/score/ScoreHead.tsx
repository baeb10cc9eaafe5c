import type { CardScoreView } from '@milepost/contract/run/scores'
import { Alert } from 'antd'
import { PageLink } from '../../platform/address.tsx'
import { useText } from '../../platform/language.tsx'
import { dayOf } from '../words.ts'
import { basisPointsOf } from './cardGroups.ts'
import { NodeScore } from './NodeScore.tsx'
import { en, zh } from './text.ts'

/** The score of a card with its status, coverage, pace and the last official figure; the ticket one click away. */
export function ScoreHead({ view }: { readonly view: CardScoreView }) {
  const text = useText({ zh, en })
  const { result, official, card } = view
  const pace = result.mode === 'live' ? result.tree.pace : null
  return (
    <div className="mp-score-head">
      <NodeScore
        score={result.final?.official ?? null}
        status={result.status}
        coverage={basisPointsOf(result.tree.coverage.shown.withData)}
        ticket={<PageLink href={`/open/tickets/cards/${card.cardId}`}>{text.ticket}</PageLink>}
      />
      <p className="mp-score-said">
        {pace !== null && <span>{text.pace(pace)}</span>}
        <span>
          {official === null ? text.noOfficial : text.officialThen(official.revision, dayOf(official.ranAt), official.score ?? '?')}
        </span>
      </p>
      {result.provisional && <Alert type="warning" showIcon title={text.provisional} />}
    </div>
  )
}
